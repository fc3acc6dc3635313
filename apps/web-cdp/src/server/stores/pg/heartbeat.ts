import "server-only";
import type { Sql } from "./pool.ts";

/** Says that this worker is alive; health checks read the newest of these. Forgets workers that are long gone. */
export async function beat(sql: Sql, workerId: string): Promise<void> {
  await sql.query(
    `insert into app_private.workers (id, last_seen_at) values ($1, now())
     on conflict (id) do update set last_seen_at = excluded.last_seen_at`,
    [workerId],
  );
  await sql.query(`delete from app_private.workers where last_seen_at < now() - interval '1 day'`);
}

export async function stopBeating(sql: Sql, workerId: string): Promise<void> {
  await sql.query(`delete from app_private.workers where id = $1`, [workerId]);
}
