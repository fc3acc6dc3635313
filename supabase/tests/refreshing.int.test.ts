import { randomUUID } from "node:crypto";
import type { PoolClient } from "pg";
import { afterAll, expect, test } from "vitest";
import { call, callForObject, connect, openPool, overlap, type Row } from "./harness.ts";

const pool = openPool();
afterAll(() => pool.end());

function claim(connectionId: string, given: Row = {}): Promise<Row> {
  return callForObject(pool, "claim_refresh", {
    p_connection_id: connectionId,
    p_lease_id: randomUUID(),
    p_lease_seconds: "30",
    p_margin_seconds: "900",
    p_rejected_version: "",
    ...given,
  });
}

function commit(connectionId: string, lease: string, version: number, given: Row = {}, epoch = 1): Promise<Row> {
  return callForObject(pool, "commit_refresh", {
    p_connection_id: connectionId,
    p_lease_id: lease,
    p_epoch: String(epoch),
    p_token_version: String(version),
    p_tokens: {
      accessToken: `access-${randomUUID()}`,
      accessTokenExpiresAt: Math.floor(Date.now() / 1_000) + 86_400,
      refreshToken: `refresh-${randomUUID()}`,
      refreshTokenExpiresAt: null,
      ...given,
    },
  });
}

function fail(connectionId: string, lease: string, final: "true" | "false"): Promise<unknown> {
  return call(pool, "fail_refresh", {
    p_connection_id: connectionId,
    p_lease_id: lease,
    p_error_code: "provider_unavailable",
    p_final: final,
  });
}

async function connectExpired(): Promise<string> {
  const { connectionId } = await connect(pool, { accessTokenExpiresAt: Math.floor(Date.now() / 1_000) - 1 });
  return connectionId;
}

async function endLease(connectionId: string): Promise<void> {
  await pool.query("update public.business_connections set refresh_lease_until = now() where id = $1", [connectionId]);
}

async function refreshToken(connectionId: string): Promise<Row> {
  const { rows } = await pool.query(
    "select token, previous_token, version from app_private.refresh_tokens where connection_id = $1",
    [connectionId],
  );
  return rows[0] ?? {};
}

test("of 50 parallel claims exactly one leads and the others wait", async () => {
  const connectionId = await connectExpired();

  const claims = await Promise.all(Array.from({ length: 50 }, () => claim(connectionId)));

  expect(claims.filter(({ outcome }) => outcome === "leader")).toHaveLength(1);
  expect(claims.filter(({ outcome }) => outcome === "busy")).toHaveLength(49);
});

test("a claim that overlaps with the leader's own waits for it and does not lead", async () => {
  const connectionId = await connectExpired();
  const claimOn = (lease: string) => (client: PoolClient) =>
    callForObject(client, "claim_refresh", {
      p_connection_id: connectionId,
      p_lease_id: lease,
      p_lease_seconds: "30",
      p_margin_seconds: "900",
      p_rejected_version: "",
    });

  const [first, second] = await overlap(pool, claimOn("a"), claimOn("b"));

  expect([first.outcome, second.outcome]).toEqual(["leader", "busy"]);
});

test("a token with time left is handed out as it is", async () => {
  const { connectionId, input } = await connect(pool);

  expect(await claim(connectionId)).toEqual({
    outcome: "fresh",
    accessToken: input.accessToken,
    epoch: 1,
    tokenVersion: 1,
  });
});

test("the version that the platform refused forces a refresh, an older one does not", async () => {
  const { connectionId } = await connect(pool);
  const leader = await claim(connectionId, { p_lease_id: "a", p_rejected_version: "1" });
  expect(leader).toMatchObject({ outcome: "leader", tokenVersion: 1 });

  await commit(connectionId, "a", 1);

  expect(await claim(connectionId, { p_rejected_version: "1" })).toMatchObject({ outcome: "fresh", tokenVersion: 2 });
});

test("twenty pages that were refused together cause one refresh", async () => {
  const { connectionId } = await connect(pool);

  const claims = await Promise.all(Array.from({ length: 20 }, () => claim(connectionId, { p_rejected_version: "1" })));

  expect(claims.filter(({ outcome }) => outcome === "leader")).toHaveLength(1);
});

test("a leader that vanished is followed when its lease has run out", async () => {
  const connectionId = await connectExpired();
  await claim(connectionId, { p_lease_id: "first" });
  expect(await claim(connectionId)).toEqual({ outcome: "busy" });

  await endLease(connectionId);

  expect(await claim(connectionId)).toMatchObject({ outcome: "leader" });
});

test("of two leaders the first answer is kept, and the late one's refresh token stays beside it", async () => {
  const connectionId = await connectExpired();
  await claim(connectionId, { p_lease_id: "slow" });
  await endLease(connectionId);
  await claim(connectionId, { p_lease_id: "second" });

  const slow = await commit(connectionId, "slow", 1, { refreshToken: "from-slow" });
  const second = await commit(connectionId, "second", 1, { refreshToken: "from-second" });

  expect(slow).toEqual({ committed: true, tokenVersion: 2 });
  expect(second).toEqual({ committed: false, tokenVersion: 2 });
  expect(await refreshToken(connectionId)).toMatchObject({ token: "from-slow", previous_token: "from-second" });
});

test("of 20 commits on one version exactly one is stored", async () => {
  const connectionId = await connectExpired();
  await claim(connectionId, { p_lease_id: "a" });

  const commits = await Promise.all(Array.from({ length: 20 }, () => commit(connectionId, "a", 1)));

  expect(commits.filter(({ committed }) => committed)).toHaveLength(1);
});

test("an answer for an older consent is not stored", async () => {
  const { connectionId, input, wallet } = await connect(pool);
  await claim(connectionId, { p_lease_id: "a", p_rejected_version: "1" });
  await callForObject(pool, "complete_connection", {
    p_connection: { ...input, epoch: 2, accessToken: "new-consent" },
  });

  const late = await commit(connectionId, "a", 1);

  expect(late).toMatchObject({ committed: false });
  const { rows } = await pool.query("select access_token from public.business_connections where wallet_address = $1", [
    wallet,
  ]);
  expect(rows).toEqual([{ access_token: "new-consent" }]);
});

test("an answer that comes after a disconnect is not stored", async () => {
  const { connectionId, wallet } = await connect(pool);
  await claim(connectionId, { p_lease_id: "a", p_rejected_version: "1" });
  await call(pool, "disconnect_connection", { p_wallet: wallet, p_connection_id: connectionId, p_erase: "keep" });

  expect(await commit(connectionId, "a", 1)).toMatchObject({ committed: false });
  expect(await refreshToken(connectionId)).toEqual({});
  expect(await claim(connectionId)).toEqual({ outcome: "gone", status: "disconnected" });
});

test("an answer without a refresh token keeps the one we have", async () => {
  const { connectionId, input } = await connect(pool);
  await claim(connectionId, { p_lease_id: "a", p_rejected_version: "1" });

  await commit(connectionId, "a", 1, { refreshToken: null });

  expect(await refreshToken(connectionId)).toMatchObject({ token: input.refreshToken, version: 2 });
});

test("failures cool down twice as long each time, up to an hour", async () => {
  const connectionId = await connectExpired();
  const waits: number[] = [];
  for (let failure = 0; failure < 9; failure += 1) {
    await claim(connectionId, { p_lease_id: `lease-${failure}` });
    await fail(connectionId, `lease-${failure}`, "false");
    const { rows } = await pool.query(
      "select round(extract(epoch from refresh_retry_at - now()))::int as wait from public.business_connections where id = $1",
      [connectionId],
    );
    waits.push(rows[0]?.wait);
    expect(await claim(connectionId)).toMatchObject({ outcome: "cooling", retryAt: expect.stringMatching(/Z$/) });
    await pool.query("update public.business_connections set refresh_retry_at = now() where id = $1", [connectionId]);
  }

  expect(waits).toEqual([30, 60, 120, 240, 480, 960, 1_920, 3_600, 3_600]);
});

test("while the platform cools down a token that still lives is handed out", async () => {
  const { connectionId } = await connect(pool, { accessTokenExpiresAt: Math.floor(Date.now() / 1_000) + 300 });
  expect(await claim(connectionId, { p_lease_id: "a" })).toMatchObject({ outcome: "leader" });

  await fail(connectionId, "a", "false");

  expect(await claim(connectionId)).toMatchObject({ outcome: "fresh" });
  expect(await claim(connectionId, { p_rejected_version: "1" })).toMatchObject({ outcome: "cooling" });
});

test("a final failure asks the person to reconnect, once, and ends all claims", async () => {
  const { connectionId, wallet } = await connect(pool);
  await claim(connectionId, { p_lease_id: "a", p_rejected_version: "1" });

  await fail(connectionId, "a", "true");
  await fail(connectionId, "a", "true");

  expect(await claim(connectionId)).toEqual({ outcome: "gone", status: "needs_reconnect" });
  const { rows } = await pool.query("select action from public.audit_log where tenant = $1 order by seq", [wallet]);
  expect(rows.map(({ action }) => action)).toEqual([
    "connection.connected",
    "token.read",
    "connection.needs_reconnect",
  ]);
});

test("whoever is handed a token is on record, with which one and no part of it; whoever is not, is not", async () => {
  const { connectionId, wallet, input } = await connect(pool);

  await claim(connectionId);
  await claim(connectionId, { p_lease_id: "a", p_rejected_version: "1" });
  expect(await claim(connectionId, { p_lease_id: "b", p_rejected_version: "1" })).toEqual({ outcome: "busy" });
  await fail(connectionId, "a", "false");
  expect(await claim(connectionId, { p_rejected_version: "1" })).toMatchObject({ outcome: "cooling" });
  await claim(connectionId, { p_margin_seconds: "604800" });

  const { rows } = await pool.query(
    "select actor, object, meta from public.audit_log where tenant = $1 and action = 'token.read' order by seq",
    [wallet],
  );
  const row = (field: string) => ({ actor: "system", object: connectionId, meta: { field, epoch: 1, version: 1 } });
  expect(rows).toEqual([row("access"), row("refresh"), row("access")]);
  expect(JSON.stringify(rows)).not.toContain(input.accessToken);
});

test("a leader whose answer came second cannot end the connection", async () => {
  const connectionId = await connectExpired();
  await claim(connectionId, { p_lease_id: "slow" });
  await endLease(connectionId);
  await claim(connectionId, { p_lease_id: "second" });
  await commit(connectionId, "slow", 1);

  await fail(connectionId, "second", "true");

  expect(await claim(connectionId)).toMatchObject({ outcome: "fresh", tokenVersion: 2 });
});

test("a refusal ends nothing while a leader that was taken for dead may come with newer tokens, and ends it after that", async () => {
  const connectionId = await connectExpired();
  await claim(connectionId, { p_lease_id: "cut off" });
  await endLease(connectionId);
  await claim(connectionId, { p_lease_id: "second" });

  expect(await fail(connectionId, "second", "true")).toEqual({ ended: false });
  expect(await claim(connectionId)).toMatchObject({ outcome: "cooling" });
  await pool.query(
    "update public.business_connections set refresh_doubt_until = now(), refresh_retry_at = now() where id = $1",
    [connectionId],
  );
  await claim(connectionId, { p_lease_id: "third" });

  expect(await fail(connectionId, "third", "true")).toEqual({ ended: true });
});

test("the answer to the version over which a connection was ended brings it back, once, with an import", async () => {
  const { connectionId, wallet } = await connect(pool);
  await claim(connectionId, { p_lease_id: "a", p_rejected_version: "1" });
  await fail(connectionId, "a", "true");
  await pool.query("update public.sync_runs set state = 'failed' where connection_id = $1", [connectionId]);

  const late = await Promise.all([commit(connectionId, "late", 1), commit(connectionId, "late", 1)]);

  expect(late.map(({ committed }) => committed).toSorted()).toEqual([false, true]);
  expect(await claim(connectionId)).toMatchObject({ outcome: "fresh", tokenVersion: 2 });
  const { rows } = await pool.query(
    "select requested_by from public.sync_runs where connection_id = $1 and state = 'queued'",
    [connectionId],
  );
  expect(rows).toEqual([{ requested_by: "restored" }]);
  const { rows: acts } = await pool.query("select action from public.audit_log where tenant = $1 order by seq", [
    wallet,
  ]);
  expect(acts.map(({ action }) => action).slice(-3)).toEqual([
    "connection.needs_reconnect",
    "connection.restored",
    "token.read",
  ]);
});

test("with a connection that comes back, the topics that its end left undone are due, and no others", async () => {
  const { connectionId } = await connect(pool);
  const kept = [
    ["a", "waiting", "provider_unavailable", "waiting", true],
    ["b", "refused", "refresh_rejected", "waiting", true],
    ["c", "refused", "token_invalid", "waiting", true],
    ["d", "refused", "scope_missing", "refused", false],
    ["e", "set", null, "set", false],
  ] as const;
  for (const [shop, state, code] of kept) {
    await pool.query(
      `insert into app_private.webhook_topics (connection_id, shop_id, epoch, address, state, tries, due_at, error_code)
       values ($1, $2, 1, 'https://here.example', $3, 9, now() + interval '6 hours', $4)`,
      [connectionId, shop, state, code],
    );
  }
  await claim(connectionId, { p_lease_id: "a", p_rejected_version: "1" });
  await fail(connectionId, "a", "true");

  expect(await commit(connectionId, "late", 1)).toMatchObject({ committed: true });

  const { rows } = await pool.query(
    `select shop_id, state, due_at <= now() and tries = 0 as is_due from app_private.webhook_topics
     where connection_id = $1 order by shop_id`,
    [connectionId],
  );
  expect(rows).toEqual(kept.map(([shop_id, , , state, is_due]) => ({ shop_id, state, is_due })));
});

test("an answer brings back no connection that ended for another reason, or over another version", async () => {
  const { connectionId } = await connect(pool);
  await claim(connectionId, { p_lease_id: "a", p_rejected_version: "1" });
  await commit(connectionId, "a", 1);
  await claim(connectionId, { p_lease_id: "b", p_rejected_version: "2" });
  await fail(connectionId, "b", "true");
  expect(await commit(connectionId, "late", 1)).toMatchObject({ committed: false });

  const { connectionId: deauthorized } = await connect(pool);
  await pool.query("update public.business_connections set status = 'needs_reconnect' where id = $1", [deauthorized]);
  expect(await commit(deauthorized, "late", 1)).toMatchObject({ committed: false });
});

test("a connection that does not exist is gone", async () => {
  expect(await claim(randomUUID())).toEqual({ outcome: "gone", status: "disconnected" });
});
