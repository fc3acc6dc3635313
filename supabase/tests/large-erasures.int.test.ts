import type pg from "pg";
import { afterAll, expect, test } from "vitest";
import { fillEveryTable } from "./every-table.ts";
import { storeFigureRows } from "./figure-rows.ts";
import { as, call, connect, newWallet, openPool, signedIn, sqlStateOf } from "./harness.ts";
import { connectLarge, many } from "./large-connection.ts";
import { storeSnapshot } from "./scores.ts";
import { heldScore, storeSignedScore } from "./signed-scores.ts";
import { tablesHolding } from "./tables-holding.ts";
import { storeTieOut } from "./tie-outs.ts";

const pool = openPool();
afterAll(async () => {
  await pool.query("select app_private.erase_left_connection(connection_id) from app_private.connection_erasures");
  await pool.end();
});

function erase({ wallet, connectionId }: { readonly wallet: string; readonly connectionId: string }) {
  return call(pool, "disconnect_connection", { p_wallet: wallet, p_connection_id: connectionId, p_erase: "delete" });
}

async function finish(connectionId: string, client: pg.Pool | pg.PoolClient = pool): Promise<unknown> {
  const { rows } = await client.query("select app_private.erase_left_connection($1) as erased", [connectionId]);
  return rows[0]?.erased;
}

const nobodyOf = async (connectionId: string) =>
  (await pool.query("select nobody from app_private.connection_erasures where connection_id = $1", [connectionId]))
    .rows[0]?.nobody;

test("a connection with very many rows is out of everybody's sight at once, and then gone to the last row", async () => {
  const { wallet, connectionId, shopId, snapshot, input } = await connectLarge(pool, many - 2);
  await fillEveryTable(pool, { wallet, connectionId, shopId });
  await storeTieOut(pool, wallet, snapshot, shopId);
  await storeFigureRows(pool, wallet, snapshot, shopId);
  const signed = await storeSignedScore(pool, wallet, snapshot);
  const wallets = [
    ...["business_connections", "orders", "settlements", "score_snapshots", "signed_scores"],
    ...["tie_outs", "tie_out_flags", "figure_row_sets", "figure_rows"],
  ];
  await as(pool, signedIn(wallet), async (client) => {
    for (const table of wallets)
      expect((await client.query(`select from public.${table}`)).rowCount, table).not.toBe(0);
  });

  expect(await erase({ wallet, connectionId })).toMatchObject({ accessToken: input.accessToken });

  expect(await tablesHolding(pool, String(input.refreshToken))).toEqual([]);
  await as(pool, signedIn(wallet), async (client) => {
    for (const table of wallets) expect((await client.query(`select from public.${table}`)).rowCount, table).toBe(0);
  });
  expect(await call(pool, "list_revoked_scores", {})).toContainEqual({ id: signed, revokedAt: expect.any(Number) });
  const ledger = await pool.query(
    "select 1 from app_private.erasures where connection_id = $1 and wallet_hash = app_private.wallet_hash($2)",
    [connectionId, wallet],
  );
  expect(ledger.rowCount).toBe(1);
  const audit = await pool.query("select action from public.audit_log where tenant = $1 order by seq desc limit 1", [
    wallet,
  ]);
  expect(audit.rows).toEqual([{ action: "connection.erased" }]);
  const nobody = await nobodyOf(connectionId);
  expect(nobody).toMatch(/^0x[0-9a-f]{40}$/);

  expect(await finish(connectionId)).toBe(true);

  expect(await tablesHolding(pool, connectionId)).toEqual(["app_private.erasures", "public.audit_log"]);
  for (const gone of [shopId, snapshot, String(nobody), String(input.platformUserId)]) {
    expect(await tablesHolding(pool, gone)).toEqual([]);
  }
  expect(await finish(connectionId)).toBe(false);
});

test("one row fewer is erased while it is waited for", async () => {
  const { wallet, connectionId } = await connectLarge(pool, many - 1);

  await erase({ wallet, connectionId });

  expect(await tablesHolding(pool, connectionId)).toEqual(["app_private.erasures", "public.audit_log"]);
});

test.each([
  [
    "figure_rows",
    `insert into public.figure_rows (snapshot_id, wallet_address, number, kind, id, figures)
     select $1, $2, number + 100, 'order', number, '{1}' from generate_series(1, $3::int) as number`,
  ],
  [
    "tie_out_flags",
    `insert into public.tie_out_flags (snapshot_id, wallet_address, kind, number, subject, problem, shop_id, id, currency)
     select $1, $2, 'MISSING', number + 100, 'order', 'not_settled', '', number, 'USD' from generate_series(1, $3::int) as number`,
  ],
])("a small connection of a wallet with very many %s is not waited for either", async (_, insert) => {
  const { wallet, connectionId, shopId, snapshot } = await connectLarge(pool, 1);
  await storeTieOut(pool, wallet, snapshot, shopId);
  await storeFigureRows(pool, wallet, snapshot, shopId);
  await pool.query(insert, [snapshot, wallet, many]);

  await erase({ wallet, connectionId });

  expect(await nobodyOf(connectionId)).toMatch(/^0x/);
  expect(await finish(connectionId)).toBe(true);
  expect(await tablesHolding(pool, snapshot)).toEqual([]);
});

test("of two connections the large one leaves alone, and the last one that leaves takes back every share", async () => {
  const first = await connectLarge(pool);
  const second = await connectLarge(pool, many, first.wallet);
  const share = { p_lender: newWallet(), p_scope: "tier", p_purpose: "loan", p_expires_at: "2999-01-01T00:00:00Z" };
  await call(pool, "create_share", { p_wallet: first.wallet, ...share });
  const live = () =>
    pool.query("select 1 from public.shares where wallet_address = $1 and revoked_at is null", [first.wallet]);

  await erase(first);

  expect((await live()).rowCount).toBe(1);
  const left = await pool.query("select id from public.business_connections where wallet_address = $1", [first.wallet]);
  expect(left.rows).toEqual([{ id: second.connectionId }]);

  await erase(second);

  expect((await live()).rowCount).toBe(0);
});

test("the account that left can be connected anew before its rows are gone, and loses none of the new ones", async () => {
  const { wallet, connectionId, input } = await connectLarge(pool);
  await erase({ wallet, connectionId });

  const again = await connect(pool, { platformUserId: input.platformUserId, shops: input.shops }, wallet);
  const snapshot = await storeSnapshot(pool, wallet);
  expect(await finish(connectionId)).toBe(true);

  expect(again.connectionId).not.toBe(connectionId);
  const kept = await pool.query("select id from public.score_snapshots where wallet_address = $1", [wallet]);
  expect(kept.rows).toEqual([{ id: snapshot }]);
});

test("a score that is being signed while its connection leaves is signed first, and then taken back", async () => {
  const { wallet, connectionId, snapshot } = await connectLarge(pool);
  const signer = await pool.connect();
  const held = heldScore(wallet);
  await signer.query("begin");
  await call(signer, "store_signed_score", { p_wallet: wallet, p_snapshot_id: snapshot, p_held: held });

  const erasing = erase({ wallet, connectionId });
  await new Promise((resolve) => setTimeout(resolve, 300));
  await signer.query("commit");
  signer.release();
  await erasing;

  expect((await pool.query("select 1 from public.signed_scores where wallet_address = $1", [wallet])).rowCount).toBe(0);
});

test("two workers do not erase one connection, and neither waits for the other", async () => {
  const { wallet, connectionId } = await connectLarge(pool);
  await erase({ wallet, connectionId });
  const [one, other] = [await pool.connect(), await pool.connect()];
  await one.query("begin");
  await other.query("set statement_timeout = '1s'");

  expect(await finish(connectionId, one)).toBe(true);
  expect(await finish(connectionId, other)).toBe(false);

  await one.query("commit");
  for (const client of [one, other]) client.release(true);
});

test("a snapshot changes hands only with a connection that left, and only while erasing", async () => {
  const { wallet, connectionId, snapshot } = await connectLarge(pool);
  const other = await connectLarge(pool, 1);
  const move = async (to: string, erasing: string) => {
    const client = await pool.connect();
    await client.query("begin");
    await client.query("select set_config('app.erasing', $1, true)", [erasing]);
    const state = await sqlStateOf(
      client.query("update public.score_snapshots set wallet_address = $2 where id = $1", [other.snapshot, to]),
    );
    await client.query("rollback");
    client.release();
    return state;
  };
  await erase({ wallet, connectionId });
  const nobody = String(await nobodyOf(connectionId));

  expect(await move(newWallet(), "on")).toBe("23001");
  expect(await move(nobody, "off")).toBe("23001");
  expect(await tablesHolding(pool, snapshot)).toContain("public.score_snapshots");
});
