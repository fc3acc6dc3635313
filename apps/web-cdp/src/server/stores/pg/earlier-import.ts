import "server-only";
import type { Sql } from "./pool.ts";
import type { ClaimedRun } from "./runs.ts";

/** What an earlier, complete import of the connection leaves to be read. */
export interface EarlierImport {
  /** Unix seconds up to which it read. */
  readonly to: number;
  /** Whether it read this list of this shop to its end. */
  hasRead(stage: string, shopId: string | null): boolean;
  /** Unix seconds of the shop's newest statement, null when it has none. */
  newestStatement(shopId: string | null): number | null;
}

/** Null for a run that reads everything. */
export async function findEarlierImport(sql: Sql, run: ClaimedRun): Promise<EarlierImport | null> {
  if (run.since === null) return null;
  const read = await sql.query<{ stage: string; shop_id: string | null }>(
    `select stage, shop_id from public.sync_windows where run_id = $1
     group by stage, shop_id having bool_and(state = 'done')`,
    [run.since.runId],
  );
  const statements = await sql.query<{ shop_id: string; newest: number }>(
    `select shop_id, max(statement_time)::float8 as newest from public.statements where connection_id = $1 group by shop_id`,
    [run.connectionId],
  );
  const done = new Set(read.rows.map((row) => `${row.shop_id ?? ""} ${row.stage}`));
  const newest = new Map(statements.rows.map((row) => [row.shop_id, row.newest]));
  return {
    to: run.since.to,
    hasRead: (stage, shopId) => done.has(`${shopId ?? ""} ${stage}`),
    newestStatement: (shopId) => newest.get(shopId ?? "") ?? null,
  };
}
