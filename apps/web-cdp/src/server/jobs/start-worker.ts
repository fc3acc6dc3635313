import "server-only";
import { randomUUID } from "node:crypto";
import type { Connector, Platform } from "@lendfriend/connector";
import type { Pool } from "pg";
import type { PgBoss } from "pg-boss";
import { type RecordDeps, recordHeads } from "#server/audit/record-heads.ts";
import type { Vault } from "#server/crypto/vault.ts";
import type { Log } from "#server/log.ts";
import { beat, stopBeating } from "#server/stores/pg/heartbeat.ts";
import { startListener } from "#server/stores/pg/listener.ts";
import { createPool, inTransaction, longStatementMs } from "#server/stores/pg/pool.ts";
import { applyRetention } from "#server/stores/pg/retention.ts";
import { holdRun, listRunsToDispatch } from "#server/stores/pg/runs.ts";
import { withinTime } from "#server/within-time.ts";
import { eraseAccounts } from "./erase-accounts.ts";
import { eraseConnections } from "./erase-connections.ts";
import { createFreshTokens, type ReadFreshToken } from "./fresh-token.ts";
import { gatherRows } from "./gather-rows.ts";
import { startPoll } from "./poll.ts";
import { queues, type SyncRunJob, scheduleJobs, sendSyncRun, startQueue } from "./queue.ts";
import { reconcileAll, rescoreUnscored } from "./reconcile.ts";
import { queueRefreshesAhead, refreshAhead } from "./refresh-ahead.ts";
import { loadSeedRates, refreshRates } from "./refresh-rates.ts";
import { rereadObjects } from "./reread-objects.ts";
import { rescoreWallets } from "./rescore-wallet.ts";
import { scoreWallet } from "./score-wallet.ts";
import { subscribeShops } from "./subscribe-shops.ts";
import type { SyncDeps } from "./sync-job.ts";
import { abandonRun, SyncRetry, syncRun } from "./sync-run.ts";
import { drainWebhookInbox } from "./webhook-inbox.ts";

export interface WorkerOptions {
  readonly databaseUrl: string;
  readonly connectors: ReadonlyMap<Platform, Connector>;
  readonly vault: Vault;
  readonly log: Log;
  /** Where reference rates are published; null keeps to the stored ones. */
  readonly ratesUrl: string | null;
  /** Where heads of the audit chains go, outside of the database; null writes none. */
  readonly auditHeads?: Pick<RecordDeps, "signer" | "files"> | null;
  /** Where the platform is to send the events of connected shops; null leaves that to the platform's own settings. */
  readonly webhookAddress: string | null;
  readonly now?: () => number;
  /** Runs imported side by side in this process. */
  readonly runsAtOnce?: number;
  /** How long jobs at hand may go on once the worker is to stop. */
  readonly handOverMs?: number;
}

export interface Worker {
  readonly id: string;
  /** Finishes the pages at hand, hands the rest over, stores the tokens that the platform answers, and closes every connection. */
  stop(): Promise<void>;
}

const dispatchMs = 2_000;
const inboxMs = 5_000;
const rereadMs = 1_000;
const topicsMs = 10_000;
const erasureMs = 2_000;
const recordMs = 10_000;
const beatMs = 5_000;
const rescoreMs = 15_000;
const rowsMs = 5_000;
/** From the moment at which it is to stop; the rest of the 40 s that it then has is for closing. */
const tokensMs = 35_000;

/** Starts importing: any number of these, in any number of processes, share the work of one database. */
export async function startWorker(options: WorkerOptions): Promise<Worker> {
  const { databaseUrl, connectors, vault, log, now = Date.now, runsAtOnce = 3, handOverMs = 15_000 } = options;
  const id = randomUUID();
  const stopping = new AbortController();
  const pool = createPool({ databaseUrl, applicationName: "web-cdp-worker", max: 4 + 5 * runsAtOnce });
  const removing = createPool({
    databaseUrl,
    applicationName: "web-cdp-removing",
    max: 2,
    statementTimeoutMs: longStatementMs,
  });
  for (const each of [pool, removing]) each.on("error", (error) => log.error("pool_error", error));
  const boss = await startQueue({ databaseUrl, log });
  const freshToken = createFreshTokens({ pool, vault, log, stopping: stopping.signal });
  const score: SyncDeps["score"] = (run, connection) => scoreWallet({ pool, connectors, log }, run, connection);
  const sync: SyncDeps = { pool, connectors, freshToken, log, now, score };

  await loadSeedRates({ pool });
  await workQueues(
    { ...options, now, runsAtOnce },
    { pool, removing, boss, freshToken, sync, stopping: stopping.signal },
  );
  await scheduleJobs(boss);

  const stop = stopping.signal;
  const polls = {
    sync_runs: startPoll(dispatchMs, () => dispatch(pool, boss), log, "dispatch_failed"),
    webhook_inbox: startPoll(inboxMs, drainInbox, log, "inbox_failed"),
    account_deletions: startPoll(
      erasureMs,
      async () => {
        // One after the other: rows that rest on a wallet's scores are in the way of both.
        await eraseAccounts({ pool: removing, log, stopping: stop });
        await eraseConnections({ pool: removing, log, stopping: stop });
      },
      log,
      "erasure_failed",
    ),
    figure_rows: startPoll(rowsMs, () => gatherRows({ pool, connectors, log, stopping: stop }), log, "rows_failed"),
  };
  const rereading = { pool, connectors, freshToken, log, now, stopping: stop };
  const rereads = startPoll(rereadMs, () => rereadObjects(rereading), log, "reread_failed");
  const subscribing = { ...rereading, webhookAddress: options.webhookAddress };
  const topics = startPoll(topicsMs, () => subscribeShops(subscribing), log, "topics_failed");
  const rescores = startPoll(
    rereadMs,
    () => rescoreWallets({ pool, connectors, log, stopping: stop }),
    log,
    "rescore_failed",
  );
  const rescore = startPoll(rescoreMs, () => rescoreUnscored({ pool, log }), log, "rescore_failed");
  const { auditHeads = null } = options;
  const recorder = startPoll(
    recordMs,
    async () => auditHeads && recordHeads({ pool, ...auditHeads }),
    log,
    "audit_record_failed",
  );
  const heart = startPoll(beatMs, () => beat(pool, id), log, "heartbeat_failed");
  const listener = startListener({
    databaseUrl,
    applicationName: "web-cdp-listener",
    channels: Object.keys(polls),
    onNotify: (channel) => {
      if (Object.hasOwn(polls, channel)) polls[channel as keyof typeof polls].wake();
      // A new run may be that of a new consent.
      if (channel === "sync_runs") topics.wake();
      if (channel === "account_deletions") recorder.wake();
    },
    log,
  });
  if (options.ratesUrl !== null) void boss.send(queues.ratesRefresh, {}, { singletonKey: "start" });
  log.info("worker_ready", { workerId: id });

  async function drainInbox(): Promise<void> {
    if ((await drainWebhookInbox({ pool, log })) > 0) rereads.wake();
  }

  return {
    id,
    async stop() {
      const tokensUntil = performance.now() + tokensMs;
      stopping.abort();
      await listener.stop();
      const all = [...Object.values(polls), rereads, rescores, topics, rescore, recorder, heart];
      try {
        await Promise.all([boss.stop({ graceful: true, timeout: handOverMs }), ...all.map((poll) => poll.stop())]);
      } finally {
        const left = tokensUntil - performance.now();
        await withinTime(freshToken.settled(), left, "a token is still being stored").catch((error: unknown) =>
          log.error("tokens_left", error),
        );
      }
      await stopBeating(pool, id).catch(() => undefined);
      await Promise.all([pool.end(), removing.end()]);
      log.info("worker_stopped", { workerId: id });
    },
  };
}

async function dispatch(pool: Pool, boss: PgBoss): Promise<void> {
  for (const runId of await listRunsToDispatch(pool)) await sendSyncRun(boss, { runId, deferrals: 0 });
}

interface Engine {
  readonly pool: Pool;
  /** Its statements have the time that whole accounts and tables need. */
  readonly removing: Pool;
  readonly boss: PgBoss;
  readonly freshToken: ReadFreshToken;
  readonly sync: SyncDeps;
  readonly stopping: AbortSignal;
}

async function workQueues(options: WorkerOptions & { now: () => number; runsAtOnce: number }, engine: Engine) {
  const { connectors, log, ratesUrl, now, runsAtOnce } = options;
  const { pool, removing, boss, freshToken, sync, stopping } = engine;
  await boss.work<SyncRunJob>(
    queues.syncRun,
    { localConcurrency: runsAtOnce, pollingIntervalSeconds: 0.5, notifyPollingIntervalSeconds: 2 },
    async ([job]) => {
      if (!job) return;
      const { runId, deferrals = 0 } = job.data;
      const retries = job.retryCount;
      const end = await syncRun(sync, { runId, deferrals, retries, signal: job.signal, stopping }).catch((error) => {
        if (error instanceof SyncRetry) log.warn("import_waits", { runId, code: error.code, retries });
        else log.error("import_fault", error, { runId, retries });
        throw error;
      });
      if (end.end === "over") return;
      await inTransaction(pool, async (tx) => {
        if (!(await holdRun(tx, end.run))) return;
        await sendSyncRun(boss, { runId, deferrals: end.deferrals }, { afterSeconds: end.afterSeconds, tx });
      });
    },
  );
  const slowly = { pollingIntervalSeconds: 5 };
  await boss.work<SyncRunJob>(queues.syncRunDead, slowly, async ([job]) => {
    if (job) await abandonRun(sync, job.data.runId);
  });
  // Many tokens may fall due together: a look takes ten, one after the other, and the next follows at once while there are more.
  const many = { ...slowly, localConcurrency: 2, batchSize: 10, burstWhenBatchFull: true };
  await boss.work<{ connectionId: string }>(queues.tokenRefresh, many, async (jobs) => {
    for (const { data } of jobs) {
      // Those left count as done here; their tokens end soon, so the next look queues them again.
      if (stopping.aborted) return;
      await refreshAhead({ pool, connectors, freshToken }, data.connectionId).catch((error: unknown) =>
        log.warn("token_refresh_ahead_failed", { connectionId: data.connectionId, err: error }),
      );
    }
  });
  await boss.work(queues.tokensAhead, slowly, () => queueRefreshesAhead({ pool, boss, log }));
  await boss.work(queues.reconcile, slowly, () => reconcileAll({ pool, log }));
  await boss.work(queues.ratesRefresh, slowly, async () => {
    if (ratesUrl !== null) await refreshRates({ pool, log, ratesUrl, now });
  });
  await boss.work(queues.purge, slowly, async () => {
    try {
      log.info("purged", { rows: await applyRetention(removing, { dry: false }) });
    } catch (error) {
      log.error("purge_failed", error);
      throw error;
    }
  });
}
