import { describe, expect, it, vi } from "vitest";
import { createWorld, endConnection, signIn, startConsent, type World } from "#server/testing/memory-world.ts";
import { aShop } from "#server/testing/scripted-connector.ts";
import { checkHealth } from "./check-health.ts";

async function connected(world: World) {
  const person = await signIn(world.app);
  const { state, browser } = await startConsent(world.app, person);
  const result = await world.app.completeConnection(person.session, { code: state, state, error: null, browser });
  if (result.outcome !== "connected") throw new Error(`not connected: ${result.code}`);
  return { ...person, connectionId: result.connectionId };
}

describe("connections", () => {
  it("are found by their owner only, by any case of the id", async () => {
    const world = createWorld();
    const owner = await connected(world);
    const stranger = await signIn(world.app);

    expect(await world.app.getConnection(owner.session, owner.connectionId.toUpperCase())).toMatchObject({
      id: owner.connectionId,
    });
    for (const id of [owner.connectionId, "not-an-id", "' or 1=1"]) {
      await expect(world.app.getConnection(stranger.session, id)).rejects.toMatchObject({ code: "not_found" });
      await expect(world.app.requestSync(stranger.session, id)).rejects.toMatchObject({ code: "not_found" });
    }
    await expect(endConnection(world.app, stranger, owner.connectionId, "delete")).rejects.toMatchObject({
      code: "not_found",
    });
    expect(world.rows.size).toBe(1);
  });

  it("import once at a time: a second request names the run under way", async () => {
    const world = createWorld();
    const { session, connectionId } = await connected(world);
    const [row] = world.rows.values();
    if (row) row.openRun = null;

    const first = await world.app.requestSync(session, connectionId);
    const second = await world.app.requestSync(session, connectionId);

    expect(first.created).toBe(true);
    expect(second).toEqual({ runId: first.runId, created: false });
  });

  it.each(["needs_reconnect", "disconnected"] as const)("are not imported while %s", async (status) => {
    const world = createWorld();
    const { session, connectionId } = await connected(world);
    const [row] = world.rows.values();
    if (row) row.status = status;

    await expect(world.app.requestSync(session, connectionId)).rejects.toMatchObject({ code: "conflict" });
  });

  it("end here first, and then at the platform with the token they had", async () => {
    const world = createWorld();
    const owner = await connected(world);

    await endConnection(world.app, owner, owner.connectionId, "keep");
    await world.settled();

    expect(await world.app.getConnection(owner.session, owner.connectionId)).toMatchObject({ status: "disconnected" });
    expect(world.connector.calls.slice(-2)).toEqual([
      `unsubscribe ${aShop.id}`,
      `deauthorize ${aShop.id} TTP_canary-access`,
    ]);
    expect(world.logged.join()).not.toContain("canary");
  });

  it("have ended also when the platform cannot be told", async () => {
    const world = createWorld();
    const owner = await connected(world);
    world.connector.deauthorize = () => Promise.reject(new Error("platform is down"));

    await endConnection(world.app, owner, owner.connectionId, "delete");
    await world.settled();

    await expect(world.app.getConnection(owner.session, owner.connectionId)).rejects.toMatchObject({
      code: "not_found",
    });
    expect(world.logged.join()).toContain("connection.deauthorize_failed");
  });

  it("are deauthorised also when their events cannot be taken back", async () => {
    const world = createWorld();
    const owner = await connected(world);
    world.connector.unsubscribe = () => Promise.reject(new Error("platform is down"));

    await endConnection(world.app, owner, owner.connectionId, "keep");
    await world.settled();

    expect(world.connector.calls).toContain(`deauthorize ${aShop.id} TTP_canary-access`);
  });

  it("free their account for another wallet once they have ended", async () => {
    const world = createWorld();
    const owner = await connected(world);
    await endConnection(world.app, owner, owner.connectionId, "keep");

    await expect(connected(world)).resolves.toHaveProperty("connectionId");
  });
});

describe("shares", () => {
  const inAWeek = "2026-11-27T12:00:00Z";

  async function twoPeople() {
    const world = createWorld();
    return { world, borrower: await signIn(world.app), lender: await signIn(world.app) };
  }

  it("let one lender read, and every read is on record", async () => {
    const { world, borrower, lender } = await twoPeople();
    const share = await world.app.createShare(borrower.session, {
      lender: lender.account.address,
      scope: "factors",
      purpose: "  Working capital loan ",
      expiresAt: inAWeek,
    });

    const shared = await world.app.readSharedScore(lender.session, borrower.account.address);

    expect(share).toMatchObject({ lender: lender.wallet, purpose: "Working capital loan", status: "live" });
    expect(shared?.share.id).toBe(share.id);
    expect(await world.app.readAccessLog(borrower.session)).toMatchObject([
      { lender: lender.wallet, shareId: share.id, scope: "factors" },
    ]);
    expect(await world.app.listSharedBorrowers(lender.session)).toMatchObject([{ wallet: borrower.wallet }]);
  });

  it("are 100 at once at most, and another one when one has ended", async () => {
    const { world, borrower, lender } = await twoPeople();
    const input = { lender: lender.wallet, scope: "tier", purpose: "Loan", expiresAt: inAWeek } as const;
    const { id } = await world.app.createShare(borrower.session, input);
    for (let nth = 1; nth < 100; nth += 1) await world.app.createShare(borrower.session, input);

    const refusal = { code: "limit_reached", status: 409 };
    await expect(world.app.createShare(borrower.session, input)).rejects.toMatchObject(refusal);
    await world.app.revokeShare(borrower.session, id);
    expect(await world.app.createShare(borrower.session, input)).toMatchObject({ status: "live" });
  });

  it("look alike when there is none, when it ended, and when the address is malformed (E14)", async () => {
    const { world, borrower, lender } = await twoPeople();
    const input = { lender: lender.wallet, scope: "tier", purpose: "Loan", expiresAt: inAWeek } as const;
    const share = await world.app.createShare(borrower.session, input);
    await world.app.revokeShare(borrower.session, share.id);

    for (const address of [borrower.wallet, lender.wallet, "0x0", "%00"]) {
      expect(await world.app.readSharedScore(lender.session, address)).toBeNull();
    }
    expect(await world.app.readAccessLog(borrower.session)).toEqual([]);
  });

  it("end by themselves", async () => {
    const { world, borrower, lender } = await twoPeople();
    const input = { lender: lender.wallet, scope: "tier", purpose: "Loan", expiresAt: inAWeek } as const;
    await world.app.createShare(borrower.session, input);
    world.advance(8 * 86_400);

    expect(await world.app.readSharedScore(lender.session, borrower.wallet)).toBeNull();
  });

  it("are taken back only by whoever gave them, once", async () => {
    const { world, borrower, lender } = await twoPeople();
    const input = { lender: lender.wallet, scope: "tier", purpose: "Loan", expiresAt: inAWeek } as const;
    const { id } = await world.app.createShare(borrower.session, input);

    await expect(world.app.revokeShare(lender.session, id)).rejects.toMatchObject({ code: "not_found" });
    await world.app.revokeShare(borrower.session, id);
    await expect(world.app.revokeShare(borrower.session, id)).rejects.toMatchObject({ code: "not_found" });
    await expect(world.app.revokeShare(borrower.session, "1")).rejects.toMatchObject({ code: "not_found" });
  });

  it.each([
    ["no address", { lender: "0x1" }],
    ["no purpose", { purpose: "   " }],
    ["a purpose of 281 characters", { purpose: "x".repeat(281) }],
    ["a purpose with a line break", { purpose: "a\nb" }],
    ["a purpose with a line separator", { purpose: "a\u2028b" }],
    ["a purpose that turns the text after it around", { purpose: "Loan \u202e" }],
    ["a purpose that nobody can see", { purpose: "\u200b" }],
    ["half a surrogate pair as purpose", { purpose: "Loan \ud800" }],
    ["an end in the past", { expiresAt: "2026-11-20T12:00:00Z" }],
    ["an end after more than a year", { expiresAt: "2028-01-01T00:00:00Z" }],
    ["an end that is no time", { expiresAt: "soon" }],
  ])("are refused with %s", async (_, change) => {
    const { world, borrower, lender } = await twoPeople();
    const input = { lender: lender.wallet, scope: "tier", purpose: "Loan", expiresAt: inAWeek, ...change } as const;

    await expect(world.app.createShare(borrower.session, input)).rejects.toMatchObject({ code: "bad_request" });
  });

  it("are refused to oneself, in any case of the address", async () => {
    const { world, borrower } = await twoPeople();
    const input = { lender: borrower.account.address, scope: "tier", purpose: "Loan", expiresAt: inAWeek } as const;

    await expect(world.app.createShare(borrower.session, input)).rejects.toMatchObject({ code: "bad_request" });
  });
});

describe("receiveWebhook", () => {
  const event = {
    notificationId: "7380066284010030890",
    type: 1,
    shopId: aShop.id,
    platformUserId: null,
    timestamp: 1_718_305_585,
    effect: "reread_order",
    objectId: "576653688135258178",
  } as const;

  it("refuses what the platform did not sign, and stores nothing (F02)", async () => {
    const { app, deliveries } = createWorld();

    expect(await app.receiveWebhook(Buffer.from("{}"), "signature")).toBe("refused");
    expect(deliveries.size).toBe(0);
  });

  it("stores a delivery once, and keeps the first of two bodies under one id (F05)", async () => {
    const { app, connector, deliveries, logged } = createWorld();
    connector.webhook = event;

    expect(await app.receiveWebhook(Buffer.from("one"), "signature")).toBe("stored");
    const [first] = deliveries.values();
    expect(await app.receiveWebhook(Buffer.from("one"), "signature")).toBe("stored");
    expect(await app.receiveWebhook(Buffer.from("two"), "signature")).toBe("stored");

    expect([...deliveries.values()]).toEqual([first]);
    expect(logged.join()).toContain("webhook.conflict");
  });

  it("fails when the delivery could not be stored, so that it is sent again (F11)", async () => {
    const { app, connector, ports } = createWorld();
    connector.webhook = event;
    ports.inbox.saveDelivery = () => Promise.reject(new Error("database is down"));

    await expect(app.receiveWebhook(Buffer.from("one"), "signature")).rejects.toThrow("database is down");
  });
});

describe("checkHealth", () => {
  it("asks the database for its health once a second, however many ask", async () => {
    const { app, ports, advance } = createWorld();
    const asked: string[] = [];
    const { checkDatabase, probeWriting } = ports.health;
    ports.health.checkDatabase = () => {
      asked.push("read");
      return checkDatabase();
    };
    ports.health.probeWriting = () => {
      asked.push("write");
      return probeWriting();
    };

    const together = await Promise.all(Array.from({ length: 20 }, () => app.checkHealth()));
    advance(0.999);
    await app.checkHealth();
    expect(new Set(together.map(({ status }) => status))).toEqual(new Set(["ok"]));
    expect(asked).toEqual(["read", "write"]);

    advance(0.001);
    ports.health.probeWriting = () => Promise.reject(new Error("disk full"));
    expect(await app.checkHealth()).toMatchObject({ status: "down" });
    ports.health.probeWriting = probeWriting;
    advance(-3600);
    expect(await app.checkHealth()).toMatchObject({ status: "ok" });
  });

  it("serves everybody who asks while a slow check runs, and counts its second from the answer", async () => {
    const { app, ports, advance } = createWorld();
    let asked = 0;
    let answer = () => {};
    ports.health.probeWriting = () => {
      asked += 1;
      return new Promise((resolve) => {
        answer = resolve;
      });
    };

    const first = app.checkHealth();
    advance(4);
    const second = app.checkHealth();
    await vi.waitFor(() => expect(asked).toBe(1));
    answer();
    expect([(await first).status, (await second).status]).toEqual(["ok", "ok"]);
    advance(0.5);
    await app.checkHealth();

    expect(asked).toBe(1);
  });

  it("says whether the heads of the audit log are written outside of the database (K03)", async () => {
    const { ports, advance } = createWorld();
    expect((await checkHealth(ports)).checks.auditHeads).toBe("off");

    const recordedAt = ports.now();
    ports.health.readRecordedAt = async () => recordedAt;
    expect((await checkHealth(ports)).checks.auditHeads).toBe("ok");
    advance(301);
    expect((await checkHealth(ports)).checks.auditHeads).toBe(`silent since ${recordedAt.toISOString()}`);
  });

  it("is ok, degraded without a worker, and down without a database that takes writes; each rule fires (K09)", async () => {
    const { ports, advance } = createWorld();
    expect(await checkHealth(ports)).toMatchObject({ status: "ok", checks: { database: "ok", worker: "ok" } });

    const seen = ports.now();
    ports.health.checkDatabase = async () => ({ migrations: null, workerSeenAt: seen });
    advance(61);
    expect(await checkHealth(ports)).toMatchObject({ status: "degraded", checks: { worker: "silent" } });
    ports.health.checkDatabase = async () => ({ migrations: null, workerSeenAt: null });
    expect(await checkHealth(ports)).toMatchObject({ status: "degraded", checks: { worker: "never_seen" } });

    ports.health.checkDatabase = async () => ({ migrations: null, workerSeenAt: ports.now() });
    ports.health.readWebhooks = async () => ({ dead: 2, oldestWaitingSeconds: 61, shopsWithoutTopics: 1 });
    expect(await checkHealth(ports)).toMatchObject({
      status: "ok",
      checks: { webhooks: "set aside within a day: 2; unread for 61 s; shops without topics: 1" },
    });

    const { probeWriting } = ports.health;
    ports.health.probeWriting = () => Promise.reject(new Error("disk full"));
    expect(await checkHealth(ports)).toMatchObject({ status: "down", checks: { database: "takes no writes" } });
    ports.health.probeWriting = probeWriting;
    ports.health.checkDatabase = () => Promise.reject(new Error("refused"));
    expect(await checkHealth(ports)).toEqual({ status: "down", checks: { database: "unreachable" } });
  });
});
