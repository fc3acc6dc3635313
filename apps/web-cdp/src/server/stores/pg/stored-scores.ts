import "server-only";
import type { IncomeMetrics, ScoreReport } from "@lendfriend/credit-score";
import type { Sql } from "./pool.ts";

/** One immutable snapshot, as its row holds it. */
export interface StoredSnapshot {
  readonly id: string;
  readonly modelHash: string;
  readonly millipoints: number;
  readonly snapshotHash: string;
  readonly ratesHash: string | null;
  readonly inputs: IncomeMetrics;
  readonly report: ScoreReport;
}

/** Snapshots of every wallet in the order of their ids, from the one after `after`. */
export async function listStoredScores(
  sql: Sql,
  after: string | null,
  limit: number,
): Promise<readonly StoredSnapshot[]> {
  const found = await sql.query<StoredSnapshot>(
    `select id, model_hash as "modelHash", score_millipoints as millipoints, snapshot_hash as "snapshotHash",
       fx_table_hash as "ratesHash", inputs, report
     from public.score_snapshots where $1::uuid is null or id > $1::uuid order by id limit $2`,
    [after, limit],
  );
  return found.rows;
}
