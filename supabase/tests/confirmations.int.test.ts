import { randomUUID } from "node:crypto";
import { afterAll, expect, test } from "vitest";
import { call, callForObject, newWallet, openPool } from "./harness.ts";

const pool = openPool();
afterAll(() => pool.end());

async function openSession(wallet = newWallet()) {
  const sessionHash = randomUUID();
  const session = await callForObject(pool, "open_session", {
    p_session_hash: sessionHash,
    p_wallet: wallet,
    p_proved_by: "key",
  });
  return { sessionHash, sessionId: String(session.sessionId), accountId: String(session.accountId), wallet };
}

async function ask(sessionId: string, given: Record<string, string> = {}) {
  const asked = {
    p_nonce_hash: randomUUID(),
    p_session_id: sessionId,
    p_act: "connection.delete",
    p_object: randomUUID(),
    p_chain_id: "8453",
    p_message: `delete ${randomUUID()}`,
    p_ttl_seconds: "300",
    ...given,
  };
  await call(pool, "create_confirmation", asked);
  return asked;
}

function take(asked: Awaited<ReturnType<typeof ask>>, given: Record<string, string> = {}) {
  const { p_session_id, p_act, p_object, p_message } = asked;
  return call(pool, "take_confirmation", { p_session_id, p_act, p_object, p_message, ...given });
}

test("a confirmation is taken once, even by 20 parallel acts", async () => {
  const { sessionId } = await openSession();
  const asked = await ask(sessionId);

  const taken = await Promise.all(Array.from({ length: 20 }, () => take(asked)));

  expect(taken.filter((answer) => answer !== null)).toEqual([{ chainId: 8453, provedBy: "key" }]);
});

test.each([
  ["another act", { p_act: "connection.disconnect" }],
  ["another object", { p_object: randomUUID() }],
])("a confirmation is worth nothing for %s, and is spent by trying", async (_, given) => {
  const { sessionId } = await openSession();
  const asked = await ask(sessionId);

  expect(await take(asked, given)).toBeNull();
  expect(await take(asked)).toBeNull();
});

test("a confirmation belongs to its session, also among sessions of one wallet", async () => {
  const [here, there] = [await openSession(), await openSession()];
  const same = await openSession(here.wallet);
  const asked = await ask(here.sessionId);

  expect(await take(asked, { p_session_id: there.sessionId })).toBeNull();
  expect(await take(asked, { p_session_id: same.sessionId })).toBeNull();
  expect(await take(asked, { p_message: `${asked.p_message} ` })).toBeNull();
  expect(await take(asked)).toEqual({ chainId: 8453, provedBy: "key" });
});

test("a confirmation dies with its session", async () => {
  const { sessionHash, sessionId } = await openSession();
  const asked = await ask(sessionId);

  await call(pool, "close_session", { p_session_hash: sessionHash });

  expect(await take(asked)).toBeNull();
});

test("a confirmation is refused when its time is over", async () => {
  const { sessionId } = await openSession();
  const asked = await ask(sessionId);
  await pool.query("update app_private.confirmations set expires_at = now() - interval '1 s' where nonce_hash = $1", [
    asked.p_nonce_hash,
  ]);

  expect(await take(asked)).toBeNull();
});

test("a session keeps its five newest confirmations, and an erased account none", async () => {
  const { sessionId, accountId } = await openSession();
  const asked = [];
  for (let nth = 0; nth < 7; nth++) asked.push(await ask(sessionId));
  const held = async () => {
    const { rows } = await pool.query<{ nonce_hash: string }>(
      "select nonce_hash from app_private.confirmations where session_id = $1 order by created_at",
      [sessionId],
    );
    return rows.map(({ nonce_hash }) => nonce_hash);
  };

  expect(await held()).toEqual(asked.slice(2).map(({ p_nonce_hash }) => p_nonce_hash));
  await pool.query("delete from public.accounts where id = $1", [accountId]);
  expect(await held()).toEqual([]);
});
