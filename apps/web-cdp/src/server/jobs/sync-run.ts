import "server-only";
import type { ImportStage } from "@lendfriend/connector";
import type { Pool } from "pg";
import { findConnection, type StoredConnection } from "#server/stores/pg/connections.ts";
import { findEarlierImport } from "#server/stores/pg/earlier-import.ts";
import { listOutcomes } from "#server/stores/pg/outcomes.ts";
import { inTransaction } from "#server/stores/pg/pool.ts";
import { mayHaveTokensAfter } from "#server/stores/pg/refresh-tokens.ts";
import { type ClaimedRun, claimRun, failRun, findForsakenRun, holdRun, takeFollowUp } from "#server/stores/pg/runs.ts";
import { noteActiveShops } from "#server/stores/pg/shop-activity.ts";
import { hasWindows, insertWindows } from "#server/stores/pg/windows.ts";
import { failureMessage } from "./failure-messages.ts";
import { requiredRetries } from "./judge-failure.ts";
import { importDays, planWindows } from "./plan-windows.ts";
import { type RunFailure, readWindows } from "./read-windows.ts";
import type { SyncDeps, SyncEnd, SyncJob } from "./sync-job.ts";

/** Asks for the job to be tried again after the queue's backoff; the cursors stay where they are. */
export class SyncRetry extends Error {
  override readonly name = "SyncRetry";
  readonly code: string;

  constructor(code: string) {
    super(`the import could not go on (${code}); it is tried again from where it stopped`);
    this.code = code;
  }
}

/**
 * Carries one run on: takes it, plans its windows the first time, reads pages until the job's share of time is used up,
 * and scores the wallet once everything is read. Throws `SyncRetry` when only waiting helps.
 */
export async function syncRun(deps: SyncDeps, job: SyncJob): Promise<SyncEnd> {
  const { pool } = deps;
  const to = Math.floor(deps.now() / 1000);
  const run = await claimRun(pool, job.runId, { from: to - importDays * 86_400, to });
  if (!run) return { end: "over" };
  const connection = await findConnection(pool, run.connectionId);
  if (!connection) return { end: "over" };
  const connector = deps.connectors.get(connection.platform);
  if (!connector) return fail(deps, run, { code: "unexpected", status: "error" });
  const stages = connector.stages(connection.account);
  if (!(await planned(pool, run, connection, stages))) return { end: "over" };

  const reading = await readWindows({ ...deps, connector, connection, stages, run, job });
  switch (reading.end) {
    case "lost":
      return { end: "over" };
    case "failed":
      return fail(deps, run, reading);
    case "retry":
      throw new SyncRetry(reading.code);
    case "paused":
      return { end: "more", run, afterSeconds: reading.afterSeconds, deferrals: reading.deferrals };
    case "read":
      return conclude(deps, run, connection, stages, job);
  }
}

/**
 * Ends a run whose job was given up, for example because every try was cut short. One that another job carries on, or that was
 * not tried that often, goes on: the queue also gives up a job that meets another one of the same run after a crash.
 */
export async function abandonRun(deps: Pick<SyncDeps, "pool" | "log">, runId: string): Promise<void> {
  const isOver = await inTransaction(deps.pool, async (tx) => {
    const connectionId = await findForsakenRun(tx, runId, requiredRetries);
    if (connectionId === null) return false;
    const failure = { code: "interrupted", message: failureMessage("interrupted"), status: "error" } as const;
    await failRun(tx, { id: runId, connectionId }, failure);
    await takeFollowUp(tx, connectionId);
    return true;
  });
  deps.log.warn(isOver ? "import_abandoned" : "import_job_lost", { runId });
}

async function planned(
  pool: Pool,
  run: ClaimedRun,
  connection: StoredConnection,
  stages: readonly ImportStage[],
): Promise<boolean> {
  if (await hasWindows(pool, run.id)) return true;
  const { grantedScopes, shops, firstActivity } = connection;
  const earlier = await findEarlierImport(pool, run);
  const windows = planWindows({ stages, grantedScopes, shops, firstActivity, from: run.from, to: run.to, earlier });
  return inTransaction(pool, async (tx) => {
    if (!(await holdRun(tx, run))) return false;
    await insertWindows(tx, run, windows);
    return true;
  });
}

async function conclude(
  deps: SyncDeps,
  run: ClaimedRun,
  connection: StoredConnection,
  stages: readonly ImportStage[],
  job: SyncJob,
): Promise<SyncEnd> {
  const outcomes = await listOutcomes(deps.pool, run.id);
  const setAside = outcomes.reduce((sum, outcome) => sum + outcome.setAside, 0);
  if (setAside > 0) deps.log.warn("rows_set_aside", { runId: run.id, connectionId: run.connectionId, rows: setAside });
  const required = outcomes.filter((outcome) => stages.some((s) => s.required && s.stage === outcome.stage));
  if (required.length > 0 && required.every((outcome) => outcome.shopInactive > 0 && outcome.rows === 0)) {
    return fail(deps, run, { code: "shop_inactive", status: "error" });
  }
  const isRefused = (id: string) => outcomes.some(({ shopId, shopInactive }) => shopId === id && shopInactive > 0);
  const read = required.flatMap(({ shopId, done }) =>
    shopId === null || done === 0 || isRefused(shopId) ? [] : [shopId],
  );
  await noteShopsRead(deps.pool, run, connection, read);
  await deps.score(run, connection, job.signal);
  return { end: "over" };
}

/** A shop that an earlier import was refused as not active is active again once it was read. */
async function noteShopsRead(
  pool: Pool,
  run: ClaimedRun,
  { shops }: StoredConnection,
  read: readonly string[],
): Promise<void> {
  const woken = shops.filter(({ id, isActive }) => isActive === false && read.includes(id)).map(({ id }) => id);
  if (woken.length === 0) return;
  await inTransaction(pool, async (tx) => {
    if (await holdRun(tx, run)) await noteActiveShops(tx, run, woken);
  });
}

async function fail(deps: SyncDeps, run: ClaimedRun, { code, status, invalidVersion }: RunFailure): Promise<SyncEnd> {
  await inTransaction(deps.pool, async (tx) => {
    if (!(await holdRun(tx, run))) return;
    // A refused refresh has ended the connection by itself: one that lives has got newer tokens since, and goes on with them.
    if (code === "refresh_rejected") throw new SyncRetry(code);
    const isOld = invalidVersion !== undefined && (await mayHaveTokensAfter(tx, run.connectionId, invalidVersion));
    if (code === "token_invalid" && isOld) throw new SyncRetry(code);
    await failRun(tx, run, { code, status, message: failureMessage(code) });
    await takeFollowUp(tx, run.connectionId);
  });
  deps.log.warn("import_failed", { runId: run.id, connectionId: run.connectionId, code });
  return { end: "over" };
}
