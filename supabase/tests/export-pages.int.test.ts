import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { as, callForObject, connect, type Identity, serviceRole, shopInput, signedIn } from "./harness.ts";
import { createOwnDatabase, type OwnDatabase } from "./own-database.ts";
import { storeSnapshot } from "./scores.ts";

const size = "100";
const deliveriesOfEach = 3_000;
const rereads = 3_000;

let database: OwnDatabase;
let pool: pg.Pool;
let wallet: string;

beforeAll(async () => {
  database = await createOwnDatabase();
  pool = new pg.Pool({ connectionString: database.url, max: 4 });
  const shop = shopInput();
  const connected = await connect(pool, { shops: [shop], platformUserId: "busy-seller" });
  wallet = connected.wallet;
  const own = [connected.connectionId, shop.id];
  await pool.query(
    `insert into public.orders (connection_id, shop_id, id, status, currency, merchandise_value, item_count, gift_count,
       is_cod, is_sample, is_replacement, is_exchange, create_time, update_time)
     select $1, case nth % 2 when 0 then $2 else 'left-shop' end, nth, 'COMPLETED', 'USD', 1, 1, 0, false, false, false, false,
       1700000000 + nth, 1700000000
     from generate_series(1, 20000) as nth`,
    own,
  );
  await pool.query(
    `insert into app_private.webhook_inbox
       (platform, notification_id, body_sha, type, shop_id, platform_user_id, object_id, effect, state)
     select 'tiktokshop', 'note-' || nth, 'sha', 1, (array[$1, 'left-shop', 'others', null])[1 + nth % 4],
       case nth % 4 when 3 then 'busy-seller' end, nth, 'none', 'done' from generate_series(0, 4 * $2::int - 1) as nth`,
    [shop.id, deliveriesOfEach],
  );
  await pool.query(
    `insert into app_private.rereads (connection_id, shop_id, kind, object_id, state)
     select $1, $2, 'order', nth, 'read' from generate_series(1, $3::int) as nth`,
    [...own, rereads],
  );
  await pool.query("vacuum analyze");
}, 120_000);
afterAll(async () => {
  await pool.end();
  await database.drop();
});

interface Page {
  readonly next: string | null;
  readonly parts: readonly string[];
  /** Pages of the database that were touched, by its own count, whatever the machine is doing. */
  readonly pages: number;
}

/** Every page of an export's part, each read by a plan that was made for it. */
async function readPages(
  who: Identity,
  name: string,
  args: Readonly<Record<string, string>>,
): Promise<readonly Page[]> {
  const names = Object.keys(args).map((key, index) => `${key} => $${index + 2}`);
  const text = `select public.${name}(${["p_after => $1", ...names].join(", ")})`;
  return as(pool, who, async (client) => {
    const pages: Page[] = [];
    for (let after: string | null = null; ; ) {
      const { lines, next } = await callForObject(client, name, { ...args, p_after: after });
      const { rows } = await client.query(`explain (analyze, buffers, costs off, timing off) ${text}`, [
        after,
        ...Object.values(args),
      ]);
      const plan = rows.map((row) => row["QUERY PLAN"]).join("\n");
      const [, hit = 0, read = 0] = /Buffers: shared(?: hit=(\d+))?(?: read=(\d+))?/.exec(plan) ?? [];
      if (!Array.isArray(lines)) throw new Error("not a page");
      if (typeof next !== "string") return pages;
      pages.push({ next, parts: lines.map((line) => JSON.parse(line).part), pages: Number(hit) + Number(read) });
      after = next;
    }
  });
}

test("a page of deliveries touches as many pages of the database at the end as at the beginning (I04)", async () => {
  const pages = await readPages(serviceRole, "export_held_aside", { p_wallet: wallet, p_size: size });

  const parts = pages.flatMap((page) => page.parts);
  expect(parts.filter((part) => part === "deliveries")).toHaveLength(3 * deliveriesOfEach);
  expect(parts.filter((part) => part === "rereads")).toHaveLength(rereads);
  expect(new Set(pages.map(({ next }) => next)).size).toBe(pages.length);
  const [first, ...later] = pages.map((page) => page.pages);
  expect(Math.max(...later)).toBeLessThan(1.5 * (first ?? 0));
  expect(first).toBeLessThan(15 * Number(size));
});

test("a page of scores reads no more of them than it hands out (I04)", async () => {
  const id = await storeSnapshot(pool, wallet);
  await pool.query(
    `insert into public.score_snapshots (wallet_address, as_of, model, model_hash, provisional, score_millipoints, tier, inputs,
       report, snapshot_hash, insights)
     select wallet_address, as_of, model, model_hash, provisional, score_millipoints, tier, inputs,
       report || jsonb_build_object('noise', (select jsonb_agg(md5(nth::text || word)) from generate_series(1, 1500) as word)),
       md5(nth::text), insights
     from public.score_snapshots cross join generate_series(1, 200) as nth where id = $1`,
    [id],
  );
  await pool.query("vacuum analyze public.score_snapshots");
  const table = await pool.query<{ pages: number }>(
    "select (pg_table_size('public.score_snapshots') / 8192)::int as pages",
  );

  const pages = await readPages(signedIn(wallet), "my_export_page", { p_part: "score_snapshots", p_size: "500" });

  expect(pages.flatMap(({ parts }) => parts)).toHaveLength(201);
  expect(Math.max(...pages.map((page) => page.pages))).toBeLessThan((table.rows[0]?.pages ?? 0) / 4);
});
