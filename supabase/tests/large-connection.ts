import type pg from "pg";
import { type Connected, connect, newWallet, shopInput } from "./harness.ts";
import { storeSnapshot } from "./scores.ts";

/** The smallest number of rows that nobody is let wait for while they are removed. */
export const many = 20_000;

export interface LargeConnection extends Connected {
  readonly shopId: string;
  readonly snapshot: string;
}

/** A scored connection with as many orders. */
export async function connectLarge(pool: pg.Pool, orders = many, wallet = newWallet()): Promise<LargeConnection> {
  const shop = shopInput();
  const connected = await connect(pool, { shops: [shop] }, wallet);
  await pool.query(
    `insert into public.orders (connection_id, shop_id, id, status, currency, merchandise_value, item_count, gift_count,
       is_cod, is_sample, is_replacement, is_exchange, create_time, update_time)
     select $1, $2, number, 'COMPLETED', 'USD', 1, 1, 0, false, false, false, false, 1700000000, 1700000000
     from generate_series(1, $3::int) as number`,
    [connected.connectionId, shop.id, orders],
  );
  return { ...connected, shopId: shop.id, snapshot: await storeSnapshot(pool, wallet) };
}
