import "server-only";
import type { ProvisionalReason } from "@lendfriend/connector";
import type { Pool } from "pg";
import { inTransaction, type Sql } from "./pool.ts";

/** One import that this process holds. `claim` rises each time somebody takes the run: the newest holder writes. */
export interface ClaimedRun {
  readonly id: string;
  readonly connectionId: string;
  readonly kind: "first" | "refresh";
  readonly epoch: number;
  readonly claim: number;
  /** Unix seconds: the import covers [from, to), and `to` is the `asOf` of its score. */
  readonly from: number;
  readonly to: number;
  /** The complete import after which this one reads changes; null when it reads everything. */
  readonly since: { readonly runId: string; readonly to: number } | null;
}

interface RunRow {
  id: string;
  connection_id: string;
  kind: "first" | "refresh";
  epoch: number;
  attempts: number;
  window_from: string;
  window_to: string;
  since_run_id: string | null;
  since_to: string | null;
}

/** Who may be served with what changed; the daily reconcile and a new consent read everything. */
const changesOnly = ["borrower", "webhook", "follow_up"];
/** After this long without an import of everything, the next one is one, whoever asked. */
const mostSecondsSinceWhole = 36 * 3600;

/** Rows set aside were read, and stay a doubt by themselves until they are understood: reading all again would not help. */
const leftNoDoubt = (run: string) => `not exists (
  select from jsonb_array_elements(${run}.provisional_reasons) as reason where reason ->> 'code' <> 'rows_set_aside')`;

/** The newest run of the same consent that left no doubt, as long as everything was read not long before. */
const completeRun = `select base.id from public.sync_runs base
  where base.connection_id = sync_runs.connection_id and base.epoch = sync_runs.epoch and base.state = 'done'
    and ${leftNoDoubt("base")} and exists (
      select 1 from public.sync_runs whole
      where whole.connection_id = base.connection_id and whole.epoch = base.epoch and whole.state = 'done'
        and ${leftNoDoubt("whole")} and whole.since_run_id is null and whole.window_to > $3 - $5::bigint)
  order by base.window_to desc limit 1`;

/**
 * Takes a queued or running run, fixing its window the first time. Null when it is finished or cancelled; a run of an
 * earlier life of its connection is cancelled here.
 */
export async function claimRun(
  pool: Pool,
  runId: string,
  window: { readonly from: number; readonly to: number },
): Promise<ClaimedRun | null> {
  return inTransaction(pool, async (tx) => {
    await tx.query(
      `update public.sync_runs r set state = 'cancelled', finished_at = now(), error_code = 'superseded'
       from public.business_connections c
       where r.id = $1 and r.state in ('queued', 'running') and c.id = r.connection_id
         and (c.epoch <> r.epoch or not c.is_active or c.status in ('disconnected', 'needs_reconnect'))`,
      [runId],
    );
    const claimed = await tx.query<RunRow>(
      `update public.sync_runs set state = 'running', attempts = attempts + 1, started_at = coalesce(started_at, now()),
         window_from = coalesce(window_from, $2), window_to = coalesce(window_to, $3),
         since_run_id = case when window_from is null and kind = 'refresh' and requested_by = any ($4::text[])
           then (${completeRun}) else since_run_id end
       where id = $1 and state in ('queued', 'running')
       returning id, connection_id, kind, epoch, attempts, window_from, window_to, since_run_id,
         (select base.window_to from public.sync_runs base where base.id = sync_runs.since_run_id) as since_to`,
      [runId, window.from, window.to, changesOnly, mostSecondsSinceWhole],
    );
    const [row] = claimed.rows;
    if (!row) return null;
    // A first import that failed is being tried again: its connection has nothing to show but this import.
    await tx.query(
      `update public.business_connections set status = 'importing', error_code = null, error_message = null
       where id = $1 and status = 'error' and last_synced_at is null`,
      [row.connection_id],
    );
    return runFrom(row);
  });
}

/** Locks the run and its connection, in this order everywhere. False when the claim or the connection's life is over. */
export async function holdRun(tx: Sql, run: ClaimedRun): Promise<boolean> {
  const connection = await tx.query(
    `select 1 from public.business_connections
     where id = $1 and epoch = $2 and is_active and status not in ('disconnected', 'needs_reconnect') for update`,
    [run.connectionId, run.epoch],
  );
  if (connection.rows.length === 0) return false;
  const held = await tx.query(
    `select 1 from public.sync_runs where id = $1 and state = 'running' and attempts = $2 for update`,
    [run.id, run.claim],
  );
  return held.rows.length === 1;
}

const hasJob = `exists (select 1 from pgboss.job j
  where j.name = 'sync.run' and j.singleton_key = r.id::text and j.state in ('created', 'retry', 'active'))`;

/**
 * Runs that wait for a worker, and running ones that no job of the queue carries any more. A run that webhooks asked for waits
 * until ten seconds after the connection's last one: however many arrive meanwhile, each order is read once in that time.
 */
export async function listRunsToDispatch(sql: Sql): Promise<readonly string[]> {
  const found = await sql.query<{ id: string }>(
    `select r.id from public.sync_runs r
     where (r.state = 'queued' and not (r.requested_by in ('webhook', 'follow_up') and exists (
         select 1 from public.sync_runs last
         where last.connection_id = r.connection_id and last.finished_at > now() - interval '10 seconds')))
       or (r.state = 'running' and r.started_at < now() - interval '60 seconds'
         and not (${hasJob}))
     order by r.created_at limit 500`,
  );
  return found.rows.map((row) => row.id);
}

/** The connection of an open run that was taken more than `tries` times and that no job carries any more; else null. */
export async function findForsakenRun(sql: Sql, runId: string, tries: number): Promise<string | null> {
  const found = await sql.query<{ connection_id: string }>(
    `select r.connection_id from public.sync_runs r
     where r.id = $1 and r.state in ('queued', 'running') and r.attempts > $2 and not (${hasJob})`,
    [runId, tries],
  );
  return found.rows[0]?.connection_id ?? null;
}

/** Whether any run waits that no worker has taken yet. */
export async function isRunWaiting(sql: Sql): Promise<boolean> {
  const found = await sql.query(`select 1 from public.sync_runs where state = 'queued' limit 1`);
  return found.rows.length > 0;
}

export async function finishRun(tx: Sql, run: ClaimedRun, reasons: readonly ProvisionalReason[]): Promise<void> {
  await tx.query(
    `update public.sync_runs set state = 'done', finished_at = now(), provisional_reasons = $2::jsonb,
       error_code = null, error_message = null where id = $1`,
    [run.id, JSON.stringify(reasons)],
  );
}

/** Ends a run that cannot go on, and says so on its connection. What it has already written stays. */
export async function failRun(
  tx: Sql,
  run: Pick<ClaimedRun, "id" | "connectionId">,
  failure: { readonly code: string; readonly message: string; readonly status: "error" | "needs_reconnect" },
): Promise<void> {
  await tx.query(
    `update public.sync_runs set state = 'failed', finished_at = now(), error_code = $2, error_message = $3
     where id = $1 and state in ('queued', 'running')`,
    [run.id, failure.code, failure.message],
  );
  const changed = await tx.query<{ wallet_address: string }>(
    `update public.business_connections set status = $2, error_code = $3, error_message = $4
     where id = $1 and is_active and status not in ('disconnected', 'needs_reconnect') returning wallet_address`,
    [run.connectionId, failure.status, failure.code, failure.message],
  );
  const wallet = changed.rows[0]?.wallet_address;
  if (!wallet) return;
  await tx.query(`select app_private.append_audit($1, 'system', $2, $3, $4::jsonb)`, [
    wallet,
    failure.status === "needs_reconnect" ? "connection.needs_reconnect" : "import.failed",
    run.connectionId,
    JSON.stringify({ code: failure.code, runId: run.id }),
  ]);
}

/** Connections with figures whose wallet has no score, as after another account of the wallet was erased. */
export async function listUnscoredConnections(sql: Sql): Promise<readonly string[]> {
  const found = await sql.query<{ id: string }>(
    `select c.id from public.business_connections c
     where c.is_active and c.status in ('active', 'error') and c.last_synced_at is not null
       and not exists (select 1 from public.score_snapshots s where s.wallet_address = c.wallet_address)
       and not exists (
         select 1 from public.sync_runs r where r.connection_id = c.id and r.created_at > now() - interval '10 minutes')
     limit 100`,
  );
  return found.rows.map((row) => row.id);
}

/** Queues a refresh unless one is open; an open one that has begun leaves word to follow up. Answers the new run's id. */
export async function requestRefresh(tx: Sql, connectionId: string, requestedBy: string): Promise<string | null> {
  const held = await tx.query(
    `select 1 from public.business_connections
     where id = $1 and is_active and status in ('active', 'importing', 'error') for update`,
    [connectionId],
  );
  if (held.rows.length === 0) return null;
  const open = await tx.query<{ state: string }>(
    `select state from public.sync_runs where connection_id = $1 and state in ('queued', 'running')`,
    [connectionId],
  );
  const state = open.rows[0]?.state;
  if (state === "queued") return null;
  if (state === "running") {
    await tx.query(
      `update public.business_connections set metadata = metadata || '{"followUp": true}'::jsonb where id = $1`,
      [connectionId],
    );
    return null;
  }
  const queued = await tx.query<{ run: string }>(`select app_private.queue_run($1, $2) as run`, [
    connectionId,
    requestedBy,
  ]);
  return queued.rows[0]?.run ?? null;
}

/** After a run has ended: queues the refresh that was asked for meanwhile, if any. Call inside the ending transaction. */
export async function takeFollowUp(tx: Sql, connectionId: string): Promise<string | null> {
  const taken = await tx.query(
    `update public.business_connections set metadata = metadata - 'followUp'
     where id = $1 and metadata ? 'followUp' and is_active and status in ('active', 'importing', 'error') returning 1`,
    [connectionId],
  );
  return taken.rows.length === 0 ? null : requestRefresh(tx, connectionId, "follow_up");
}

function runFrom(row: RunRow): ClaimedRun {
  return {
    id: row.id,
    connectionId: row.connection_id,
    kind: row.kind,
    epoch: row.epoch,
    claim: row.attempts,
    from: Number(row.window_from),
    to: Number(row.window_to),
    since: row.since_run_id === null ? null : { runId: row.since_run_id, to: Number(row.since_to) },
  };
}
