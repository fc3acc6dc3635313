import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { askDataApi, connect, type Identity, newPlatformId, openPool, shopInput, signedIn } from "./harness.ts";
import { makeWorld, type World } from "./rls-world.ts";

const pool = openPool(70);
afterAll(() => pool.end());

/** How the Data API tells of a statement that the database ended because its time was up. */
const timedOut = "statement timeout";

let world: World;
let owner: Identity;
let stranger: Identity;
beforeAll(async () => {
  world = await makeWorld(pool);
  owner = signedIn(world.owner);
  stranger = signedIn(world.stranger);
});

describe("what can be asked about rows of others (E08)", () => {
  const filters = [
    "score_millipoints=gt.0",
    "score_millipoints=gt.70000",
    "score_millipoints=not.is.null",
    "tier=like.*",
    "provisional=is.false",
    "wallet_address=like.*",
  ];

  test.each(filters)(
    "a count of score_snapshots?%s is the asker's own, exact, planned, estimated or by HEAD",
    async (filter) => {
      const own = await pool.query<{ count: number }>(
        "select count(*)::int as count from public.score_snapshots where wallet_address = $1",
        [world.stranger],
      );
      for (const prefer of ["count=exact", "count=planned", "count=estimated"]) {
        for (const method of ["GET", "HEAD"]) {
          const { status, contentRange } = await askDataApi(stranger, `score_snapshots?select=id&${filter}`, {
            method,
            headers: { prefer },
          });
          const total = Number(contentRange?.split("/")[1]);
          expect([prefer, method, status < 300, total <= (own.rows[0]?.count ?? 0)]).toEqual([
            prefer,
            method,
            true,
            true,
          ]);
        }
      }
    },
  );

  test("writing is refused before anything is compared: taken and free names get one answer", async () => {
    const attempts = [world.owner, world.stranger, "0x0000000000000000000000000000000000000001", "nonsense"];

    const answers = [];
    for (const wallet_address of attempts) {
      const { status, body } = await askDataApi(stranger, "accounts", { method: "POST", body: { wallet_address } });
      answers.push(JSON.stringify({ status, body }));
    }

    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain("42501");
  });
});

describe("odd queries (E09)", () => {
  test.each([
    "business_connections?select=id;drop table public.accounts",
    "business_connections?select=id&order=id;select pg_sleep(60)",
    "business_connections?select=(select access_token from public.business_connections)",
    "business_connections?or=(id.eq.1,access_token.not.is.null)",
    "business_connections?select=id&id=eq.x' or '1'='1",
    "business_connections?select=id&limit=1;delete from public.accounts",
    "rpc/my_tie_out?p_kind=x'; drop table public.accounts; --",
    "business_connections?select=pg_sleep(60)",
    "pg_catalog.pg_authid?select=rolpassword",
    "accounts?select=id::regclass::text::xml",
  ])("%s gets nothing but a refusal, or the asker's own rows", async (path) => {
    const { status, body } = await askDataApi(stranger, path);

    const text = JSON.stringify(body ?? "");
    expect(text).not.toContain(world.owner);
    expect(text).not.toContain("sealed-");
    if (status < 400) expect(Array.isArray(body) ? body.length : 0).toBeLessThanOrEqual(1);
    expect(text).not.toContain(timedOut);
    expect((await pool.query("select from public.accounts where wallet_address = $1", [world.owner])).rowCount).toBe(1);
  });

  test("a thousand filters are answered or refused before the database's time is up, and leave the API as it was", async () => {
    const filters = Array.from({ length: 1_000 }, (_, nth) => `display_name=neq.n${nth}`).join("&");

    const { status, body } = await askDataApi(stranger, `business_connections?select=id&${filters}`);

    expect(status).toBeLessThan(500);
    expect(JSON.stringify(body)).not.toContain(timedOut);
    expect((await askDataApi(owner, "business_connections?select=id")).body).toHaveLength(1);
  });
});

describe("a list of 1,500 rows (E16)", () => {
  let many: Identity;
  beforeAll(async () => {
    const shop = shopInput();
    const { wallet, connectionId } = await connect(pool, { shops: [shop] });
    many = signedIn(wallet);
    await pool.query(
      `insert into public.orders (connection_id, shop_id, id, status, currency, merchandise_value, item_count, gift_count,
         is_cod, is_sample, is_replacement, is_exchange, create_time, update_time)
       select $1, $2, $3 || nth, 'COMPLETED', 'USD', 1, 1, 0, false, false, false, false, 1700000000, 1700000000
       from generate_series(1, 1500) as nth`,
      [connectionId, shop.id, newPlatformId()],
    );
  });

  test.each([
    ["nothing said", "orders?select=id", {}],
    ["a huge limit", "orders?select=id&limit=1000000", {}],
    ["a wide range", "orders?select=id", { range: "0-999999", "range-unit": "items" }],
  ])("is cut at a thousand with %s", async (_, path, headers) => {
    const { body } = await askDataApi(many, path, { headers });

    expect(body).toHaveLength(1_000);
  });

  test("is not multiplied by embedding it in itself", async () => {
    const embed =
      "business_connections?select=id,shops(id,business_connections(id,shops(id,business_connections(id,shops(id)))))";

    const { body } = await askDataApi(many, embed);

    expect(JSON.stringify(body)).not.toContain(timedOut);
    expect(JSON.stringify(body).length).toBeLessThan(10_000);
  });
});

describe("slow queries (E17)", () => {
  /** Fewer than the connections that the Data API holds. */
  const atOnce = 6;

  test("are given up, and others are answered while and after they wait", async () => {
    const blocker = await pool.connect();
    let ended = 0;
    try {
      await blocker.query("begin");
      await blocker.query("lock table public.shares in access exclusive mode");
      const slow = Array.from({ length: atOnce }, () =>
        askDataApi(owner, "shares?select=id").finally(() => {
          ended += 1;
        }),
      );

      const { status } = await askDataApi(owner, "business_connections?select=id");
      const endedBefore = ended;
      const ends = await Promise.all(slow);

      expect({ status, endedBefore }).toEqual({ status: 200, endedBefore: 0 });
      expect(ends.map((end) => end.status >= 400 && JSON.stringify(end.body).includes(timedOut))).toEqual(
        Array(atOnce).fill(true),
      );
    } finally {
      await blocker.query("rollback");
      blocker.release();
    }
    expect((await askDataApi(owner, "shares?select=id")).status).toBe(200);
  }, 30_000);

  test("of people are ended by the database itself", async () => {
    const { rows } = await pool.query<{ name: string; config: readonly string[] }>(
      "select rolname as name, rolconfig as config from pg_roles where rolname in ('anon', 'authenticated')",
    );

    expect(rows).toHaveLength(2);
    for (const { name, config } of rows) expect([name, config]).toEqual([name, ["statement_timeout=5s"]]);
  });
});
