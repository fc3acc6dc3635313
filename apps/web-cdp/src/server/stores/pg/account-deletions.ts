import "server-only";
import type { Pool } from "pg";
import { inTransaction, type Sql } from "./pool.ts";

/** The web tells the platform for ten seconds at most; whoever died meanwhile is not waited for. */
const revokingSeconds = 12;

/** Accounts that nobody can reach any more and whose rows are still there. */
export async function listDueDeletions(sql: Sql): Promise<readonly string[]> {
  const due = await sql.query<{ id: string }>(
    `select id from app_private.account_deletions
     where state = 'revoked' or (state = 'revoking' and requested_at < now() - make_interval(secs => $1))
     order by requested_at limit 50`,
    [revokingSeconds],
  );
  return due.rows.map(({ id }) => id);
}

/**
 * Removes every row about one account, jobs of the queue included. Answers what went, by table; null when another worker
 * is at it or it is done. A million rows go in one transaction: the pool's statements may take `longStatementMs`.
 */
export function eraseAccount(pool: Pool, deletionId: string): Promise<Readonly<Record<string, number>> | null> {
  return inTransaction(pool, async (tx) => {
    await forgetJobs(tx, deletionId);
    const erased = await tx.query<{ erased: Record<string, number> | null }>(
      `select app_private.erase_account($1) as erased`,
      [deletionId],
    );
    return erased.rows[0]?.erased ?? null;
  });
}

/** Jobs carry ids of runs and connections, and stay for days after they ended. */
async function forgetJobs(tx: Sql, deletionId: string): Promise<void> {
  const queue = await tx.query<{ exists: boolean }>(`select to_regclass('pgboss.job') is not null as exists`);
  if (!queue.rows[0]?.exists) return;
  await tx.query(
    `with own as (
       select c.id::text as id from public.business_connections c
       join app_private.account_deletions d on d.wallet = c.wallet_address where d.id = $1
     ), named as (
       select id from own union all
       select r.id::text from public.sync_runs r join own on own.id = r.connection_id::text
     )
     delete from pgboss.job
     where singleton_key in (select id from named) or data ->> 'connectionId' in (select id from named)
       or data ->> 'runId' in (select id from named)`,
    [deletionId],
  );
}

/**
 * Forgets jobs of runs and connections that are gone, while something was deleted not long ago: a worker may have put one into the
 * queue that it had looked up just before. Answers how many.
 */
export async function forgetOrphanedJobs(sql: Sql): Promise<number> {
  const forgotten = await sql.query(
    `delete from pgboss.job as job
     where job.state in ('completed', 'cancelled', 'failed') and (
       (job.data ? 'runId' and not exists (select from public.sync_runs where id::text = job.data ->> 'runId'))
       or (job.data ? 'connectionId'
         and not exists (select from public.business_connections where id::text = job.data ->> 'connectionId'))
     ) and (
       exists (select from app_private.account_deletions where erased_at > now() - interval '5 minutes')
       or exists (select from app_private.erasures where at > now() - interval '5 minutes'))`,
  );
  return forgotten.rowCount ?? 0;
}
