import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { as, connect, newPlatformId, shopInput, signedIn } from "./harness.ts";
import { createOwnDatabase, type OwnDatabase } from "./own-database.ts";

const owners = 300;
const ordersOfEach = 1_000;

let database: OwnDatabase;
let pool: pg.Pool;
const wallets: string[] = [];

beforeAll(async () => {
  database = await createOwnDatabase();
  pool = new pg.Pool({ connectionString: database.url, max: 4 });
  for (let nth = 0; nth < owners; nth++) {
    const shop = shopInput();
    const { wallet, connectionId } = await connect(pool, { shops: [shop] });
    wallets.push(wallet);
    await pool.query(
      `insert into public.orders (connection_id, shop_id, id, status, currency, merchandise_value, item_count, gift_count,
         is_cod, is_sample, is_replacement, is_exchange, create_time, update_time)
       select $1, $2, $3 || nth, 'COMPLETED', 'USD', 1, 1, 0, false, false, false, false, 1700000000 + nth, 1700000000
       from generate_series(1, $4::int) as nth`,
      [connectionId, shop.id, newPlatformId(), ordersOfEach],
    );
  }
  await pool.query("analyze");
}, 120_000);
afterAll(async () => {
  await pool.end();
  await database.drop();
});

test(`of ${owners * ordersOfEach} orders a person's own page is read by index, within 20 ms (E12)`, async () => {
  const times: number[] = [];
  for (let nth = 0; nth < 100; nth++) {
    const wallet = wallets[(nth * 37) % owners] ?? "";
    const rows = await as(pool, signedIn(wallet), async (client) => {
      const before = performance.now();
      const page = await client.query("select id from public.orders order by create_time desc limit 50");
      times.push(performance.now() - before);
      return page.rowCount;
    });
    expect(rows).toBe(50);
  }
  times.sort((one, other) => one - other);

  expect(times[94]).toBeLessThan(20);
  const plan = await as(pool, signedIn(wallets[0]), async (client) => {
    const { rows } = await client.query("explain select id from public.orders order by create_time desc limit 50");
    return rows.map((row) => row["QUERY PLAN"]).join("\n");
  });
  expect(plan).toContain("InitPlan");
  expect(plan).not.toContain("Seq Scan on orders");
});
