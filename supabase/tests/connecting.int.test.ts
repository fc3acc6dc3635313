import { randomUUID } from "node:crypto";
import type { PoolClient } from "pg";
import { afterAll, expect, test } from "vitest";
import {
  as,
  call,
  callForObject,
  connect,
  connectionInput,
  newPlatformId,
  newWallet,
  openPool,
  overlap,
  type Row,
  shopInput,
  signedIn,
  sqlStateOf,
} from "./harness.ts";

const pool = openPool();
afterAll(() => pool.end());

function complete(input: Row): Promise<Row> {
  return callForObject(pool, "complete_connection", { p_connection: input });
}

async function stored(connectionId: string): Promise<Row> {
  const { rows } = await pool.query("select * from public.business_connections where id = $1", [connectionId]);
  return rows[0] ?? {};
}

async function auditActions(wallet: string): Promise<string[]> {
  const { rows } = await pool.query("select action from public.audit_log where tenant = $1 order by seq", [wallet]);
  return rows.map((row) => row.action);
}

/** The same account again, as a second consent of the same person brings it. */
async function again(input: Row, given: Row = {}): Promise<Row> {
  const { wallet, platform, account, platformUserId } = input;
  const prepared = await callForObject(pool, "prepare_connection", {
    p_wallet: wallet,
    p_platform: platform,
    p_account: account,
    p_platform_user_id: platformUserId,
  });
  return { ...input, connectionId: prepared.connectionId, epoch: prepared.epoch, ...given };
}

test("a new connection is stored whole: tokens, shops, a first run, an audit row", async () => {
  const shops = [shopInput(), shopInput()];
  const { wallet, connectionId, runId, input } = await connect(pool, { shops });

  expect(await stored(connectionId)).toMatchObject({
    wallet_address: wallet,
    platform_user_id: input.platformUserId,
    access_token: input.accessToken,
    status: "importing",
    is_active: true,
    epoch: 1,
    authorization_expires_at: null,
  });
  const kept = await pool.query("select token from app_private.refresh_tokens where connection_id = $1", [
    connectionId,
  ]);
  expect(kept.rows).toEqual([{ token: input.refreshToken }]);
  const { rows } = await pool.query("select platform_shop_id from public.shops where connection_id = $1 order by 1", [
    connectionId,
  ]);
  expect(rows.map((row) => row.platform_shop_id)).toEqual(shops.map(({ id }) => id).sort());
  const run = await pool.query("select kind, state, epoch from public.sync_runs where id = $1", [runId]);
  expect(run.rows).toEqual([{ kind: "first", state: "queued", epoch: 1 }]);
  expect(await auditActions(wallet)).toEqual(["connection.connected"]);
});

test("a consent is kept with the words that were read: their version, language and hash, here and in the audit log", async () => {
  const consentText = { version: "2026-11-29", language: "vi", hash: "0f".repeat(32) };
  const { wallet, connectionId, input } = await connect(pool, { consentText });
  const details = async () => {
    const { rows } = await pool.query("select meta from public.audit_log where tenant = $1 order by seq desc limit 1", [
      wallet,
    ]);
    return rows[0]?.meta;
  };

  expect(await stored(connectionId)).toMatchObject({
    consent_text_version: consentText.version,
    consent_language: consentText.language,
    consent_text_hash: consentText.hash,
  });
  expect(await details()).toMatchObject({
    consentTextVersion: consentText.version,
    consentLanguage: consentText.language,
    consentTextHash: consentText.hash,
  });

  await complete(await again(input, { consentText: null }));

  expect(await stored(connectionId)).toMatchObject({
    consent_text_version: null,
    consent_language: null,
    consent_text_hash: null,
  });
  expect(await details()).toMatchObject({ consentTextVersion: null, consentLanguage: null, consentTextHash: null });
});

test("an instance of before names the version of the words alone", async () => {
  const { connectionId } = await connect(pool, { consentText: undefined, consentTextVersion: "2026-11-22" });

  expect(await stored(connectionId)).toMatchObject({ consent_text_version: "2026-11-22", consent_language: null });
});

test("preparing writes nothing and names the epoch after the stored one", async () => {
  const wallet = newWallet();
  const args = { p_wallet: wallet, p_platform: "tiktokshop", p_account: "seller", p_platform_user_id: newPlatformId() };

  const first = await callForObject(pool, "prepare_connection", args);
  const second = await callForObject(pool, "prepare_connection", args);

  expect(first).toMatchObject({ epoch: 1, isNew: true });
  expect(second.connectionId).not.toBe(first.connectionId);
  const { rowCount } = await pool.query("select 1 from public.business_connections where wallet_address = $1", [
    wallet,
  ]);
  expect(rowCount).toBe(0);
});

test("connecting again replaces tokens in place and keeps the ids of the shops that stay", async () => {
  const [stays, goes] = [shopInput(), shopInput()];
  const { connectionId, input, wallet, runId } = await connect(pool, { shops: [stays, goes] });
  const idOf = async (shop: { id: string }) => {
    const { rows } = await pool.query("select id from public.shops where platform_shop_id = $1", [shop.id]);
    return rows[0]?.id ?? null;
  };
  const before = await idOf(stays);

  const answer = await complete(
    await again(input, { accessToken: "sealed-2", shops: [{ ...stays, name: "New name" }] }),
  );

  expect(answer.connectionId).toBe(connectionId);
  expect(await stored(connectionId)).toMatchObject({ epoch: 2, token_version: 2, access_token: "sealed-2" });
  expect(await idOf(stays)).toBe(before);
  expect(await idOf(goes)).toBeNull();
  const old = await pool.query("select state from public.sync_runs where id = $1", [runId]);
  expect(old.rows).toEqual([{ state: "cancelled" }]);
  expect(await auditActions(wallet)).toEqual(["connection.connected", "connection.reconnected"]);
});

test("of 20 callbacks that prepared the same epoch one is stored and 19 are conflicts", async () => {
  const { input } = await connect(pool);
  const prepared = await again(input);

  const answers = await Promise.all(Array.from({ length: 20 }, () => complete(prepared)));

  expect(answers.filter((answer) => "runId" in answer)).toHaveLength(1);
  expect(answers.filter((answer) => answer.error === "conflict")).toHaveLength(19);
});

test("an epoch that was not prepared last is a conflict", async () => {
  const { input, connectionId } = await connect(pool);

  for (const epoch of [1, 3]) expect(await complete({ ...input, epoch })).toEqual({ error: "conflict" });

  expect(await stored(connectionId)).toMatchObject({ epoch: 1 });
});

test("of two wallets that connect the same account at once exactly one gets it", async () => {
  for (let round = 0; round < 10; round += 1) {
    const platformUserId = newPlatformId();
    const shops = [shopInput()];
    const inputs = [newWallet(), newWallet()].map((wallet) => connectionInput(wallet, { platformUserId, shops }));

    const answers = await Promise.all(inputs.map(complete));

    expect(answers.map((answer) => answer.error ?? "connected").sort()).toEqual([
      "connected",
      "shop_already_connected",
    ]);
  }
});

test.each([
  ["account", () => ({ platformUserId: newPlatformId() })],
  ["shop", () => ({ shops: [shopInput()] })],
])("of two wallets whose callbacks overlap on one %s the later is refused", async (_what, shared) => {
  const given = shared();
  const completeFor = (wallet: string) => (client: PoolClient) =>
    callForObject(client, "complete_connection", { p_connection: connectionInput(wallet, given) });

  const [first, second] = await overlap(pool, completeFor(newWallet()), completeFor(newWallet()));

  expect(first).toHaveProperty("runId");
  expect(second).toEqual({ error: "shop_already_connected" });
});

test("a shop under another wallet's active connection is refused, stores nothing and leaves a fraud row", async () => {
  const shop = shopInput();
  await connect(pool, { shops: [shop] });
  const wallet = newWallet();

  const answer = await complete(connectionInput(wallet, { shops: [shopInput(), shop] }));

  expect(answer).toEqual({ error: "shop_already_connected" });
  const { rowCount } = await pool.query("select 1 from public.business_connections where wallet_address = $1", [
    wallet,
  ]);
  expect(rowCount).toBe(0);
  expect(await auditActions(wallet)).toEqual(["fraud.shop_already_connected"]);
});

test("a shop under another account of the same wallet is not held twice", async () => {
  const shop = shopInput();
  const first = await connect(pool, { shops: [shop] });

  const answer = await complete(connectionInput(first.wallet, { shops: [shopInput(), shop] }));

  expect(answer).toEqual({ error: "shop_in_other_account", heldBy: first.connectionId });
  const { rows } = await pool.query("select id from public.business_connections where wallet_address = $1", [
    first.wallet,
  ]);
  expect(rows).toEqual([{ id: first.connectionId }]);
  expect(await complete(await again(first.input))).toHaveProperty("runId");
});

test("a second consent brings an account no shop that another account of the wallet holds by now", async () => {
  const shop = shopInput();
  const { wallet, connectionId, input } = await connect(pool);
  const other = await connect(pool, { shops: [shop] }, wallet);

  const answer = await complete(await again(input, { shops: [shop] }));

  expect(answer).toEqual({ error: "shop_in_other_account", heldBy: other.connectionId });
  expect(await stored(connectionId)).toMatchObject({ epoch: 1, access_token: input.accessToken });
});

test("of two accounts of one wallet whose callbacks overlap on one shop the later is refused", async () => {
  const given = { shops: [shopInput()] };
  const [one, two] = [newWallet()].flatMap((wallet) => [
    connectionInput(wallet, given),
    connectionInput(wallet, given),
  ]);
  const completeBy = (client: PoolClient, input: Row = {}) =>
    callForObject(client, "complete_connection", { p_connection: input });

  const [first, second] = await overlap(
    pool,
    (client) => completeBy(client, one),
    (client) => completeBy(client, two),
  );

  expect(first).toHaveProperty("runId");
  expect(second).toEqual({ error: "shop_in_other_account", heldBy: first.connectionId });
});

test("a shop moves to another account of the wallet once the first one is disconnected, and not back meanwhile", async () => {
  const shops = [shopInput()];
  const first = await connect(pool, { shops });
  await call(pool, "disconnect_connection", {
    p_wallet: first.wallet,
    p_connection_id: first.connectionId,
    p_erase: "keep",
  });

  const { connectionId } = await connect(pool, { shops }, first.wallet);

  expect(await complete(await again(first.input))).toEqual({ error: "shop_in_other_account", heldBy: connectionId });
  expect(await stored(first.connectionId)).toMatchObject({ is_active: false });
});

test("a shop moves to another wallet once the first one has disconnected", async () => {
  const first = await connect(pool);
  await call(pool, "disconnect_connection", {
    p_wallet: first.wallet,
    p_connection_id: first.connectionId,
    p_erase: "keep",
  });

  const answer = await complete({ ...first.input, connectionId: randomUUID(), wallet: newWallet() });

  expect(answer).toHaveProperty("runId");
});

test("a connection that was disconnected comes back in place", async () => {
  const { wallet, connectionId, input } = await connect(pool);
  await call(pool, "disconnect_connection", { p_wallet: wallet, p_connection_id: connectionId, p_erase: "keep" });

  const answer = await complete(await again(input));

  expect(answer.connectionId).toBe(connectionId);
  expect(await stored(connectionId)).toMatchObject({ status: "importing", is_active: true, epoch: 3 });
});

test.each([
  ["wallet", "0xABCDEF0000000000000000000000000000000000"],
  ["connectionId", "not-a-uuid"],
  ["epoch", 0],
  ["account", "partner"],
  ["accessToken", ""],
  ["refreshToken", null],
  ["accessTokenExpiresAt", "soon"],
  ["platformUserId", ""],
])("a connection with a malformed %s is refused", async (name, value) => {
  expect(await sqlStateOf(complete(connectionInput(newWallet(), { [name]: value })))).toBe("22023");
});

test("of 20 requests to sync one run is opened, and each is told of it", async () => {
  const { wallet, connectionId, runId } = await connect(pool);
  await pool.query("update public.sync_runs set state = 'done', finished_at = now() where id = $1", [runId]);
  const ask = () => callForObject(pool, "request_sync", { p_wallet: wallet, p_connection_id: connectionId });

  const answers = await Promise.all(Array.from({ length: 20 }, ask));

  expect(answers.filter((answer) => answer.created)).toHaveLength(1);
  expect(new Set(answers.map((answer) => answer.runId)).size).toBe(1);
});

test("a sync is refused for somebody else's, a disconnected and an expired connection", async () => {
  const { wallet, connectionId } = await connect(pool);
  const ask = (who: string) => call(pool, "request_sync", { p_wallet: who, p_connection_id: connectionId });

  expect(await ask(newWallet())).toEqual({ error: "not_found" });
  await pool.query("update public.business_connections set status = 'needs_reconnect' where id = $1", [connectionId]);
  expect(await ask(wallet)).toEqual({ error: "needs_reconnect" });
  await call(pool, "disconnect_connection", { p_wallet: wallet, p_connection_id: connectionId, p_erase: "keep" });
  expect(await ask(wallet)).toEqual({ error: "disconnected" });
});

test("disconnecting hands out the token to revoke, forgets every copy, and stops the import", async () => {
  const { wallet, connectionId, runId, input } = await connect(pool);

  const answer = await callForObject(pool, "disconnect_connection", {
    p_wallet: wallet,
    p_connection_id: connectionId,
    p_erase: "keep",
  });

  expect(answer).toMatchObject({ accessToken: input.accessToken, epoch: 1, account: "seller", platform: "tiktokshop" });
  expect(answer.shops).toHaveLength(1);
  expect(await stored(connectionId)).toMatchObject({
    status: "disconnected",
    is_active: false,
    access_token: null,
    epoch: 2,
  });
  const { rowCount } = await pool.query("select 1 from app_private.refresh_tokens where connection_id = $1", [
    connectionId,
  ]);
  expect(rowCount).toBe(0);
  const run = await pool.query("select state from public.sync_runs where id = $1", [runId]);
  expect(run.rows).toEqual([{ state: "cancelled" }]);
});

test("somebody else cannot disconnect a connection", async () => {
  const { connectionId } = await connect(pool);

  const answer = await call(pool, "disconnect_connection", {
    p_wallet: newWallet(),
    p_connection_id: connectionId,
    p_erase: "delete",
  });

  expect(answer).toEqual({ error: "not_found" });
  expect(await stored(connectionId)).toMatchObject({ status: "importing" });
});

test("progress names the first unfinished stage, counts its rows and says what it waits for", async () => {
  const { wallet, connectionId, runId } = await connect(pool);
  const read = async () => {
    const [connection] = await as(pool, signedIn(wallet), async (client) => {
      const { rows } = await client.query<{ list: Row[] }>("select public.my_connections() as list");
      return rows[0]?.list ?? [];
    });
    return connection;
  };
  expect(await read()).toMatchObject({
    id: connectionId,
    status: "importing",
    progress: { stage: "queued", done: 0, total: 0, waiting: null },
  });

  await pool.query(
    `insert into public.sync_windows
       (run_id, connection_id, stage, range_from, range_to, state, rows_done, rows_total, seq)
     values ($1, $2, 'orders', 0, 10, 'done', 40, 40, 0), ($1, $2, 'orders', 10, 20, 'pending', 5, 60, 1),
            ($1, $2, 'returns', 0, 20, 'pending', 0, null, 2)`,
    [runId, connectionId],
  );
  expect(await read()).toMatchObject({ progress: { stage: "orders", done: 45, total: 100, waiting: null } });

  await pool.query("update public.sync_windows set last_error_code = 'rate_limited' where run_id = $1 and seq = 1", [
    runId,
  ]);
  expect(await read()).toMatchObject({ progress: { waiting: "rate_limited" } });

  await pool.query("update public.sync_windows set state = 'done' where run_id = $1 and stage = 'orders'", [runId]);
  expect(await read()).toMatchObject({ progress: { stage: "returns", done: 0, total: 0, waiting: null } });

  await pool.query("update public.sync_windows set state = 'done' where run_id = $1", [runId]);
  expect(await read()).toMatchObject({ progress: { stage: "score" } });

  await pool.query("update public.sync_runs set state = 'done', finished_at = now() where id = $1", [runId]);
  expect(await read()).toMatchObject({ progress: null });
});
