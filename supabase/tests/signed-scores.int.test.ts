import { randomUUID } from "node:crypto";
import { afterAll, expect, test } from "vitest";
import { as, call, callForObject, connect, newWallet, openPool, shopInput, signedIn, sqlStateOf } from "./harness.ts";
import { storeSnapshot } from "./scores.ts";
import { heldScore, storeSignedScore } from "./signed-scores.ts";

const pool = openPool();
afterAll(() => pool.end());

async function scored() {
  const { wallet, connectionId } = await connect(pool);
  return { wallet, connectionId, snapshot: await storeSnapshot(pool, wallet) };
}

async function revokedIds(): Promise<string[]> {
  const list = await call(pool, "list_revoked_scores", {});
  if (!Array.isArray(list)) throw new Error("no list");
  return list.map(({ id }) => String(id));
}

function store(wallet: string, snapshot: string, given = {}) {
  return callForObject(pool, "store_signed_score", {
    p_wallet: wallet,
    p_snapshot_id: snapshot,
    p_held: heldScore(wallet, given),
  });
}

test("a signed score is on the public list from its revocation on, and once", async () => {
  const { wallet, snapshot } = await scored();
  const id = await storeSignedScore(pool, wallet, snapshot);
  expect(await revokedIds()).not.toContain(id);

  expect(await call(pool, "revoke_signed_score", { p_wallet: wallet, p_id: id })).toEqual({ revoked: true });

  expect((await revokedIds()).filter((one) => one === id)).toHaveLength(1);
  expect(await call(pool, "revoke_signed_score", { p_wallet: wallet, p_id: id })).toEqual({ revoked: false });
});

test("nobody but its borrower revokes it", async () => {
  const { wallet, snapshot } = await scored();
  const id = await storeSignedScore(pool, wallet, snapshot);

  expect(await call(pool, "revoke_signed_score", { p_wallet: newWallet(), p_id: id })).toEqual({ revoked: false });
  expect(await revokedIds()).not.toContain(id);
});

test("erasing the figures erases what was signed of them, and revokes it", async () => {
  const { wallet, connectionId, snapshot } = await scored();
  const [live, ended] = [
    await storeSignedScore(pool, wallet, snapshot),
    await storeSignedScore(pool, wallet, snapshot),
  ];
  await pool.query(
    "update public.signed_scores set issued_at = now() - interval '9 days', expires_at = now() where id = $1",
    [ended],
  );

  await call(pool, "disconnect_connection", { p_wallet: wallet, p_connection_id: connectionId, p_erase: "delete" });

  const ids = await revokedIds();
  expect(ids).toContain(live);
  expect(ids).not.toContain(ended);
  const left = await pool.query("select 1 from public.signed_scores where wallet_address = $1", [wallet]);
  expect(left.rowCount).toBe(0);
});

test("disconnecting without erasing revokes nothing", async () => {
  const { wallet, connectionId, snapshot } = await scored();
  const id = await storeSignedScore(pool, wallet, snapshot);

  await call(pool, "disconnect_connection", { p_wallet: wallet, p_connection_id: connectionId, p_erase: "keep" });

  expect(await revokedIds()).not.toContain(id);
});

test("the list forgets what would have expired, and says when each was revoked", async () => {
  const { wallet, snapshot } = await scored();
  const id = await storeSignedScore(pool, wallet, snapshot);
  await call(pool, "revoke_signed_score", { p_wallet: wallet, p_id: id });
  const list = await call(pool, "list_revoked_scores", {});
  expect(list).toContainEqual({ id, revokedAt: expect.any(Number) });

  await pool.query("update app_private.revoked_scores set expires_at = now() where id = $1", [id]);

  expect(await revokedIds()).not.toContain(id);
});

test("only an own, complete snapshot is signed, for its own wallet and at most 90 days", async () => {
  const { wallet, snapshot } = await scored();
  const other = await scored();
  const provisional = await storeSnapshot(pool, wallet, { provisional: true });
  const now = Math.floor(Date.now() / 1_000);

  for (const refused of [other.snapshot, provisional, randomUUID()]) {
    expect(await store(wallet, refused)).toEqual({ error: "no_snapshot" });
  }
  expect(await sqlStateOf(store(wallet, snapshot, { subject: other.wallet }))).toBe("22023");
  expect(await sqlStateOf(store(wallet, snapshot, { issuedAt: now, expiresAt: now + 91 * 86_400 }))).toBe("23514");
  expect(await sqlStateOf(store(wallet, snapshot, { issuedAt: now, expiresAt: now }))).toBe("23514");
});

test("at most 50 are live at once, and a revoked one makes room", async () => {
  const { wallet, snapshot } = await scored();
  const ids: string[] = [];
  for (let made = 0; made < 50; made += 1) ids.push(await storeSignedScore(pool, wallet, snapshot));

  expect(await store(wallet, snapshot)).toEqual({ error: "too_many" });
  await call(pool, "revoke_signed_score", { p_wallet: wallet, p_id: ids[0] });
  expect(await store(wallet, snapshot)).toEqual({ stored: true });
});

test("at most 60 are made within a day, those counted that were revoked or went with their figures", async () => {
  const { wallet, connectionId, snapshot } = await scored();
  for (let made = 0; made < 50; made += 1) await storeSignedScore(pool, wallet, snapshot);
  await call(pool, "disconnect_connection", { p_wallet: wallet, p_connection_id: connectionId, p_erase: "delete" });
  const newer = await storeSnapshot(pool, wallet);
  for (let made = 0; made < 10; made += 1) await storeSignedScore(pool, wallet, newer);

  expect(await store(wallet, newer)).toEqual({ error: "too_many_today" });
  expect(await store((await scored()).wallet, newer)).toEqual({ error: "no_snapshot" });
});

test("at most 60 a day are of one shop, whoever holds it", async () => {
  const shop = shopInput();
  const scoredWith = async () => {
    const { wallet, connectionId } = await connect(pool, { shops: [shop] });
    return { wallet, connectionId, snapshot: await storeSnapshot(pool, wallet) };
  };
  const first = await scoredWith();
  for (let made = 0; made < 50; made += 1) await storeSignedScore(pool, first.wallet, first.snapshot);
  await call(pool, "disconnect_connection", {
    p_wallet: first.wallet,
    p_connection_id: first.connectionId,
    p_erase: "delete",
  });

  const second = await scoredWith();
  for (let made = 0; made < 10; made += 1) await storeSignedScore(pool, second.wallet, second.snapshot);

  expect(await store(second.wallet, second.snapshot)).toEqual({ error: "too_many_today" });
  expect((await store((await scored()).wallet, second.snapshot)).error).toBe("no_snapshot");
});

test("its owner lists it without a salt, reads it whole by id, and nobody else reads it", async () => {
  const { wallet, snapshot } = await scored();
  const id = await storeSignedScore(pool, wallet, snapshot);
  const read = (who: string) =>
    as(pool, signedIn(who), async (client) => [
      await call(client, "my_signed_scores", {}),
      await call(client, "my_signed_score", { p_id: id }),
    ]);

  const [list, held] = await read(wallet);

  expect(list).toMatchObject([{ id, status: "live", revokedAt: null, claims: [{ path: "net_90d" }] }]);
  expect(JSON.stringify(list)).not.toContain("secret-salt");
  expect(held).toMatchObject({ statement: { id }, claims: [{ salt: "0xsecret-salt" }] });
  expect(await read(newWallet())).toEqual([[], null]);
});

test("the snapshot to sign is the newest complete one, and a newer provisional one is told of", async () => {
  const { wallet, snapshot } = await scored();
  const signable = () => as(pool, signedIn(wallet), (client) => callForObject(client, "my_signable_score", {}));
  expect(await signable()).toMatchObject({ snapshotId: snapshot, newerIsProvisional: false });

  await storeSnapshot(pool, wallet, { provisional: true });

  expect(await signable()).toMatchObject({ snapshotId: snapshot, newerIsProvisional: true });
});

test("nothing new is signed once no account is connected", async () => {
  const { wallet, connectionId, snapshot } = await scored();
  const signable = () => as(pool, signedIn(wallet), (client) => call(client, "my_signable_score", {}));
  expect(await signable()).toMatchObject({ snapshotId: snapshot });

  await call(pool, "disconnect_connection", { p_wallet: wallet, p_connection_id: connectionId, p_erase: "keep" });

  expect(await signable()).toBeNull();
});

test("a lender learns of signed scores only under a share that shows the score", async () => {
  const { wallet, snapshot } = await scored();
  await storeSignedScore(pool, wallet, snapshot);
  const lender = newWallet();
  const look = () => call(pool, "shared_signed_scores", { p_lender: lender, p_borrower: wallet });
  const share = (scope: string) =>
    call(pool, "create_share", {
      p_wallet: wallet,
      p_lender: lender,
      p_scope: scope,
      p_purpose: "loan",
      p_expires_at: "2999-01-01T00:00:00Z",
    });

  expect(await look()).toEqual([]);
  await share("tier");
  expect(await look()).toEqual([]);
  await share("factors");
  expect(await look()).toEqual([{ issuedAt: expect.any(String), expiresAt: expect.any(String) }]);
});
