import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type IncomeMetrics, scoreIncome } from "@lendfriend/credit-score";
import { afterAll, describe, expect, it } from "vitest";
import type { Session } from "#server/contract.ts";
import { createApp } from "#server/create-app.ts";
import type { Env } from "#server/env.ts";
import type { Ports } from "#server/ports.ts";
import { createWorld, endConnection, signIn, startConsent } from "#server/testing/memory-world.ts";
import { databaseClients, databaseSettings } from "#server/testing/real-database.ts";
import { sampleInputs } from "#server/testing/sample-inputs.ts";
import { aShop, someTokens } from "#server/testing/scripted-connector.ts";
import { newPlatformId, openPool } from "../../../../../supabase/tests/harness.ts";
import { sampleSummary, storeTieOut } from "../../../../../supabase/tests/tie-outs.ts";
import { createStores } from "./create-stores.ts";
import { functionsOf } from "./data-api.ts";
import { createServiceClient } from "./service-client.ts";

const pool = openPool(4);
afterAll(() => pool.end());

const settings = databaseSettings();

function storesOf(env: Env) {
  const { call, clientOf } = databaseClients(env);
  return createStores(call, clientOf);
}

/** The product over the real database, with the scripted platform of the memory world. */
function createStoredWorld(env = settings) {
  const world = createWorld();
  const ports: Ports = { ...world.ports, ...storesOf(env), now: () => new Date() };
  const shop = { ...aShop, id: newPlatformId() };
  world.connector.exchange = { ...someTokens, platformUserId: newPlatformId() };
  world.connector.account = { displayName: "Candle Corner", region: "US", shops: [shop] };
  return { ...world, ports, app: createApp(ports), shop };
}

async function connected(world: ReturnType<typeof createStoredWorld>) {
  const person = await signIn(world.app);
  const { state, browser } = await startConsent(world.app, person);
  const finish = () =>
    world.app.completeConnection(person.session, { code: `code-${state}`, state, error: null, browser });
  return { ...person, finish };
}

describe("a consent", () => {
  const consent = {
    browserHash: "b",
    platform: "tiktokshop",
    market: "US",
    consentText: null,
    ttlSeconds: 60,
  } as const;

  it("of a session that has just ended is refused as by somebody who is not signed in", async () => {
    const { app, ports } = createStoredWorld();
    const { session, sessionToken } = await signIn(app);
    const { sessionId, wallet } = session;
    const asked = { ...consent, stateHash: randomUUID(), sessionId, wallet, account: "seller" } as const;
    await app.endSession(sessionToken);

    await expect(ports.transactions.saveTransaction(asked)).rejects.toMatchObject({ code: "unauthorized" });
  });
});

describe("signing in", () => {
  it("opens a session that the database knows, once for a message, and ends it", async () => {
    const { app, ports } = createStoredWorld();
    const { session, sessionToken, wallet } = await signIn(app);

    expect(session).toMatchObject({ wallet });
    expect(await ports.auth.takeChallenge("unknown", "unknown")).toBeNull();
    await app.endSession(sessionToken);
    expect(await app.readSession(sessionToken)).toBeNull();
  });

  it("is counted across instances (J12)", async () => {
    const [one, other] = [storesOf(settings), storesOf(settings)];
    const key = `test:${newPlatformId()}`;

    const answers = [];
    for (const { rateLimits } of [one, other, one, other]) answers.push(await rateLimits.takeRateLimit(key, 3, 3600));

    expect(answers.map(({ allowed }) => allowed)).toEqual([true, true, true, false]);
    expect(answers[3]?.retryAfterSeconds).toBeGreaterThan(0);
  });
});

describe("connecting", () => {
  it("links once when the same callback arrives 20 times at once (A05)", async () => {
    const world = createStoredWorld();
    const { finish } = await connected(world);

    const results = await Promise.all(Array.from({ length: 20 }, finish));

    expect(results.filter(({ outcome }) => outcome === "connected")).toHaveLength(1);
    expect(world.connector.calls.filter((call) => call === "exchangeCode")).toHaveLength(1);
  });

  it("keeps long ids and wallets as they are, and shows a connection to its owner only", async () => {
    const world = createStoredWorld();
    const { session, finish } = await connected(world);
    const stranger = await signIn(world.app);
    await finish();

    const [connection, ...others] = await world.app.listConnections(session);

    expect(others).toEqual([]);
    expect(connection).toMatchObject({
      platformUserId: world.connector.exchange instanceof Error ? "" : world.connector.exchange.platformUserId,
      shops: [{ id: world.shop.id, name: "Candle Corner", region: "US", sellerType: "LOCAL" }],
      status: "importing",
      progress: { stage: "queued", done: 0, total: 0, waiting: null },
    });
    expect(await world.app.listConnections(stranger.session)).toEqual([]);
    expect(await world.app.listRejectedRows(session)).toEqual([]);
    expect(await world.app.readScore(session)).toBeNull();
    expect(await world.app.readScoreHistory(session)).toEqual([]);
  });

  it("reconnects in place, under a raised epoch that opens the new token (A17)", async () => {
    const world = createStoredWorld();
    const { session, wallet, account, finish } = await connected(world);
    const first = await finish();
    const again = await startConsent(world.app, { session, wallet, account, sessionToken: "" });
    const second = await world.app.completeConnection(session, {
      code: "second",
      state: again.state,
      error: null,
      browser: again.browser,
    });

    expect(second).toEqual(first);
    const ended = await world.ports.connections.disconnect(wallet, idOf(second), "keep");
    expect(ended).toMatchObject({ epoch: 2, account: "seller", platform: "tiktokshop", shops: [world.shop] });
    const context = { connectionId: idOf(second), field: "access", epoch: 2 } as const;
    expect(world.ports.vault.open(ended?.accessToken ?? "", context)).toBe(someTokens.accessToken);
  });

  it("refuses an account that another wallet holds, until that wallet lets go", async () => {
    const world = createStoredWorld();
    const owner = await connected(world);
    const other = await connected(world);
    const held = await owner.finish();

    expect(await other.finish()).toMatchObject({ code: "shop_already_connected" });
    await endConnection(world.app, owner, idOf(held), "delete");
    expect(await world.app.listConnections(owner.session)).toEqual([]);
    const later = await connected(world);
    expect(await later.finish()).toMatchObject({ outcome: "connected" });
  });

  it("imports once at a time, and nobody else's", async () => {
    const world = createStoredWorld();
    const owner = await connected(world);
    const { session } = owner;
    const id = idOf(await owner.finish());
    const stranger = await signIn(world.app);

    expect(await world.app.requestSync(session, id)).toMatchObject({ created: false });
    await expect(world.app.requestSync(stranger.session, id)).rejects.toMatchObject({ code: "not_found" });
    await endConnection(world.app, owner, id, "keep");
    await expect(world.app.requestSync(session, id)).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("sharing", () => {
  it("cuts the report in the database, and records the read", async () => {
    const { app } = createStoredWorld();
    const borrower = await signIn(app);
    const lender = await signIn(app);
    await saveSnapshot(borrower.session);
    const share = await app.createShare(borrower.session, {
      lender: lender.wallet,
      scope: "tier",
      purpose: "Stock for the season",
      expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
    });

    const shared = await app.readSharedScore(lender.session, borrower.wallet);

    expect(shared?.report).toMatchObject({ model: "ttshop-1", tier: "Growing", confidence: 80 });
    expect(shared?.report).not.toHaveProperty("score");
    expect(shared?.report).not.toHaveProperty("metrics");
    expect(await app.listSharedBorrowers(lender.session)).toMatchObject([{ wallet: borrower.wallet, score: null }]);
    const look = { lender: lender.wallet, shareId: share.id };
    expect(await app.readAccessLog(borrower.session)).toMatchObject([
      { ...look, place: "list" },
      { ...look, place: "score" },
    ]);
    expect(await app.listShares(borrower.session)).toEqual([share]);
    expect(await app.listShares(lender.session)).toEqual([]);
    expect(await app.readScore(borrower.session)).toMatchObject({ score: 61.5 });
    expect(await app.readScore(lender.session)).toBeNull();

    await app.revokeShare(borrower.session, share.id);
    expect(await app.readSharedScore(lender.session, borrower.wallet)).toBeNull();
    expect(await app.listSharedBorrowers(lender.session)).toEqual([]);
    await expect(app.revokeShare(borrower.session, share.id)).rejects.toMatchObject({ code: "not_found" });
  });

  it("refuses a lender's look beyond what a minute allows, and says when the next one may be", async () => {
    const { app } = createStoredWorld();
    const [borrower, lender] = [await signIn(app), await signIn(app)];
    await saveSnapshot(borrower.session);
    const share = await app.createShare(borrower.session, {
      lender: lender.wallet,
      scope: "metrics",
      purpose: "Stock for the season",
      expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
    });
    await pool.query(
      `insert into public.access_log (wallet_address, lender, share_id, scope)
       select $1, $2, $3, 'metrics' from generate_series(1, 300)`,
      [borrower.wallet, lender.wallet, share.id],
    );

    const refusal = { code: "rate_limited", retryAfterSeconds: 60 };
    await expect(app.readSharedScore(lender.session, borrower.wallet)).rejects.toMatchObject(refusal);
    const query = { kind: null, page: 1, pageSize: 1 };
    await expect(app.readSharedTieOut(lender.session, borrower.wallet, query)).rejects.toMatchObject(refusal);
    await expect(app.readDecisionBasis(lender.session, borrower.wallet)).rejects.toMatchObject(refusal);
  });

  it("shows a lender with metrics the borrower's own insights, and a lender with less none", async () => {
    const { app } = createStoredWorld();
    const borrower = await signIn(app);
    await saveSnapshot(borrower.session);
    const seen = [];
    for (const scope of ["tier", "factors", "metrics"] as const) {
      const lender = await signIn(app);
      await app.createShare(borrower.session, {
        lender: lender.wallet,
        scope,
        purpose: "Stock for the season",
        expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
      });
      seen.push((await app.readSharedScore(lender.session, borrower.wallet))?.insights);
    }

    const own = await app.readInsights(borrower.session);
    expect(own).toMatchObject({ netUsd: sampleInputs.netUsd, spread: null });
    expect(seen).toEqual([null, null, own]);
  });

  it("tells a lender with metrics the borrower's own history and story of change, and no stored figures", async () => {
    const { app } = createStoredWorld();
    const [borrower, lender] = [await signIn(app), await signIn(app)];
    const later = { ...sampleInputs, asOf: sampleInputs.asOf + 86_400, orderCount: 3 };
    for (const inputs of [sampleInputs, later]) await saveScore(borrower.session, inputs);
    await app.createShare(borrower.session, {
      lender: lender.wallet,
      scope: "metrics",
      purpose: "Stock for the season",
      expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
    });

    const shared = await app.readSharedScore(lender.session, borrower.wallet);

    expect(shared?.history).toHaveLength(2);
    expect(shared?.history).toEqual(await app.readScoreHistory(borrower.session));
    expect(shared?.changes?.points).toBeLessThan(0);
    expect(shared?.changes).toEqual(await app.readScoreChanges(borrower.session, { from: null, to: null }));
    expect(shared).not.toHaveProperty("compared");
  });
});

describe("the inbox", () => {
  it("keeps one row for a notification, and tells a second body apart (F05)", async () => {
    // As of three processes: one alone asks the database once for copies that come together.
    const [first, ...others] = Array.from({ length: 3 }, () => storesOf(settings).inbox);
    const event = {
      notificationId: newPlatformId(),
      type: 1,
      shopId: newPlatformId(),
      platformUserId: null,
      timestamp: 1_718_305_585,
      effect: "reread_order",
      objectId: newPlatformId(),
    } as const;

    const outcomes = await Promise.all(
      [first, ...others].map((inbox) => inbox?.saveDelivery("tiktokshop", event, "sha-1")),
    );

    expect(outcomes.toSorted()).toEqual(["duplicate", "duplicate", "stored"]);
    expect(await first?.saveDelivery("tiktokshop", event, "sha-2")).toBe("conflict");
    const { rows } = await pool.query(
      "select shop_id, object_id, type, event_time from app_private.webhook_inbox where notification_id = $1",
      [event.notificationId],
    );
    expect(rows).toEqual([{ shop_id: event.shopId, object_id: event.objectId, type: 1, event_time: "1718305585" }]);
  });
});

describe("failures", () => {
  it("are `unavailable` while nothing answers at the database's address", async () => {
    const { app, ports } = createStoredWorld({
      ...settings,
      supabase: { ...settings.supabase, url: await closedAddress() },
    });

    await expect(app.readSession("a".repeat(43))).rejects.toMatchObject({ code: "unavailable", status: 503 });
    await expect(ports.health.checkDatabase()).rejects.toMatchObject({ code: "unavailable" });
    expect(await app.checkHealth()).toMatchObject({ status: "down" });
  });

  it("never let a token of another issuer's secret read anything", async () => {
    const { session } = await signIn(createStoredWorld().app);
    const foreign: Env = {
      ...settings,
      jwt: { algorithm: "HS256", secret: "another-secret-that-is-long-enough-to-sign" },
    };

    await expect(storesOf(foreign).connections.listConnections(session)).rejects.toMatchObject({
      name: "DataApiError",
    });
  });

  it("do not carry an argument's value", async () => {
    const call = functionsOf(createServiceClient(settings));
    const { z } = await import("zod");

    const error = await call("open_session", { p_session_hash: "h", p_wallet: "0xCANARY" }, z.unknown()).catch(
      (thrown: unknown) => thrown,
    );

    expect(error).toMatchObject({ name: "DataApiError", sqlState: "22023" });
    expect(String(error) + String(error instanceof Error ? error.cause : "")).not.toContain("CANARY");
  });

  it("are healthy otherwise", async () => {
    const { migrations } = await storesOf(settings).health.checkDatabase();

    expect(migrations).toMatch(/^\d{14}$/);
  });
});

type Result = Awaited<ReturnType<ReturnType<typeof createApp>["completeConnection"]>>;

function idOf(result: Result): string {
  if (result.outcome === "connected") return result.connectionId;
  throw new Error(`not connected: ${result.code}`);
}

describe("a tie-out", () => {
  it("is read by its owner and by a lender with metrics, by kind or whole, and by nobody else", async () => {
    const { app } = createStoredWorld();
    const [borrower, lender] = [await signIn(app), await signIn(app)];
    await saveSnapshot(borrower.session);
    const { rows } = await pool.query(`select id from public.score_snapshots where wallet_address = $1`, [
      borrower.wallet,
    ]);
    await storeTieOut(pool, borrower.wallet, rows[0]?.id, "S1");
    const whole = { kind: null, page: 1, pageSize: 50 };

    expect(await app.readTieOut(borrower.session, whole)).toMatchObject({ ...sampleSummary, flagCount: 2 });
    expect(await app.readTieOut(borrower.session, { ...whole, kind: "MISSING" })).toMatchObject({
      flagCount: 1,
      flags: [{ id: "576500000000000001", expected: "71.25", found: "0" }],
    });
    expect(await app.readTieOut(lender.session, whole)).toBeNull();
    expect(await app.readSharedTieOut(lender.session, borrower.wallet, whole)).toBeNull();

    await app.createShare(borrower.session, {
      lender: lender.wallet,
      scope: "metrics",
      purpose: "Stock",
      expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
    });
    expect(await app.readSharedTieOut(lender.session, borrower.wallet, whole)).toMatchObject({
      tieOut: { flagCount: 2, flags: [{ kind: "MISSING" }, { kind: "ORPHAN" }] },
    });
    expect(await app.readAccessLog(borrower.session)).toMatchObject([{ lender: lender.wallet, scope: "metrics" }]);
  });
});

async function saveSnapshot({ wallet }: Session): Promise<void> {
  const report = {
    model: "ttshop-1",
    modelHash: "hash",
    asOf: "2026-11-20T00:00:00.000Z",
    provisional: false,
    score: 61.5,
    tier: "Growing",
    confidence: 80,
    integrity: "PASS",
    factors: {},
    reasons: { negative: [], positive: [] },
    alerts: [],
    caps: [],
    metrics: { gross: "12345678901234.123456" },
  };
  await pool.query(
    `insert into public.score_snapshots
      (wallet_address, as_of, model, model_hash, provisional, score_millipoints, tier, inputs, report, snapshot_hash, fx_table_hash)
     values ($1, now(), 'ttshop-1', 'hash', false, 61500, 'Growing', $3, $2, 'snapshot', 'fx')`,
    [wallet, JSON.stringify(report), JSON.stringify(sampleInputs)],
  );
}

async function saveScore({ wallet }: Session, inputs: IncomeMetrics): Promise<void> {
  const report = scoreIncome(inputs);
  await pool.query(
    `insert into public.score_snapshots
      (wallet_address, as_of, model, model_hash, provisional, score_millipoints, tier, inputs, report, snapshot_hash)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      wallet,
      report.asOf,
      report.model,
      report.modelHash,
      report.provisional,
      report.millipoints,
      report.tier,
      JSON.stringify(inputs),
      JSON.stringify(report),
      report.snapshotHash,
    ],
  );
}

async function closedAddress(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = addressOf(server.address());
  await new Promise((resolve) => {
    server.close(resolve);
  });
  return `http://127.0.0.1:${port}`;
}

function addressOf(address: string | AddressInfo | null): AddressInfo {
  if (address !== null && typeof address === "object") return address;
  throw new Error("the server listens on no port");
}
