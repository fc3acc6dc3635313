import "server-only";
import type { Sql } from "./pool.ts";

/** A connection whose wallet is to be scored again, and how often that was asked when it was taken. */
export interface RescoreTask {
  readonly connectionId: string;
  readonly asks: number;
}

/** Objects that are read again together change the score together. */
const gatherSeconds = 2;
/** A busy shop's wallet is scored again at most this often. */
const quietSeconds = 60;
const leaseSeconds = 120;

/** Asks for the connection's wallet to be scored again from the rows at hand: soon, or a minute after the last time. */
export async function askRescore(tx: Sql, connectionId: string): Promise<void> {
  await tx.query(
    `insert into app_private.rescores as kept (connection_id, due_at) values ($1, now() + make_interval(secs => $2))
     on conflict (connection_id) do update set asks = kept.asks + 1, is_waiting = true,
       due_at = case when kept.is_waiting then kept.due_at
         else greatest(excluded.due_at, kept.scored_at + make_interval(secs => $3)) end`,
    [connectionId, gatherSeconds, quietSeconds],
  );
}

/** Takes one connection that is due; a worker that dies leaves it to the next one. */
export async function takeRescore(sql: Sql): Promise<RescoreTask | null> {
  const taken = await sql.query<{ connection_id: string; asks: number }>(
    `update app_private.rescores set due_at = now() + make_interval(secs => $1)
     where connection_id = (
       select connection_id from app_private.rescores where is_waiting and due_at <= now()
       order by due_at limit 1 for update skip locked)
     returning connection_id, asks`,
    [leaseSeconds],
  );
  const [row] = taken.rows;
  return row ? { connectionId: row.connection_id, asks: row.asks } : null;
}

/** Ends a task; one that was asked for again since it was taken waits for its next turn. */
export async function endRescore(tx: Sql, { connectionId, asks }: RescoreTask): Promise<void> {
  await tx.query(
    `update app_private.rescores set scored_at = now(), is_waiting = asks <> $2,
       due_at = now() + make_interval(secs => $3) where connection_id = $1`,
    [connectionId, asks, quietSeconds],
  );
}
