import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { as, askDataApi, type Identity, openPool, openSession, serviceRole, signedIn } from "./harness.ts";
import { makeWorld, type World } from "./rls-world.ts";

const pool = openPool(10);
afterAll(() => pool.end());

let world: World;
beforeAll(async () => {
  world = await makeWorld(pool);
});

const wallet = () => world.owner;
const sid = () => signedIn(wallet()).claims?.sid;

test.each<[string, () => unknown]>([
  ["upper case", () => wallet().toUpperCase()],
  ["mixed case", () => wallet().replace(/[a-f]/, (letter) => letter.toUpperCase())],
  ["a space before", () => ` ${wallet()}`],
  ["a space after", () => `${wallet()} `],
  ["a line break after", () => `${wallet()}\n`],
  ["without 0x", () => wallet().slice(2)],
  ["a wildcard", () => "%"],
  ["like all", () => `${wallet().slice(0, 41)}_`],
  ["an array", () => [wallet()]],
  ["an object", () => ({ wallet: wallet() })],
  ["a number", () => Number.parseInt(wallet().slice(2, 14), 16)],
  ["null", () => null],
  ["true", () => true],
  ["empty", () => ""],
  ["two wallets", () => `${wallet()},${wallet()}`],
  ["SQL", () => `${wallet()}' or '1'='1`],
])("a wallet claim that is %s sees nothing", async (_kind, claim) => {
  const look = (who: Identity) =>
    as(pool, who, async (client) => {
      const rows = await client.query("select id from public.business_connections");
      const list = await client.query("select jsonb_array_length(public.my_connections()) as length");
      const named = await client.query("select public.request_wallet() as wallet");
      return [rows.rowCount, list.rows[0]?.length, named.rows[0]?.wallet];
    });

  expect(await look(signedIn(claim(), sid()))).toEqual([0, 0, null]);
  expect(await look(signedIn(wallet()))).toEqual([1, 1, wallet()]);
});

async function looks(who: Identity): Promise<unknown> {
  return as(pool, who, async (client) => {
    const { rows } = await client.query(
      `select (select count(*)::int from public.business_connections) as rows, public.request_wallet() as wallet`,
    );
    return rows[0];
  });
}

test.each<[string, () => unknown]>([
  ["missing", () => null],
  ["empty", () => ""],
  ["no id", () => "not-an-id"],
  ["an array", () => [sid()]],
  ["upper case", () => String(sid()).toUpperCase()],
  ["one too long", () => `${sid()}0`],
  ["a session that never was", () => randomUUID()],
  ["another wallet's", () => signedIn(world.stranger).claims?.sid],
  ["SQL", () => `${sid()}' or '1'='1`],
])("a session claim that is %s sees nothing", async (_kind, claim) => {
  expect(await looks(signedIn(wallet(), claim()))).toEqual({ rows: 0, wallet: null });
  expect(await looks(signedIn(wallet()))).toEqual({ rows: 1, wallet: wallet() });
});

test.each([
  ["closed", "update app_private.sessions set revoked_at = now() where id = $1"],
  ["over", "update app_private.sessions set expires_at = now() where id = $1"],
  [
    "left alone for half an hour",
    "update app_private.sessions set last_seen_at = now() - interval '30 minutes' where id = $1",
  ],
  ["deleted", "delete from app_private.sessions where id = $1"],
])(
  "a token whose session is %s is dead at once, in SQL and over HTTP, and another session's lives on",
  async (_how, end) => {
    const sessionId = await openSession(pool, wallet());
    const [ended, live] = [signedIn(wallet(), sessionId), signedIn(wallet(), await openSession(pool, wallet()))];
    const list = async (who: Identity) => {
      const { body } = await askDataApi(who, "rpc/my_connections", { method: "POST", body: {} });
      return Array.isArray(body) ? body.length : body;
    };
    expect([await looks(ended), await list(ended)]).toEqual([{ rows: 1, wallet: wallet() }, 1]);

    await pool.query(end, [sessionId]);

    expect([await looks(ended), await list(ended)]).toEqual([{ rows: 0, wallet: null }, 0]);
    expect([await looks(live), await list(live)]).toEqual([{ rows: 1, wallet: wallet() }, 1]);
  },
);

test("claims that are missing, empty or no object see nothing", async () => {
  for (const claims of ["", "{}", "[]", '"text"', "null", "7"]) {
    const client = await pool.connect();
    try {
      await client.query("begin");
      await client.query("select set_config('request.jwt.claims', $1, true)", [claims]);
      await client.query("set local role authenticated");
      expect([claims, (await client.query("select id from public.business_connections")).rowCount]).toEqual([
        claims,
        0,
      ]);
    } finally {
      await client.query("rollback");
      client.release();
    }
  }
});

test("the service's own reads of my_* functions belong to no wallet", async () => {
  for (const name of ["my_connections", "my_shares", "my_access_log", "my_rejected_rows", "my_score_history"]) {
    const list = await as(pool, serviceRole, async (client) => {
      const { rows } = await client.query(`select public.${name}() as list`);
      return rows[0]?.list;
    });
    expect([name, list]).toEqual([name, []]);
  }
});
