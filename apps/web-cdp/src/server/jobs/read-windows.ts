import "server-only";
import { type Connector, ConnectorError, type ImportStage } from "@lendfriend/connector";
import { isOutage } from "#server/stores/outage.ts";
import { commitFirstActivity, type PageCommit, windowAfter } from "#server/stores/pg/commit-pages.ts";
import type { StoredConnection } from "#server/stores/pg/connections.ts";
import { type ClaimedRun, isRunWaiting } from "#server/stores/pg/runs.ts";
import { giveUpWindow, listPendingWindows, noteWindowError, type PendingWindow } from "#server/stores/pg/windows.ts";
import { createCommitQueue } from "./commit-queue.ts";
import { type Judgement, judgeFailure } from "./judge-failure.ts";
import { createLanes } from "./lanes.ts";
import { firstActivityStage, planChildren } from "./plan-windows.ts";
import { type PageReader, readPage, withToken } from "./read-page.ts";
import { cutWindow, type WindowCut } from "./split-window.ts";
import type { SyncDeps, SyncJob } from "./sync-job.ts";

export interface WindowReading extends SyncDeps {
  readonly connector: Connector;
  readonly connection: StoredConnection;
  readonly stages: readonly ImportStage[];
  readonly run: ClaimedRun;
  readonly job: SyncJob;
}

/** Why a run cannot go on. */
export interface RunFailure {
  readonly code: string;
  readonly status: "error" | "needs_reconnect";
  /** The newest version of the tokens that the platform has called invalid; left out when it called none so. */
  readonly invalidVersion?: number;
}

export type ReadingEnd =
  | { readonly end: "read" }
  | { readonly end: "paused"; readonly afterSeconds: number; readonly deferrals: number }
  | { readonly end: "retry"; readonly code: string }
  | ({ readonly end: "failed" } & RunFailure)
  /** Another worker holds the run, or it was cancelled, or its connection is gone. */
  | { readonly end: "lost" };

/** Windows of one list of one shop read at the same time, each with at most one page in flight. */
const laneConcurrency = 20;
/** And of all lists of a run together: limits are per list, so lists go side by side. */
const concurrency = 48;
/** A job hands over after this long when another run waits for its turn, so that a large shop does not keep small ones waiting. */
const jobMs = 20_000;
/** And after this long whoever waits, well before the queue would take it away. */
const longestJobMs = 100_000;

const firstActivityAsStage = { required: false, asked: false, scope: null } as const;

/**
 * Reads the run's windows side by side, one page at a time each, and commits every page with its cursor; the next page of a
 * window is asked for while the last one is being committed. Ends when nothing is pending, when the job's share is used up,
 * or when what is left can only wait or fail; all that was read is committed by then.
 */
export async function readWindows(reading: WindowReading): Promise<ReadingEnd> {
  const { pool, run, job, now } = reading;
  const lastDeadline = now() + longestJobMs;
  let deadline = now() + jobMs;
  const seen = new Map<string, Set<string>>();
  const held = new Map<string, Held>();
  const inFlight = new Map<string, Promise<void>>();
  const lanes = createLanes(reading.stages);
  const state: { over: ReadingEnd | null; fault: { readonly error: unknown } | null } = { over: null, fault: null };
  const invalid: number[] = [];
  const commits = createCommitQueue({
    pool,
    run,
    onOpened: (windows) => lanes.add(windows),
    onLost: () => {
      state.over ??= { end: "lost" };
    },
    onFault: (error) => {
      state.fault ??= { error };
    },
  });

  for (;;) {
    if (now() >= deadline && deadline < lastDeadline && !(await isRunWaiting(pool))) {
      deadline = Math.min(lastDeadline, now() + jobMs);
    }
    const isPaused = now() >= deadline || job.stopping.aborted || job.signal.aborted;
    const mayRead = () => state.over === null && state.fault === null && !isPaused && commits.hasRoom();
    while (mayRead() && inFlight.size < concurrency) {
      const window = lanes.take(laneConcurrency);
      if (!window) break;
      inFlight.set(window.id, step(window));
    }
    const atHand = commits.atHand();
    if (inFlight.size > 0 || atHand !== null) {
      await Promise.race(atHand === null ? inFlight.values() : [...inFlight.values(), atHand]);
      continue;
    }
    if (state.fault !== null) throw state.fault.error;
    if (state.over !== null) return state.over;
    if (isPaused) return pause();
    const known = [...held.keys(), ...lanes.waiting().map(({ id }) => id)];
    const pending = await listPendingWindows(pool, run.id, known, 1_000);
    lanes.add(pending);
    if (pending.length === 0) return held.size === 0 ? { end: "read" } : waitFor([...held.values()], job.deferrals);
  }

  /** One page of one window. Never rejects: a fault of ours stops the job once the other pages are in. */
  async function step(window: PendingWindow): Promise<void> {
    try {
      const visited = seen.get(window.id) ?? new Set<string>();
      seen.set(window.id, visited);
      if (window.cursor !== null) visited.add(window.cursor);
      const answer = await ask(reading, window, visited, (version) => invalid.push(version));
      if ("error" in answer) return await settle(window, answer.error);
      if ("firstActivity" in answer) {
        if (!(await commitFirstActivity(pool, run, window, answer.firstActivity))) state.over ??= { end: "lost" };
        return;
      }
      commits.add(answer.commit);
      const next = windowAfter(answer.commit);
      if (next === null) seen.delete(window.id);
      else lanes.add([next]);
    } catch (error) {
      state.fault ??= { error };
    } finally {
      lanes.leave(window);
      inFlight.delete(window.id);
    }
  }

  async function settle(window: PendingWindow, error: unknown): Promise<void> {
    // What is noted or ended is the window as it stands in the database: its earlier pages come first.
    await commits.drained();
    const judged = await judge(reading, window, error);
    if (judged.verdict === "stop") state.over ??= { end: "lost" };
    else if (judged.verdict === "fail_run") state.over = failed(judged);
    else if (judged.verdict === "retry" || judged.verdict === "defer") {
      held.set(window.id, judged);
      lanes.putOff(window);
    } else {
      const end = endOf(judged);
      if (!(await giveUpWindow(pool, run, window, end))) state.over ??= { end: "lost" };
    }
  }

  function failed({ code, status }: Extract<Judgement, { verdict: "fail_run" }>): ReadingEnd {
    return { end: "failed", code, status, ...(invalid.length === 0 ? {} : { invalidVersion: Math.max(...invalid) }) };
  }

  /** More could be read now; windows that failed meanwhile get their turn in the next job. */
  function pause(): ReadingEnd {
    if (job.signal.aborted) return { end: "lost" };
    return { end: "paused", afterSeconds: 0, deferrals: job.deferrals };
  }
}

type Held = Extract<Judgement, { verdict: "retry" | "defer" }>;

/** Only windows that cannot be read now are left: wait as long as the platform asked, or spend a retry. */
function waitFor(held: readonly Held[], deferrals: number): ReadingEnd {
  const retry = held.find((judged) => judged.verdict === "retry");
  if (retry) return { end: "retry", code: retry.code };
  const seconds = held.map((judged) => (judged.verdict === "defer" ? judged.seconds : 0));
  return { end: "paused", afterSeconds: Math.max(...seconds), deferrals: deferrals + 1 };
}

function endOf(judged: Extract<Judgement, { verdict: "skip_window" | "fail_window" }>) {
  return judged.verdict === "skip_window"
    ? ({ state: "skipped", reason: judged.reason, code: judged.code } as const)
    : ({ state: "failed", reason: null, code: judged.code } as const);
}

type Answer = { readonly commit: PageCommit } | { readonly firstActivity: number | null } | { readonly error: unknown };

/** Asks the platform for one page. What the platform does is judged; what the database does is not. */
async function ask(
  reading: WindowReading,
  window: PendingWindow,
  visited: ReadonlySet<string>,
  onInvalid: (version: number) => void,
): Promise<Answer> {
  const { connection, connector, freshToken, run, job, stages } = reading;
  const { connectionId, epoch } = run;
  const { signal } = job;
  const shop = connection.shops.find((known) => known.id === window.shopId) ?? null;
  const reader: PageReader = { connector, freshToken, connectionId, epoch, signal, onInvalid };
  try {
    if (window.stage === firstActivityStage) {
      const { account } = connection;
      const firstActivity = await withToken(reader, ({ accessToken }) =>
        connector.readFirstActivity({ account, accessToken, shop, asOf: run.to, signal }),
      );
      return { firstActivity };
    }
    const { page, nextCursor, doubt } = await readPage(reader, window, shop, visited);
    const cut = nextCursor === null ? null : cutWindow(window, page);
    if (cut && page.rest) return { commit: commitOfCut(stages, window, { ...page.rest.head, total: page.total }, cut) };
    const children = planChildren(stages, window, page.parentIds);
    return { commit: { window, page, nextCursor, doubt, children } };
  } catch (error) {
    if (isOutage(error)) throw error;
    return { error };
  }
}

/** Ends a window after its first page and opens the parts of what is left, together. */
function commitOfCut(
  stages: readonly ImportStage[],
  window: PendingWindow,
  page: PageCommit["page"],
  { kept, parts }: WindowCut,
): PageCommit {
  const children = [...planChildren(stages, window, page.parentIds), ...parts];
  return { window, page, nextCursor: null, doubt: null, children, cut: kept };
}

async function judge(reading: WindowReading, window: PendingWindow, error: unknown): Promise<Judgement> {
  const { pool, job, log, now, run, stages, connection } = reading;
  const stage = stages.find((known) => known.stage === window.stage) ?? firstActivityAsStage;
  const judged = judgeFailure(error, {
    stage,
    isChild: window.parentId !== null,
    grantedScopes: connection.grantedScopes,
    retries: job.retries,
    deferrals: job.deferrals,
    now: Math.floor(now() / 1000),
  });
  if (judged.verdict === "stop") return judged;
  const facts = {
    runId: run.id,
    stage: window.stage,
    shopId: window.shopId,
    verdict: judged.verdict,
    code: judged.code,
  };
  if (error instanceof ConnectorError) log.warn("page_not_read", { ...facts, requestId: error.requestId });
  else log.error("page_not_read", error, facts);
  if (judged.verdict === "retry" || judged.verdict === "defer") await noteWindowError(pool, window, judged.code);
  return judged;
}
