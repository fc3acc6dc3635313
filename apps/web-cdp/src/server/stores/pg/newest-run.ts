import "server-only";
import type { Sql } from "./pool.ts";

/** Whether a row made at `createTime` (unix seconds) lies after the newest import, and that one is older than `seconds`. */
export async function isNewSinceImport(
  sql: Sql,
  connectionId: string,
  { createTime, seconds }: { readonly createTime: number; readonly seconds: number },
): Promise<boolean> {
  const found = await sql.query<{ is_new: boolean }>(
    `select window_to <= $2::bigint and finished_at < now() - make_interval(secs => $3) as is_new
     from public.sync_runs where connection_id = $1 and state = 'done' order by finished_at desc limit 1`,
    [connectionId, createTime, seconds],
  );
  return found.rows[0]?.is_new ?? false;
}

/** The connection's newest run, whatever became of it. */
export async function findNewestRun(sql: Sql, connectionId: string): Promise<string | null> {
  const found = await sql.query<{ id: string }>(
    `select id from public.sync_runs where connection_id = $1 order by created_at desc limit 1`,
    [connectionId],
  );
  return found.rows[0]?.id ?? null;
}
