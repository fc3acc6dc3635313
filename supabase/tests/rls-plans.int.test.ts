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

/** Pages that a query touched, by the database's own count, whatever the machine is doing. */
async function pagesOf(wallet: string, query: string): Promise<{ readonly pages: number; readonly plan: string }> {
  return as(pool, signedIn(wallet), async (client) => {
    const { rows } = await client.query(`explain (analyze, buffers, costs off, timing off) ${query}`);
    const plan = rows.map((row) => row["QUERY PLAN"]).join("\n");
    const [, hit = 0, read = 0] = /Buffers: shared(?: hit=(\d+))?(?: read=(\d+))?/.exec(plan) ?? [];
    return { pages: Number(hit) + Number(read), plan };
  });
}

test(`of ${owners * ordersOfEach} orders a person's own page is read by index, touching no more than their own rows need (E12)`, async () => {
  const page = "select id from public.orders order by create_time desc limit 50";
  const everything = await pool.query<{ pages: number }>(
    "select relpages as pages from pg_class where relname = 'orders'",
  );
  for (let nth = 0; nth < 20; nth++) {
    const { pages, plan } = await pagesOf(wallets[(nth * 37) % owners] ?? "", page);

    expect(plan).toMatch(/^Limit .*actual rows=50\b/);
    expect(plan).toContain("InitPlan");
    expect(plan).not.toContain("Seq Scan on orders");
    expect(pages).toBeGreaterThan(0);
    // A row a page at worst, and some for the index and the policy: never a part of the table that grows with other people.
    expect(pages).toBeLessThan(1.1 * ordersOfEach);
  }
  expect(everything.rows[0]?.pages).toBeGreaterThan(4 * ordersOfEach);
});

test("the newest looks of a log that one lender fills are found without reading it", async () => {
  const wallet = wallets[0] ?? "";
  await pool.query("alter table public.access_log disable trigger access_log_is_not_flooded");
  await pool.query(
    `insert into public.access_log (wallet_address, lender, share_id, scope, read_at)
     select $1, '0x' || repeat(case when nth % 20000 = 0 then 'b' else 'a' end, 40), gen_random_uuid(), 'tier',
       now() - make_interval(secs => nth) from generate_series(1, 60000) as nth`,
    [wallet],
  );
  await pool.query("alter table public.access_log enable trigger access_log_is_not_flooded");
  await pool.query("vacuum analyze public.access_log");
  const table = await pool.query<{ pages: number }>(
    "select relpages as pages from pg_class where relname = 'access_log'",
  );

  const { pages } = await pagesOf(wallet, "select jsonb_array_length(public.my_access_log())");

  expect(pages).toBeLessThan(300);
  expect(table.rows[0]?.pages).toBeGreaterThan(1_000);
});

test.each([
  ["an order that somebody else has", "id = $other", "id = 'no-such-order'"],
  ["a value that only others have", "merchandise_value > 0 and connection_id <> $own", "merchandise_value < 0"],
  ["a wallet's own connection", "connection_id = $foreign", "connection_id = '00000000-0000-4000-8000-000000000000'"],
])(
  "asking for %s touches as many pages as asking for nothing that there is, so that time tells nothing (E08)",
  async (_what, there, nowhere) => {
    const { rows } = await pool.query<{ wallet: string; connection: string; order: string }>(
      `select c.wallet_address as wallet, c.id as connection, min(o.id) as order
     from public.business_connections c join public.orders o on o.connection_id = c.id
     where c.wallet_address = any ($1) group by 1, 2`,
      [wallets.slice(0, 2)],
    );
    const [own, foreign] = [
      rows.find((row) => row.wallet === wallets[0]),
      rows.find((row) => row.wallet === wallets[1]),
    ];
    const filled = there
      .replace("$other", `'${foreign?.order}'`)
      .replace("$own", `'${own?.connection}'`)
      .replace("$foreign", `'${foreign?.connection}'`);
    const ask = (filter: string) => pagesOf(wallets[0] ?? "", `select id from public.orders where ${filter}`);
    await ask(nowhere);

    const [one, other] = [await ask(filled), await ask(nowhere)];

    expect(one.pages).toBe(other.pages);
    for (const { plan } of [one, other]) expect(plan).toMatch(/^[^\n]*actual rows=0\b/);
    expect((await ask(`id = '${own?.order}'`)).plan).toMatch(/^[^\n]*actual rows=1\b/);
  },
);
