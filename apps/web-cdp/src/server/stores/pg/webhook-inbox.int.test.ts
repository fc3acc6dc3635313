import type { QueryResultRow } from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { connect } from "../../../../../../supabase/tests/harness.ts";
import { createOwnDatabase, type OwnDatabase } from "../../../../../../supabase/tests/own-database.ts";
import { createPool, type Sql } from "./pool.ts";
import { findEventConnections } from "./webhook-inbox.ts";

const connected = 5_000;

let database: OwnDatabase;
let pool: ReturnType<typeof createPool>;
beforeAll(async () => {
  database = await createOwnDatabase();
  pool = createPool({ databaseUrl: database.url, applicationName: "inbox-test", max: 2 });
  const { wallet } = await connect(pool, { platformUserId: "user-0" });
  await pool.query(
    `insert into public.business_connections (wallet_address, platform, account, platform_user_id, market)
     select $1, 'tiktokshop', 'seller', 'user-' || nth, 'US' from generate_series(1, $2::int) as nth`,
    [wallet, connected],
  );
  await pool.query(
    `insert into public.shops (connection_id, platform_shop_id, name, region)
     select id, 'shop-of-' || platform_user_id, 'Corner Shop', 'US' from public.business_connections`,
  );
  await pool.query("vacuum analyze");
}, 120_000);
afterAll(async () => {
  await pool.end();
  await database.drop();
});

/** What a delivery finds, and the pages that it touched, by the database's own count, whatever the machine is doing. */
async function find(shopId: string | null, platformUserId: string | null) {
  let plan = "";
  const explained: Sql = {
    async query<Row extends QueryResultRow>(text: string, values?: unknown[]) {
      const { rows } = await pool.query(`explain (analyze, buffers, costs off, timing off) ${text}`, values);
      plan = rows.map((row) => row["QUERY PLAN"]).join("\n");
      return pool.query<Row>(text, values);
    },
  };
  const found = await findEventConnections(explained, { platform: "tiktokshop", shopId, platformUserId });
  const [, hit = 0, read = 0] = /Buffers: shared(?: hit=(\d+))?(?: read=(\d+))?/.exec(plan) ?? [];
  return { shops: found.map(({ hasShop }) => hasShop), pages: Number(hit) + Number(read) };
}

it.each([
  ["its shop", "shop-of-user-77", null, [true]],
  ["its account", null, "user-77", [false]],
  ["both, each of another one", "shop-of-user-78", "user-77", [true, false]],
  ["both of one", "shop-of-user-77", "user-77", [true]],
  ["neither", "shop-of-nobody", "nobody", []],
])("a delivery finds its connection by index among many: by %s", async (_what, shop, user, expected) => {
  const everything = await pool.query<{ pages: number }>(
    "select relpages as pages from pg_class where relname = 'business_connections'",
  );

  const { shops, pages } = await find(shop, user);

  expect(shops.sort()).toEqual(expected.sort());
  expect(pages).toBeLessThan(40);
  expect(everything.rows[0]?.pages).toBeGreaterThan(100);
});
