import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, test } from "vitest";
import { draftDecision } from "./adverse-actions.ts";
import { fillEveryTable } from "./every-table.ts";
import {
  call,
  callForObject,
  connect,
  connectionInput,
  newPlatformId,
  newWallet,
  openPool,
  overlap,
  shopInput,
  sqlStateOf,
} from "./harness.ts";
import { storeSnapshot } from "./scores.ts";
import { storeSignedScore } from "./signed-scores.ts";
import { tablesHolding } from "./tables-holding.ts";
import { storeTieOut } from "./tie-outs.ts";

const pool = openPool();
afterAll(() => pool.end());

const deleted = "LF001";

const share = (wallet: string, lender: string, purpose = "loan") => ({
  p_wallet: wallet,
  p_lender: lender,
  p_scope: "metrics",
  p_purpose: purpose,
  p_expires_at: "2999-01-01T00:00:00Z",
});
const begin = (wallet: string) => callForObject(pool, "begin_account_deletion", { p_wallet: wallet });
const openSession = (wallet: string, hash: string = randomUUID(), device = "Firefox on Windows") =>
  callForObject(pool, "open_session", { p_session_hash: hash, p_wallet: wallet, p_device: device });

async function erase(deletionId: unknown): Promise<unknown> {
  const { rows } = await pool.query("select app_private.erase_account($1) as erased", [deletionId]);
  return rows[0]?.erased;
}

async function deleteAccount(wallet: string): Promise<void> {
  const { deletionId } = await begin(wallet);
  await erase(deletionId);
}

/** A person with rows everywhere, every one of which holds a text that occurs nowhere else. */
async function makePerson() {
  const mark = () => `canary${randomUUID().replaceAll("-", "")}`;
  const canary = { name: mark(), purpose: mark(), device: mark(), session: mark(), challenge: mark(), state: mark() };
  const shop = shopInput();
  const { wallet, connectionId, input } = await connect(pool, { shops: [shop], displayName: canary.name });
  await fillEveryTable(pool, { wallet, connectionId, shopId: shop.id });
  const snapshot = await storeSnapshot(pool, wallet);
  await storeTieOut(pool, wallet, snapshot, shop.id);
  const signedScore = await storeSignedScore(pool, wallet, snapshot);
  const lender = newWallet();
  await openSession(lender);
  await call(pool, "create_share", share(wallet, lender, canary.purpose));
  await call(pool, "read_shared_score", { p_lender: lender, p_borrower: wallet });
  const { sessionId } = await openSession(wallet, canary.session, canary.device);
  await call(pool, "create_oauth_transaction", {
    p_state_hash: canary.state,
    p_session_id: sessionId,
    p_browser_hash: "browser",
    p_wallet: wallet,
    p_platform: "tiktokshop",
    p_account: "seller",
    p_market: "US",
    p_ttl_seconds: "600",
  });
  await call(pool, "create_auth_challenge", {
    p_nonce_hash: randomUUID(),
    p_pre_session_hash: "pre",
    p_wallet: wallet,
    p_chain_id: "1",
    p_message: canary.challenge,
    p_ttl_seconds: "300",
  });
  const object = await deliver(shop.id);
  await pool.query(
    `insert into app_private.rereads (connection_id, shop_id, kind, object_id) values ($1, $2, 'order', $3)`,
    [connectionId, shop.id, object],
  );
  await pool.query(`insert into app_private.rescores (connection_id) values ($1)`, [connectionId]);
  await pool.query(
    `insert into app_private.webhook_topics (connection_id, shop_id, epoch, address, due_at) values ($1, $2, 1, '', now())`,
    [connectionId, shop.id],
  );
  const tokens = [String(input.accessToken), String(input.refreshToken)];
  return { wallet, connectionId, shop, lender, signedScore, snapshot, object, tokens, canary, input };
}

test("a deleted account leaves nothing in any table but a hash in the ledgers (I02)", async () => {
  const person = await makePerson();
  const { wallet, connectionId, shop, object, snapshot, tokens, canary, input } = person;
  const traces = [connectionId, shop.id, shop.cipher, object, snapshot, String(input.platformUserId), ...tokens];
  const planted = [...traces, ...Object.values(canary)];
  for (const trace of planted) expect(await tablesHolding(pool, trace), trace).not.toEqual([]);
  const { rows } = await pool.query<{ hash: string }>("select app_private.wallet_hash($1) as hash", [wallet]);
  const hash = rows[0]?.hash ?? "";

  const { deletionId } = await begin(wallet);
  await call(pool, "mark_account_revoked", { p_deletion_id: deletionId });
  expect(await erase(deletionId)).toMatchObject({ business_connections: 1, score_snapshots: 1, access_log: 1 });

  for (const trace of [...planted, wallet]) expect(await tablesHolding(pool, trace), trace).toEqual([]);
  expect(await tablesHolding(pool, hash)).toEqual(["app_private.account_deletions", "public.audit_log"]);
  expect(await callForObject(pool, "read_account_deletion", { p_deletion_id: deletionId })).toMatchObject({
    state: "erased",
    erasedAt: expect.any(String),
  });
  const { rows: broken } = await pool.query("select app_private.first_broken_audit_seq('system') as seq");
  expect(broken).toEqual([{ seq: null }]);
});

test("with the call itself nobody gets in any more (I02)", async () => {
  const { wallet, connectionId, lender, canary, signedScore, tokens } = await makePerson();

  const { ended } = await begin(wallet);

  expect(ended).toMatchObject([{ connectionId, accessToken: tokens[0], epoch: 1 }]);
  expect(await call(pool, "read_session", { p_session_hash: canary.session })).toBeNull();
  expect(await call(pool, "read_shared_score", { p_lender: lender, p_borrower: wallet })).toBeNull();
  expect(await call(pool, "list_shared_borrowers", { p_lender: lender })).toEqual([]);
  for (const token of tokens) expect(await tablesHolding(pool, token)).toEqual([]);
  expect(await tablesHolding(pool, canary.state)).toEqual([]);
  expect(JSON.stringify(await call(pool, "list_revoked_scores", {}))).toContain(signedScore);
  const { rows } = await pool.query(`select state from public.sync_runs where connection_id = $1`, [connectionId]);
  expect(rows).toEqual([{ state: "cancelled" }]);
});

test("a second call is the same deletion, and erasing twice erases once (I02)", async () => {
  const { wallet } = await makePerson();
  const [first, second] = await Promise.all([begin(wallet), begin(wallet)]);

  expect(second.deletionId).toBe(first.deletionId);
  expect([first.ended, second.ended].filter((ended) => Array.isArray(ended) && ended.length > 0)).toHaveLength(1);
  const erased = await Promise.all([erase(first.deletionId), erase(first.deletionId)]);
  expect(erased.filter((rows) => rows !== null)).toHaveLength(1);
  expect(await begin(wallet)).toMatchObject({ deletionId: first.deletionId, state: "erased", ended: [] });
  expect(await call(pool, "begin_account_deletion", { p_wallet: newWallet() })).toBeNull();
});

test("a wallet that comes back after its deletion starts empty (I05)", async () => {
  const { wallet, canary, shop } = await makePerson();
  await deleteAccount(wallet);

  await openSession(wallet);
  const again = await connect(pool, { shops: [shopInput(shop.id)] }, wallet);

  const { rows } = await pool.query(
    `select (select count(*)::int from public.business_connections where wallet_address = $1) as connections,
       (select count(*)::int from public.score_snapshots where wallet_address = $1) as scores,
       (select count(*)::int from public.orders where connection_id = $2) as orders,
       (select min(seq) from public.audit_log where tenant = $1) as first_seq,
       app_private.first_broken_audit_seq($1) as broken`,
    [wallet, again.connectionId],
  );
  expect(rows).toEqual([{ connections: 1, scores: 0, orders: 0, first_seq: 1, broken: null }]);
  for (const trace of Object.values(canary)) expect(await tablesHolding(pool, trace)).toEqual([]);
});

test("nothing of anybody else is touched, nor what others' own logs say of the wallet (I02)", async () => {
  const [person, other] = [await makePerson(), await makePerson()];
  await call(pool, "create_share", share(other.wallet, person.wallet));
  await call(pool, "read_shared_score", { p_lender: person.wallet, p_borrower: other.wallet });
  const before = await tablesHolding(pool, other.wallet);

  await deleteAccount(person.wallet);

  expect(await tablesHolding(pool, other.wallet)).toEqual(before);
  expect(await tablesHolding(pool, other.connectionId)).not.toEqual([]);
  const { rows } = await pool.query(`select lender from public.access_log where wallet_address = $1`, [other.wallet]);
  expect(rows.map(({ lender }) => lender).sort()).toEqual([other.lender, person.wallet].sort());
});

test("a new account of the wallet is bound to its own first proof, not to that of the deleted one (B14)", async () => {
  const wallet = newWallet();
  const prove = (provedBy: string) =>
    call(pool, "open_session", { p_session_hash: randomUUID(), p_wallet: wallet, p_proved_by: provedBy });
  await prove("eip155:1");
  await deleteAccount(wallet);

  expect(await prove("eip155:10")).toMatchObject({ wallet });
  expect(await prove("eip155:1")).toBeNull();
});

/** Stores a delivery that names a shop, and answers the id of the object in it. */
async function deliver(shopId: string): Promise<string> {
  const object = newPlatformId();
  await call(pool, "store_webhook", {
    p_platform: "tiktokshop",
    p_notification_id: newPlatformId(),
    p_type: "1",
    p_shop_id: shopId,
    p_platform_user_id: "",
    p_object_id: object,
    p_effect: "reread_order",
    p_body_sha: "sha",
    p_event_time: "1700000000",
  });
  return object;
}

test("deliveries of a shop that the account held earlier go too, those of one that somebody else holds now stay (I02)", async () => {
  const [earlier, moved] = [shopInput(), shopInput()];
  const { wallet, connectionId, input } = await connect(pool, { shops: [earlier, moved] });
  await fillEveryTable(pool, { wallet, connectionId, shopId: earlier.id });
  const objects = [await deliver(earlier.id), await deliver(moved.id)];
  await connect(pool, { ...input, epoch: 2, shops: [moved] }, wallet);
  await call(pool, "disconnect_connection", { p_wallet: wallet, p_connection_id: connectionId, p_erase: "keep" });
  await connect(pool, { shops: [moved] });

  await deleteAccount(wallet);

  expect(await tablesHolding(pool, objects[0] ?? "")).toEqual([]);
  expect(await tablesHolding(pool, objects[1] ?? "")).toEqual(["app_private.webhook_inbox"]);
});

describe("of a shop that moved to another wallet", () => {
  /** A delivery of a shop, the wallet that held it before, and the one that holds it now. */
  async function moveShop() {
    const moved = shopInput();
    const before = await connect(pool, { shops: [moved] });
    const object = await deliver(moved.id);
    const { wallet, connectionId } = before;
    await call(pool, "disconnect_connection", { p_wallet: wallet, p_connection_id: connectionId, p_erase: "keep" });
    return { before, object, now: await connect(pool, { shops: [moved] }) };
  }
  const exportOf = async (wallet: string) =>
    JSON.stringify(await call(pool, "export_held_aside", { p_wallet: wallet, p_after: null, p_size: "1000" }));

  test("deliveries are in the export of who holds it now alone (I04)", async () => {
    const { before, object, now } = await moveShop();

    expect(await exportOf(now.wallet)).toContain(object);
    expect(await exportOf(before.wallet)).not.toContain(object);
  });

  test("deliveries outlive the deletion of the connection that held it before (I02)", async () => {
    const { before, object } = await moveShop();

    const { wallet, connectionId } = before;
    await call(pool, "disconnect_connection", { p_wallet: wallet, p_connection_id: connectionId, p_erase: "delete" });

    expect(await tablesHolding(pool, object)).toEqual(["app_private.webhook_inbox"]);
  });
});

test("what a lender recorded of a decision outlives the account, and nothing else does (I02)", async () => {
  const { wallet, lender } = await makePerson();
  await draftDecision(pool, lender, wallet);

  await deleteAccount(wallet);

  expect(await tablesHolding(pool, wallet)).toEqual(["public.adverse_actions"]);
});

describe("what was under way when the account was deleted is refused (I03)", () => {
  const wallet = async () => (await makePerson()).wallet;

  test.each([
    ["a share", (own: string) => call(pool, "create_share", share(own, newWallet()))],
    ["a consent", (own: string) => call(pool, "complete_connection", { p_connection: connectionInput(own) })],
    ["a score", (own: string) => storeSnapshot(pool, own)],
    ["an entry of the audit log", (own: string) => call(pool, "note_export", { p_wallet: own })],
  ])("%s after the rows are gone", async (_, act) => {
    const own = await wallet();
    await deleteAccount(own);

    expect(await sqlStateOf(act(own))).toBe(deleted);
    expect(await tablesHolding(pool, own)).toEqual([]);
  });

  test.each([
    ["a share", (own: string) => call(pool, "create_share", share(own, newWallet()))],
    ["a consent", (own: string) => call(pool, "complete_connection", { p_connection: connectionInput(own) })],
    ["a score", (own: string) => storeSnapshot(pool, own)],
    ["a sign-in", (own: string) => openSession(own)],
    ["a signature", (own: string, snapshot: string) => storeSignedScore(pool, own, snapshot)],
  ])("%s before the rows are gone", async (_, act) => {
    const own = await wallet();
    const snapshot = await storeSnapshot(pool, own);
    await begin(own);

    expect(await sqlStateOf(act(own, snapshot))).toBe(deleted);
  });

  test.each([
    [
      "share",
      (client: Parameters<typeof call>[0], own: string) => call(client, "create_share", share(own, newWallet())),
    ],
    [
      "sign-in",
      (client: Parameters<typeof call>[0], own: string) =>
        call(client, "open_session", { p_session_hash: randomUUID(), p_wallet: own }),
    ],
  ])("a %s that waits for the deletion to commit", async (_, act) => {
    const own = await wallet();

    const both = overlap<unknown>(
      pool,
      (client) => call(client, "begin_account_deletion", { p_wallet: own }),
      (client) => act(client, own),
    );

    expect(await sqlStateOf(both)).toBe(deleted);
  });

  test("and a share that came first ends with the deletion", async () => {
    const own = await wallet();
    const lender = newWallet();
    await overlap<unknown>(
      pool,
      (client) => call(client, "create_share", share(own, lender)),
      (client) => call(client, "begin_account_deletion", { p_wallet: own }),
    );

    expect(await call(pool, "list_shared_borrowers", { p_lender: lender })).toEqual([]);
  });
});

test("the audit log of somebody whose account is not being deleted stays append-only, whatever is set (K01)", async () => {
  const { wallet } = await makePerson();
  for (const statement of [
    `delete from public.audit_log where tenant = '${wallet}'`,
    `delete from public.access_log where wallet_address = '${wallet}'`,
    `update public.audit_log set action = 'x' where tenant = '${wallet}'`,
    `truncate public.audit_log`,
  ]) {
    const client = await pool.connect();
    try {
      await client.query("begin");
      await client.query("select set_config('app.erasing', 'on', true)");
      expect([statement, await sqlStateOf(client.query(statement))]).toEqual([statement, "23001"]);
    } finally {
      await client.query("rollback");
      client.release();
    }
  }
});
