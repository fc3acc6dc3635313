import { randomUUID } from "node:crypto";
import type pg from "pg";
import { newPlatformId } from "./harness.ts";

export interface Owner {
  readonly wallet: string;
  readonly connectionId: string;
  readonly shopId: string;
}

/** Puts one row of this owner into every income and import table. */
export async function fillEveryTable(pool: pg.Pool, { connectionId, shopId }: Owner): Promise<void> {
  const base = [connectionId, shopId, newPlatformId()];
  const inserts = [
    `insert into public.orders (connection_id, shop_id, id, status, currency, merchandise_value, item_count, gift_count,
       is_cod, is_sample, is_replacement, is_exchange, create_time, update_time)
     values ($1, $2, $3, 'COMPLETED', 'USD', 12345678901234.123456, 1, 0, false, false, false, false, 1700000000, 1700000000)`,
    `insert into public.returns (connection_id, shop_id, id, order_id, status, create_time, update_time)
     values ($1, $2, $3, '1', 'RETURN_OR_REFUND_REQUEST_COMPLETE', 1, 1)`,
    `insert into public.statements (connection_id, shop_id, id, currency, statement_time, settlement_amount)
     values ($1, $2, $3, 'USD', 1, 1.5)`,
    `insert into public.settlements (connection_id, shop_id, id, statement_id, type, currency, settlement_amount)
     values ($1, $2, $3, '1', 'ORDER', 'USD', 1.5)`,
    `insert into public.unsettled (connection_id, shop_id, id, type, currency) values ($1, $2, $3, 'ORDER', 'USD')`,
    `insert into public.payouts (connection_id, shop_id, id, source, status, currency, amount, create_time)
     values ($1, $2, $3, 'payment', 'PAID', 'USD', 1.5, 1)`,
    `insert into public.products (connection_id, shop_id, id, title, status, create_time, update_time)
     values ($1, $2, $3, 'Cup', 'ACTIVATE', 1, 1)`,
    `insert into public.commissions (connection_id, shop_id, order_id, side, line_id, status, create_time)
     values ($1, $2, $3, 'seller', 'sku', 'SETTLED', 1)`,
    `insert into public.shop_performance (connection_id, shop_id, measure, value, run_id)
     values ($1, $2, 'shop_score', 4.5, md5($3)::uuid)`,
    `insert into public.rejected_rows (connection_id, shop_id, row_id, stage, reason)
     values ($1, $2, $3, 'orders', 'payment.sub_total: not a plain decimal')`,
  ];
  for (const insert of inserts) await pool.query(insert, base);
  await pool.query(
    `insert into public.sync_windows (run_id, connection_id, shop_id, stage, range_from, range_to)
     select id, connection_id, $2, 'orders', 0, 1 from public.sync_runs where connection_id = $1 limit 1`,
    [connectionId, shopId],
  );
  await pool.query(
    `insert into public.fx_rates (rate_date, currency, units_per_usd, source)
     values ('2026-01-01', 'IDR', 16250.5, $1) on conflict do nothing`,
    [`test-${randomUUID()}`],
  );
}
