import { randomUUID } from "node:crypto";
import type { PoolClient } from "pg";
import { afterAll, expect, test } from "vitest";
import { call, callForObject, newWallet, openPool, overlap, sqlStateOf } from "./harness.ts";

const pool = openPool();
afterAll(() => pool.end());

function times<T>(count: number, act: (index: number) => Promise<T>): Promise<T[]> {
  return Promise.all(Array.from({ length: count }, (_, index) => act(index)));
}

async function openSession(wallet = newWallet()): Promise<{ sessionHash: string; sessionId: string; wallet: string }> {
  const sessionHash = randomUUID();
  const session = await callForObject(pool, "open_session", { p_session_hash: sessionHash, p_wallet: wallet });
  return { sessionHash, sessionId: String(session.sessionId), wallet };
}

function challenge(given: Record<string, string> = {}) {
  return {
    p_nonce_hash: randomUUID(),
    p_pre_session_hash: randomUUID(),
    p_wallet: newWallet(),
    p_chain_id: "8453",
    p_message: `sign in ${randomUUID()}`,
    p_ttl_seconds: "300",
    ...given,
  };
}

function transaction(session: { sessionId: string; wallet: string }, given: Record<string, string> = {}) {
  return {
    p_state_hash: randomUUID(),
    p_session_id: session.sessionId,
    p_browser_hash: "browser",
    p_wallet: session.wallet,
    p_platform: "tiktokshop",
    p_account: "seller",
    p_market: "US",
    p_ttl_seconds: "600",
    ...given,
  };
}

function take(started: { p_state_hash: string; p_session_id: string }, given: Record<string, string> = {}) {
  return call(pool, "take_oauth_transaction", {
    p_state_hash: started.p_state_hash,
    p_session_id: started.p_session_id,
    p_browser_hash: "browser",
    p_platform: "tiktokshop",
    ...given,
  });
}

test("a challenge cannot be used twice, even by 20 parallel sign-ins", async () => {
  const asked = challenge();
  await call(pool, "create_auth_challenge", asked);

  const taken = await times(20, () =>
    call(pool, "take_auth_challenge", { p_pre_session_hash: asked.p_pre_session_hash, p_message: asked.p_message }),
  );

  expect(taken.filter((answer) => answer !== null)).toEqual([{ wallet: asked.p_wallet, chainId: 8453 }]);
});

test("a challenge belongs to the browser that asked for it and to its exact message", async () => {
  const asked = challenge();
  await call(pool, "create_auth_challenge", asked);

  const pairs = [
    { p_pre_session_hash: randomUUID(), p_message: asked.p_message },
    { p_pre_session_hash: asked.p_pre_session_hash, p_message: `${asked.p_message} ` },
  ];
  for (const pair of pairs) expect(await call(pool, "take_auth_challenge", pair)).toBeNull();

  const own = { p_pre_session_hash: asked.p_pre_session_hash, p_message: asked.p_message };
  expect(await call(pool, "take_auth_challenge", own)).not.toBeNull();
});

test("a browser keeps its five newest challenges", async () => {
  const p_pre_session_hash = randomUUID();
  const asked = Array.from({ length: 7 }, () => challenge({ p_pre_session_hash }));
  for (const each of asked) await call(pool, "create_auth_challenge", each);

  const taken = [];
  for (const { p_message } of asked) {
    taken.push((await call(pool, "take_auth_challenge", { p_pre_session_hash, p_message })) !== null);
  }

  expect(taken).toEqual([false, false, true, true, true, true, true]);
});

test("an expired challenge is refused and gone", async () => {
  const asked = challenge();
  await call(pool, "create_auth_challenge", asked);
  await pool.query("update app_private.auth_challenges set expires_at = now() - interval '1 s' where nonce_hash = $1", [
    asked.p_nonce_hash,
  ]);

  const own = { p_pre_session_hash: asked.p_pre_session_hash, p_message: asked.p_message };
  expect(await call(pool, "take_auth_challenge", own)).toBeNull();

  const left = await pool.query("select 1 from app_private.auth_challenges where nonce_hash = $1", [
    asked.p_nonce_hash,
  ]);
  expect(left.rowCount).toBe(0);
});

test.each([
  ["p_wallet", "0xABCDEF0000000000000000000000000000000000"],
  ["p_wallet", "0x123"],
  ["p_chain_id", "9007199254740993000"],
  ["p_chain_id", "1.5"],
  ["p_ttl_seconds", "0"],
  ["p_message", ""],
  ["p_message", "x".repeat(2_049)],
])("a challenge with a malformed %s is refused", async (name, value) => {
  expect(await sqlStateOf(call(pool, "create_auth_challenge", challenge({ [name]: value })))).toBe("22023");
});

test("a session reads back until it is closed", async () => {
  const { sessionHash, sessionId, wallet } = await openSession();

  expect(await call(pool, "read_session", { p_session_hash: sessionHash })).toMatchObject({ sessionId, wallet });
  await call(pool, "close_session", { p_session_hash: sessionHash });
  expect(await call(pool, "read_session", { p_session_hash: sessionHash })).toBeNull();
});

test("one wallet has one account over many sessions", async () => {
  const wallet = newWallet();

  const opened = await times(10, () =>
    callForObject(pool, "open_session", { p_session_hash: randomUUID(), p_wallet: wallet }),
  );

  expect(new Set(opened.map((session) => session.accountId)).size).toBe(1);
});

function prove(wallet: string, provedBy: string | null) {
  return call(pool, "open_session", { p_session_hash: randomUUID(), p_wallet: wallet, p_proved_by: provedBy });
}

test("a contract at the same address on another chain opens no session of the account (B14)", async () => {
  const wallet = newWallet();
  expect(await prove(wallet, "eip155:1")).toMatchObject({ wallet });

  expect(await prove(wallet, "eip155:10")).toBeNull();

  expect(await prove(wallet, "eip155:1")).toMatchObject({ wallet });
  const { rows } = await pool.query("select count(*)::int as open from app_private.sessions where wallet = $1", [
    wallet,
  ]);
  expect(rows).toEqual([{ open: 2 }]);
});

test("its owner finds the attempt in the audit log, once a day for each chain", async () => {
  const wallet = newWallet();
  await prove(wallet, "eip155:1");

  for (const chain of ["eip155:10", "eip155:10", "eip155:137", "eip155:10"]) await prove(wallet, chain);

  const { rows } = await pool.query("select actor, action, object, meta from public.audit_log where tenant = $1", [
    wallet,
  ]);
  const entry = { actor: "system", action: "fraud.contract_of_another", meta: { provedBy: "eip155:1" } };
  expect(rows).toEqual([
    { ...entry, object: "eip155:10" },
    { ...entry, object: "eip155:137" },
  ]);
});

test("a key always counts, and no contract does any more where one has", async () => {
  const wallet = newWallet();
  await prove(wallet, "eip155:1");

  expect(await prove(wallet, "key")).toMatchObject({ wallet });
  expect(await prove(wallet, "eip155:1")).toBeNull();
});

test("an account of before takes the next proof that is said for its own", async () => {
  const wallet = newWallet();
  await prove(wallet, null);
  await prove(wallet, null);

  expect(await prove(wallet, "eip155:1")).toMatchObject({ wallet });
  expect(await prove(wallet, "eip155:10")).toBeNull();
});

test("of two contracts that prove a wallet for the first time at once, one is the account's", async () => {
  const wallet = newWallet();
  const chains = ["eip155:1", "eip155:10"];

  const opened = await times(10, (nth) => prove(wallet, chains[nth % 2] ?? null));

  expect(opened.filter((session) => session !== null)).toHaveLength(5);
});

test.each([
  ["idle for 30 minutes", "last_seen_at = now() - interval '30 minutes 1 second'"],
  ["12 hours old", "expires_at = now() - interval '1 second'"],
])("a session %s is over", async (_when, change) => {
  const { sessionHash, sessionId } = await openSession();
  expect(await call(pool, "read_session", { p_session_hash: sessionHash })).not.toBeNull();

  await pool.query(`update app_private.sessions set ${change} where id = $1`, [sessionId]);

  expect(await call(pool, "read_session", { p_session_hash: sessionHash })).toBeNull();
});

test("a session ends twelve hours after its sign-in, however often it is read (B25)", async () => {
  const { sessionHash, sessionId } = await openSession();
  const life = async () => {
    const { rows } = await pool.query(
      "select extract(epoch from expires_at - created_at)::int as seconds from app_private.sessions where id = $1",
      [sessionId],
    );
    return rows[0]?.seconds;
  };
  expect(await life()).toBe(12 * 3600);

  await pool.query("update app_private.sessions set last_seen_at = now() - interval '29 minutes' where id = $1", [
    sessionId,
  ]);
  expect(await call(pool, "read_session", { p_session_hash: sessionHash })).not.toBeNull();

  expect(await life()).toBe(12 * 3600);
});

test("reading a session keeps it alive, writing at most once a minute", async () => {
  const { sessionHash, sessionId } = await openSession();
  const lastSeen = async () => {
    const { rows } = await pool.query("select last_seen_at from app_private.sessions where id = $1", [sessionId]);
    return rows[0]?.last_seen_at.getTime();
  };
  const opened = await lastSeen();

  await call(pool, "read_session", { p_session_hash: sessionHash });
  expect(await lastSeen()).toBe(opened);
  await pool.query("update app_private.sessions set last_seen_at = now() - interval '29 minutes' where id = $1", [
    sessionId,
  ]);
  await call(pool, "read_session", { p_session_hash: sessionHash });

  expect(await lastSeen()).toBeGreaterThanOrEqual(opened);
});

test("a state cannot be used twice, even by 20 parallel callbacks", async () => {
  const started = transaction(await openSession());
  await call(pool, "create_oauth_transaction", started);

  const taken = await times(20, () => take(started));

  expect(taken.filter((answer) => answer !== null)).toEqual([
    { wallet: started.p_wallet, account: "seller", market: "US", consentText: null },
  ]);
});

test("a consent under way knows which words were read", async () => {
  const consentText = { version: "2026-11", language: "th", hash: "cd".repeat(32) };
  const started = transaction(await openSession());
  await call(pool, "create_oauth_transaction", { ...started, p_consent_text: JSON.stringify(consentText) });

  expect(await take(started)).toMatchObject({ consentText });
});

test("a state is worth nothing in another session, browser or platform, and is not spent by trying", async () => {
  const started = transaction(await openSession());
  await call(pool, "create_oauth_transaction", started);
  const other = await openSession();

  const wrong = [
    { p_session_id: other.sessionId },
    { p_browser_hash: "other" },
    { p_platform: "shopify" },
    { p_state_hash: "x" },
  ];
  for (const given of wrong) expect(await take(started, given)).toBeNull();

  expect(await take(started)).not.toBeNull();
});

test("an expired state is refused", async () => {
  const started = transaction(await openSession());
  await call(pool, "create_oauth_transaction", started);
  await pool.query("update app_private.oauth_transactions set expires_at = now() where state_hash = $1", [
    started.p_state_hash,
  ]);

  expect(await take(started)).toBeNull();
});

async function liveStates(sessionId: string): Promise<number> {
  const { rows } = await pool.query(
    "select count(*)::int as live from app_private.oauth_transactions where session_id = $1",
    [sessionId],
  );
  return rows[0]?.live;
}

test("a session keeps its five newest states alive", async () => {
  const session = await openSession();
  const started = Array.from({ length: 8 }, () => transaction(session));
  for (const one of started) await call(pool, "create_oauth_transaction", one);

  expect(await liveStates(session.sessionId)).toBe(5);
  const taken: unknown[] = [];
  for (const one of started) taken.push((await take(one)) !== null);
  expect(taken).toEqual([false, false, false, true, true, true, true, true]);
});

test("two starts that overlap do not make a sixth live state", async () => {
  const session = await openSession();
  for (let state = 0; state < 5; state += 1) await call(pool, "create_oauth_transaction", transaction(session));
  const start = (client: PoolClient) => call(client, "create_oauth_transaction", transaction(session));

  await overlap(pool, start, start);

  expect(await liveStates(session.sessionId)).toBe(5);
});

test("a state is refused for a wallet that is not the session's, and for a session that was ended", async () => {
  const session = await openSession();
  const ofAnother = transaction(session, { p_wallet: newWallet() });
  const refused = { error: "session_over" };
  expect(await callForObject(pool, "create_oauth_transaction", ofAnother)).toEqual(refused);

  await pool.query("update app_private.sessions set revoked_at = now() where id = $1", [session.sessionId]);
  const ofEnded = transaction(session);
  expect(await callForObject(pool, "create_oauth_transaction", ofEnded)).toEqual(refused);
  for (const one of [ofAnother, ofEnded]) expect(await take(one)).toBeNull();
});

test.each([{ p_account: "stranger" }, { p_ttl_seconds: "0" }, { p_state_hash: "" }, { p_session_id: "no uuid" }])(
  "a state is refused as malformed, and not as somebody else's, with %j",
  async (malformed) => {
    const attempt = call(pool, "create_oauth_transaction", transaction(await openSession(), malformed));

    expect(await sqlStateOf(attempt)).toBe("22023");
  },
);

test("a code is fresh once, even for 20 parallel callbacks", async () => {
  const code = randomUUID();

  const claims = await times(20, () => callForObject(pool, "claim_code", { p_code_hash: code }));

  expect(claims.filter((claim) => claim.fresh)).toHaveLength(1);
});

test("a code is not fresh again within a day", async () => {
  const [codes, later] = [[randomUUID(), randomUUID()], randomUUID()];
  const isFresh = async (code: string | undefined) =>
    (await callForObject(pool, "claim_code", { p_code_hash: code })).fresh;
  for (const [nth, age] of ["23 hours 59 minutes", "24 hours 1 second"].entries()) {
    await isFresh(codes[nth]);
    await pool.query("update app_private.used_codes set created_at = now() - $2::interval where code_hash = $1", [
      codes[nth],
      age,
    ]);
  }
  await isFresh(later);

  expect([await isFresh(codes[0]), await isFresh(codes[1])]).toEqual([false, true]);
});

test("a rate limit lets exactly the limit through, counted over parallel callers", async () => {
  const limit = { p_key: randomUUID(), p_limit: "10", p_window_seconds: "86400" };

  const answers = await times(40, () => callForObject(pool, "take_rate_limit", limit));

  expect(answers.filter((answer) => answer.allowed)).toHaveLength(10);
  const refused = answers.filter((answer) => !answer.allowed);
  for (const answer of refused) expect(answer.retryAfterSeconds).toBeGreaterThan(0);
});

test("a rate limit counts each key on its own", async () => {
  const keys = [randomUUID(), randomUUID()];

  const answers = await Promise.all(
    keys.map((key) => callForObject(pool, "take_rate_limit", { p_key: key, p_limit: "1", p_window_seconds: "86400" })),
  );

  expect(answers.map((answer) => answer.allowed)).toEqual([true, true]);
});

test("keys that are refused are let in again at different moments, not all at once", async () => {
  const windowSeconds = 86_400;
  const waits = await times(60, async () => {
    const limit = { p_key: randomUUID(), p_limit: "1", p_window_seconds: String(windowSeconds) };
    await callForObject(pool, "take_rate_limit", limit);
    return Number((await callForObject(pool, "take_rate_limit", limit)).retryAfterSeconds);
  });

  expect(Math.max(...waits)).toBeLessThanOrEqual(windowSeconds);
  const quarters = waits.map((wait) => Math.floor((4 * (wait - 1)) / windowSeconds));
  expect(new Set(quarters)).toEqual(new Set([0, 1, 2, 3]));
});

async function openSessionsOf(accountId: unknown): Promise<{ id: string; device: string | null }[]> {
  const { rows } = await pool.query("select public.list_sessions($1) as sessions", [accountId]);
  return rows[0].sessions;
}

async function sessionWithDevice(wallet: string, device: string) {
  const sessionHash = randomUUID();
  const opened = await callForObject(pool, "open_session", {
    p_session_hash: sessionHash,
    p_wallet: wallet,
    p_device: device,
  });
  return { sessionHash, sessionId: String(opened.sessionId), accountId: String(opened.accountId) };
}

test("open sessions are listed for their account only, with a device in words, and idle or ended ones are not", async () => {
  const wallet = newWallet();
  const first = await sessionWithDevice(wallet, "Firefox on Windows");
  const idle = await sessionWithDevice(wallet, "Chrome on Android");
  const closed = await sessionWithDevice(wallet, "Safari on iOS");
  await sessionWithDevice(newWallet(), "Edge on Windows");
  await pool.query("update app_private.sessions set last_seen_at = now() - interval '31 minutes' where id = $1", [
    idle.sessionId,
  ]);
  await call(pool, "close_session", { p_session_hash: closed.sessionHash });

  expect(await openSessionsOf(first.accountId)).toMatchObject([{ id: first.sessionId, device: "Firefox on Windows" }]);
});

test("a session that is ended by its owner is dead at once, with the consents it had begun, and audited", async () => {
  const wallet = newWallet();
  const [here, there] = [await sessionWithDevice(wallet, "Firefox"), await sessionWithDevice(wallet, "Chrome")];
  await call(pool, "create_oauth_transaction", transaction({ sessionId: there.sessionId, wallet }));
  const end = (accountId: string) =>
    callForObject(pool, "revoke_sessions", { p_account_id: accountId, p_session_id: there.sessionId });
  const stranger = await sessionWithDevice(newWallet(), "Chrome");

  expect(await end(stranger.accountId)).toEqual({ ended: 0 });
  expect(await end(here.accountId)).toEqual({ ended: 1 });
  expect(await end(here.accountId)).toEqual({ ended: 0 });

  expect(await call(pool, "read_session", { p_session_hash: there.sessionHash })).toBeNull();
  expect(await call(pool, "read_session", { p_session_hash: here.sessionHash })).not.toBeNull();
  expect(await liveStates(there.sessionId)).toBe(0);
  const { rows } = await pool.query("select action, object from public.audit_log where tenant = $1", [wallet]);
  expect(rows).toEqual([{ action: "session.ended", object: there.sessionId }]);
});

test("an account keeps its newest twenty sessions: one more ends the one that was used longest ago", async () => {
  const wallet = newWallet();
  const own: Awaited<ReturnType<typeof sessionWithDevice>>[] = [];
  for (let nth = 0; nth < 20; nth += 1) own.push(await sessionWithDevice(wallet, `Browser ${nth}`));
  const [first, longestAgo] = own;
  if (!first || !longestAgo) throw new Error("twenty sessions were opened");
  await pool.query("update app_private.sessions set last_seen_at = now() - interval '20 minutes' where id = $1", [
    longestAgo.sessionId,
  ]);

  const more = await sessionWithDevice(wallet, "Browser 20");

  expect(await call(pool, "read_session", { p_session_hash: longestAgo.sessionHash })).toBeNull();
  for (const { sessionHash } of [first, more]) {
    expect(await call(pool, "read_session", { p_session_hash: sessionHash })).not.toBeNull();
  }
  expect(await openSessionsOf(first.accountId)).toHaveLength(20);
  const { rows } = await pool.query("select action, object from public.audit_log where tenant = $1", [wallet]);
  expect(rows).toEqual([{ action: "session.ended", object: longestAgo.sessionId }]);
});

test("an account keeps twenty sessions of thirty that are opened at once", async () => {
  const wallet = newWallet();

  const opened = await times(30, () => sessionWithDevice(wallet, "Firefox"));

  expect(await openSessionsOf(opened[0]?.accountId)).toHaveLength(20);
});

test("logging out everywhere ends every session of the account and none of another", async () => {
  const wallet = newWallet();
  const own = [await sessionWithDevice(wallet, "Firefox"), await sessionWithDevice(wallet, "Chrome")];
  const stranger = await sessionWithDevice(newWallet(), "Chrome");

  expect(await callForObject(pool, "revoke_sessions", { p_account_id: own[0]?.accountId })).toEqual({ ended: 2 });

  for (const { sessionHash } of own) {
    expect(await call(pool, "read_session", { p_session_hash: sessionHash })).toBeNull();
  }
  expect(await call(pool, "read_session", { p_session_hash: stranger.sessionHash })).not.toBeNull();
});
