import type pg from "pg";

/** Sums of a tie-out with one flag of each of two kinds; its figures are easy to search for. */
export const sampleSummary = {
  status: "available",
  untied: [],
  counts: [
    { subject: "order", state: "MATCHED", currency: "USD", count: 5, value: "500" },
    { subject: "order", state: "MISSING", currency: "USD", count: 1, value: "71.25" },
    { subject: "payment", state: "ORPHAN", currency: "USD", count: 1, value: "33.75" },
  ],
  oldDelivered: [{ currency: "USD", count: 6, value: "571.25", missingCount: 1, missingValue: "71.25" }],
};

/** Stores the tie-out of a snapshot as the worker does. */
export async function storeTieOut(pool: pg.Pool, wallet: string, snapshotId: string, shopId: string): Promise<void> {
  await pool.query(`insert into public.tie_outs (snapshot_id, wallet_address, summary) values ($1, $2, $3)`, [
    snapshotId,
    wallet,
    JSON.stringify(sampleSummary),
  ]);
  await pool.query(
    `insert into public.tie_out_flags (snapshot_id, wallet_address, kind, number, subject, problem, shop_id, id, order_id,
       currency, expected, found, at)
     values ($1, $2, 'MISSING', 1, 'order', 'not_settled', $3, '576500000000000001', '576500000000000001', 'USD', 71.25, 0, 1790000000),
       ($1, $2, 'ORPHAN', 1, 'payment', 'no_statement', $3, '735200000000000001', null, 'USD', null, 33.75, 1790000000)`,
    [snapshotId, wallet, shopId],
  );
}
