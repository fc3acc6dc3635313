import type pg from "pg";

/** Stores rows behind a score's figures as the worker does: two orders that count, and one that does not. */
export async function storeFigureRows(
  pool: pg.Pool,
  wallet: string,
  snapshotId: string,
  shopId: string,
): Promise<void> {
  await pool.query(
    `insert into public.figure_row_sets (snapshot_id, wallet_address, gathered_at, sums, left_out) values ($1, $2, now(), $3, $4)`,
    [
      snapshotId,
      wallet,
      JSON.stringify({ net: { number: 1, count: 2, amounts: { USD: "30.5" }, usd: "30.5", quantity: 2 } }),
      JSON.stringify([{ kind: "order", reason: "CANCELLED", count: 1 }]),
    ],
  );
  await pool.query(
    `insert into public.figure_rows (snapshot_id, wallet_address, number, kind, shop_id, id, at, currency, amount, amount_usd,
       counted, counted_usd, units_per_usd, quantity, reason, figures)
     values ($1, $2, 1, 'order', $3, '576500000000000001', 1790000000, 'USD', 20, 20, 20, 20, '1', 1, null, '{1}'),
       ($1, $2, 2, 'order', $3, '576500000000000002', 1790000000, 'USD', 9, 9, null, null, null, null, 'CANCELLED', '{}'),
       ($1, $2, 3, 'order', $3, '576500000000000003', 1790000000, 'USD', 10.5, 10.5, 10.5, 10.5, '1', 1, null, '{1}')`,
    [snapshotId, wallet, shopId],
  );
}
