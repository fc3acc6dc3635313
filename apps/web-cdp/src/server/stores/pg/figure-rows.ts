import "server-only";
import type { IncomeMetrics } from "@lendfriend/credit-score";
import type { Insights, MetricRow } from "@lendfriend/tiktokshop-client";
import type { LeftOutRows, NumberedSum } from "#server/figure-rows.ts";
import type { Sql } from "./pool.ts";

/** Rows that somebody asked for, taken by one worker. */
export interface RowSetTask {
  readonly snapshotId: string;
  readonly wallet: string;
  readonly claim: string;
}

/** A row as it is stored: its figures by number, money as decimal text. */
export type StoredRow = Omit<MetricRow, "figures" | "amount" | "amountUsd" | "counted" | "countedUsd"> & {
  readonly number: number;
  readonly amount: string | null;
  readonly amountUsd: string | null;
  readonly counted: string | null;
  readonly countedUsd: string | null;
  readonly figures: readonly number[];
};

/** Longer than a worker that renews it ever leaves it alone. */
const leaseSeconds = 60;
/** Twice as long after each try that failed. */
const retrySeconds = 30;
const mostTries = 5;
const rowsPerDelete = 20_000;

/** Takes one that is due; a worker that dies leaves it to the next one, until it has been tried too often. */
export async function takeRowSet(sql: Sql): Promise<RowSetTask | null> {
  await sql.query(
    `update public.figure_row_sets set gave_up_at = now()
     where sums is null and gave_up_at is null and due_at <= now() and tries >= $1`,
    [mostTries],
  );
  const taken = await sql.query<{ snapshot_id: string; wallet_address: string; claim: string }>(
    `update public.figure_row_sets set claim = gen_random_uuid(), tries = tries + 1, due_at = now() + make_interval(secs => $1)
     where snapshot_id = (
       select snapshot_id from public.figure_row_sets where sums is null and gave_up_at is null and due_at <= now()
       order by due_at limit 1 for update skip locked)
     returning snapshot_id, wallet_address, claim`,
    [leaseSeconds],
  );
  const [row] = taken.rows;
  return row ? { snapshotId: row.snapshot_id, wallet: row.wallet_address, claim: row.claim } : null;
}

/** Holds a task for longer; call it well within a minute for as long as the work goes on. */
export async function renewRowSet(sql: Sql, { snapshotId, claim }: RowSetTask): Promise<void> {
  await sql.query(
    `update public.figure_row_sets set due_at = now() + make_interval(secs => $3)
     where snapshot_id = $1 and claim = $2 and sums is null`,
    [snapshotId, claim, leaseSeconds],
  );
}

/** Clears what an earlier try or an earlier score left, while the task is this worker's. Of a large shop there are millions: no statement takes long. */
export async function clearRows(sql: Sql, { snapshotId, wallet, claim }: RowSetTask): Promise<void> {
  const isHeld = `exists (select 1 from public.figure_row_sets where snapshot_id = $2 and claim = $3)`;
  for (;;) {
    const cleared = await sql.query(
      `delete from public.figure_rows where (snapshot_id, number) in (
         select snapshot_id, number from public.figure_rows where wallet_address = $1 limit $4) and ${isHeld}`,
      [wallet, snapshotId, claim, rowsPerDelete],
    );
    if ((cleared.rowCount ?? 0) < rowsPerDelete) break;
  }
  await sql.query(`delete from public.figure_row_sets where wallet_address = $1 and snapshot_id <> $2 and ${isHeld}`, [
    wallet,
    snapshotId,
    claim,
  ]);
}

/** Gives a task back for another try, later each time. */
export async function releaseRowSet(sql: Sql, { snapshotId, claim }: RowSetTask): Promise<void> {
  await sql.query(
    `update public.figure_row_sets set due_at = now() + make_interval(secs => $3 * power(2, tries - 1)),
       gave_up_at = case when tries >= $4 then now() end
     where snapshot_id = $1 and claim = $2`,
    [snapshotId, claim, retrySeconds, mostTries],
  );
}

/** The score that the rows are behind; null when it was erased. */
export async function findScored(
  sql: Sql,
  snapshotId: string,
): Promise<{ readonly inputs: IncomeMetrics; readonly insights: Insights | null } | null> {
  const found = await sql.query<{ inputs: IncomeMetrics; insights: Insights | null }>(
    `select inputs, insights from public.score_snapshots where id = $1`,
    [snapshotId],
  );
  return found.rows[0] ?? null;
}

/** Adds rows; false, having added none, when the set is gone or another worker's. */
export async function insertRows(sql: Sql, task: RowSetTask, rows: readonly StoredRow[]): Promise<boolean> {
  if (rows.length === 0) return true;
  const inserted = await sql.query(
    `insert into public.figure_rows (snapshot_id, wallet_address, number, kind, shop_id, id, order_id, label, at, currency,
       amount, amount_usd, counted, counted_usd, units_per_usd, quantity, reason, figures)
     select $1, $2, number, kind, "shopId", id, "orderId", label, at, currency, amount, "amountUsd", counted, "countedUsd",
       "unitsPerUsd", quantity, reason, figures
     from jsonb_to_recordset($4::jsonb) as given(number bigint, kind text, "shopId" text, id text, "orderId" text, label text,
       at bigint, currency text, amount numeric, "amountUsd" numeric, counted numeric, "countedUsd" numeric,
       "unitsPerUsd" text, quantity bigint, reason text, figures int[])
     where exists (select 1 from public.figure_row_sets where snapshot_id = $1 and claim = $3 for key share)`,
    [task.snapshotId, task.wallet, task.claim, JSON.stringify(rows)],
  );
  return inserted.rowCount === rows.length;
}

/** Shows the rows: from here on they are complete. */
export async function finishRowSet(
  sql: Sql,
  { snapshotId, claim }: RowSetTask,
  { sums, leftOut }: { readonly sums: Readonly<Record<string, NumberedSum>>; readonly leftOut: readonly LeftOutRows[] },
): Promise<void> {
  await sql.query(
    `update public.figure_row_sets set sums = $3::jsonb, left_out = $4::jsonb, gathered_at = now()
     where snapshot_id = $1 and claim = $2`,
    [snapshotId, claim, JSON.stringify(sums), JSON.stringify(leftOut)],
  );
}
