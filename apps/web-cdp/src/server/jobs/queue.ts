import "server-only";
import { PgBoss } from "pg-boss";
import type { Log } from "#server/log.ts";
import { connectionLimits, type Sql } from "#server/stores/pg/pool.ts";
import { mostRetentionSeconds } from "#server/stores/pg/retention.ts";
import { requiredRetries } from "./judge-failure.ts";

export const queues = {
  syncRun: "sync.run",
  syncRunDead: "sync.run.dead",
  tokenRefresh: "token.refresh",
  tokensAhead: "tokens.ahead",
  ratesRefresh: "rates.refresh",
  reconcile: "reconcile",
  purge: "purge",
} as const;

/** What a job of `sync.run` carries. The run's row holds everything else. */
export interface SyncRunJob {
  readonly runId: string;
  /** Times that the platform has made this run wait. */
  readonly deferrals: number;
}

export interface QueueOptions {
  readonly databaseUrl: string;
  readonly log: Log;
  /** How long an answer of the database is waited for; by default as long as by any other pool. */
  readonly answerMs?: number;
}

/** Starts the job engine and its queues. Safe to call in any number of processes. */
export async function startQueue({ databaseUrl, log, ...limits }: QueueOptions): Promise<PgBoss> {
  const boss = new PgBoss({
    // Handed on to its pool as they are.
    ...connectionLimits(limits),
    connectionString: databaseUrl,
    application_name: "web-cdp-queue",
    schema: "pgboss",
    max: 4,
    useListenNotify: true,
    // A worker that dies is noticed after its heartbeat (10 s) by the next of these looks.
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
  });
  boss.on("error", (error) => log.error("queue_error", error));
  boss.on("warning", ({ message }) => log.warn("queue_warning", { message }));
  await boss.start({ attempts: 5 });
  await boss.createQueue(queues.syncRunDead, { deleteAfterSeconds: 604_800 });
  await boss.createQueue(queues.syncRun, {
    policy: "stately",
    notify: true,
    retryLimit: requiredRetries,
    retryBackoff: true,
    retryDelay: 2,
    retryDelayMax: 300,
    expireInSeconds: 300,
    heartbeatSeconds: 10,
    deadLetter: queues.syncRunDead,
    deleteAfterSeconds: 259_200,
  });
  await boss.createQueue(queues.tokenRefresh, { policy: "stately", retryLimit: 0, expireInSeconds: 120 });
  for (const name of [queues.tokensAhead, queues.ratesRefresh, queues.reconcile]) {
    await boss.createQueue(name, { policy: "stately", retryLimit: 1, expireInSeconds: 600 });
  }
  // A worker that dies in the midst of it is noticed by its heartbeat, not by the hours that it may take.
  const purging = { retryLimit: 1, expireInSeconds: mostRetentionSeconds + 60, heartbeatSeconds: 60 };
  await boss.createQueue(queues.purge, { policy: "stately", ...purging });
  // One that an earlier version has made is left as it was by the line before.
  await boss.updateQueue(queues.purge, purging);
  return boss;
}

/** Puts a run into the queue, once: a run that already waits there is left alone. */
export async function sendSyncRun(
  boss: PgBoss,
  job: SyncRunJob,
  options: { readonly afterSeconds?: number; readonly tx?: Sql } = {},
): Promise<void> {
  const { afterSeconds = 0, tx } = options;
  await boss.send(queues.syncRun, job, {
    singletonKey: job.runId,
    ...(afterSeconds > 0 ? { startAfter: afterSeconds } : {}),
    ...(tx ? { db: { executeSql: (text, values) => tx.query(text, values) } } : {}),
  });
}

/** Times in UTC. A worker that was down catches each one up once. */
export async function scheduleJobs(boss: PgBoss): Promise<void> {
  const options = { tz: "UTC", missed: "once" } as const;
  await boss.schedule(queues.tokensAhead, "*/5 * * * *", {}, options);
  await boss.schedule(queues.reconcile, "0 3 * * *", {}, options);
  await boss.schedule(queues.ratesRefresh, "17 4 * * *", {}, options);
  await boss.schedule(queues.purge, "43 4 * * *", {}, options);
}
