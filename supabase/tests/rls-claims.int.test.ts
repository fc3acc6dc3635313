import { afterAll, beforeAll, expect, test } from "vitest";
import { as, type Identity, openPool, serviceRole, signedIn } from "./harness.ts";
import { makeWorld, type World } from "./rls-world.ts";

const pool = openPool(10);
afterAll(() => pool.end());

let world: World;
beforeAll(async () => {
  world = await makeWorld(pool);
});

const wallet = () => world.owner;
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

  expect(await look(signedIn(claim()))).toEqual([0, 0, null]);
  expect(await look(signedIn(wallet()))).toEqual([1, 1, wallet()]);
});

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
