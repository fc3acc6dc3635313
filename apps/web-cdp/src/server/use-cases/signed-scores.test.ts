import { scoreIncome } from "@lendfriend/credit-score";
import { type SignedScore, verifySignedScore } from "@lendfriend/score-proof";
import { describe, expect, it } from "vitest";
import { createWorld, signIn, testOrigin, type World } from "#server/testing/memory-world.ts";
import { sampleInputs } from "#server/testing/sample-inputs.ts";

const day = 86_400;

async function scoredWorld(change: Partial<typeof sampleInputs> = {}) {
  const world = createWorld();
  const inputs = { ...sampleInputs, asOf: Math.floor(world.ports.now().getTime() / 1_000) - 3_600, ...change };
  Object.assign(world.stored, { inputs, report: scoreIncome(inputs) });
  return { world, ...(await signIn(world.app)) };
}

function judge(world: World, document: unknown, revocations: unknown = null) {
  const { signers } = world.app.readScoreSigners();
  const trust = { issuer: testOrigin, signers, nowSeconds: Math.floor(world.ports.now().getTime() / 1_000) };
  return verifySignedScore(JSON.parse(JSON.stringify(document)), trust, revocations);
}

describe("the list of revoked scores", () => {
  it("is signed once for all who ask within five seconds", async () => {
    const { world, session } = await scoredWorld();
    const { id } = await world.app.issueSignedScore(session, { days: 1 });
    await world.app.revokeSignedScore(session, id);
    const [first, beside] = await Promise.all([world.app.publishRevocations(), world.app.publishRevocations()]);
    world.advance(5);

    expect(beside).toBe(first);
    expect(await world.app.publishRevocations()).toBe(first);

    world.advance(1);
    const later = await world.app.publishRevocations();
    expect(later.list).toEqual({ ...first.list, madeAt: first.list.madeAt + 6 });
  });

  it("is signed anew at once when a score was revoked, by another process too, or made", async () => {
    const { world, session, wallet } = await scoredWorld();
    const { id } = await world.app.issueSignedScore(session, { days: 1 });
    expect((await world.app.publishRevocations()).list.revoked).toEqual([]);

    world.advance(1);
    await world.ports.signedScores.revoke(wallet, id);
    const revoked = await world.app.publishRevocations();
    expect(revoked.list.revoked.map((entry) => entry.id)).toEqual([id]);

    world.advance(1);
    const next = await world.app.issueSignedScore(session, { days: 1 });
    const { list } = await world.app.publishRevocations();
    expect(list.madeAt).toBeGreaterThanOrEqual(next.statement.issuedAt);
  });
});

describe("a signed score", () => {
  it("says what the report says, and verifies with the published address alone", async () => {
    const { world, session, wallet } = await scoredWorld();
    const { report } = world.stored;

    const { id, statement } = await world.app.issueSignedScore(session, { days: 30 });
    const document = await world.app.discloseSignedScore(session, { id, positions: [] });

    expect(judge(world, document)).toMatchObject({ code: "valid", hiddenCount: statement.claimCount });
    expect(statement).toMatchObject({
      subject: wallet,
      issuer: testOrigin,
      scoreMillipoints: report?.millipoints,
      tier: report?.tier,
      modelHash: `0x${report?.modelHash}`,
      provisional: false,
      expiresAt: statement.issuedAt + 30 * day,
    });
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it("proves a bound without the figure", async () => {
    const { world, session } = await scoredWorld();
    const { id, claims } = await world.app.issueSignedScore(session, { days: 1 });
    const position = claims.findIndex((claim) => claim.kind === "at_least" && claim.bound === "5000");

    const document = await world.app.discloseSignedScore(session, { id, positions: [position] });

    expect(judge(world, document).code).toBe("valid");
    expect(document.disclosures.map(({ claim }) => claim)).toEqual([
      { kind: "at_least", path: "net_usd_90d", bound: "5000", unit: "USD", holds: true },
    ]);
    expect(JSON.stringify(document)).not.toMatch(/"9000"|"3000"/);
  });

  it("commits each bound with its true answer, at the edge too", async () => {
    const { world, session } = await scoredWorld({ netUsd: "10000", orderCount: 90, gross: "9000", refunds: "450.01" });
    const { claims } = await world.app.issueSignedScore(session, { days: 1 });
    const answers = (path: string) =>
      claims.flatMap((claim) => (claim.kind !== "exact" && claim.path === path ? [[claim.bound, claim.holds]] : []));

    expect(answers("net_usd_90d").slice(2, 5)).toEqual([
      ["5000", true],
      ["10000", true],
      ["20000", false],
    ]);
    expect(answers("refund_share")).toEqual([
      ["0.02", false],
      ["0.05", false],
      ["0.1", true],
      ["0.2", true],
    ]);
  });

  it("draws a salt of its own for every claim of every score", async () => {
    const { world, session } = await scoredWorld();
    const documents: SignedScore[] = [];
    for (const _ of [1, 2]) {
      const { id, claims } = await world.app.issueSignedScore(session, { days: 1 });
      documents.push(await world.app.discloseSignedScore(session, { id, positions: [...claims.keys()] }));
    }
    const salts = documents.flatMap(({ disclosures }) => disclosures.map(({ salt }) => salt));

    expect(new Set(salts).size).toBe(salts.length);
    expect(salts.length).toBeGreaterThan(60);
  });

  it("ends when its days are over, and is revoked by its owner at once", async () => {
    const { world, session } = await scoredWorld();
    const { id } = await world.app.issueSignedScore(session, { days: 1 });
    const document = await world.app.discloseSignedScore(session, { id, positions: [] });
    world.advance(1);
    expect(judge(world, document, await world.app.publishRevocations())).toMatchObject({
      code: "valid",
      revocation: { state: "not_listed" },
    });

    await world.app.revokeSignedScore(session, id);

    expect(judge(world, document, await world.app.publishRevocations()).code).toBe("revoked");
    world.advance(day);
    expect(judge(world, document).code).toBe("expired");
    await expect(world.app.revokeSignedScore(session, id)).rejects.toMatchObject({ code: "not_found" });
  });

  it("belongs to its borrower: nobody else discloses or revokes it", async () => {
    const { world, session } = await scoredWorld();
    const { id } = await world.app.issueSignedScore(session, { days: 1 });
    const other = await signIn(world.app);

    await expect(world.app.discloseSignedScore(other.session, { id, positions: [] })).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(world.app.revokeSignedScore(other.session, id)).rejects.toMatchObject({ code: "not_found" });
    await expect(world.app.discloseSignedScore(session, { id, positions: [255] })).rejects.toMatchObject({
      code: "bad_request",
    });
  });

  it("is never made of a provisional score, of old figures, or for more than 90 days", async () => {
    const provisional = await scoredWorld({ provisional: ["returns: 3 rows missing"] });
    await expect(provisional.world.app.issueSignedScore(provisional.session, { days: 30 })).rejects.toMatchObject({
      code: "not_found",
    });
    expect(await provisional.world.app.hasSignableScore(provisional.session)).toBe(false);

    const { world, session } = await scoredWorld();
    expect(await world.app.hasSignableScore(session)).toBe(true);
    for (const days of [0, 91, 1.5]) {
      await expect(world.app.issueSignedScore(session, { days })).rejects.toMatchObject({ code: "bad_request" });
    }
    world.advance(31 * day);
    await expect(world.app.issueSignedScore(session, { days: 30 })).rejects.toMatchObject({ code: "score_too_old" });
  });

  it("is made while fewer than 50 are live, and again once one of them was revoked", async () => {
    const { world, session } = await scoredWorld();
    const issue = () => world.app.issueSignedScore(session, { days: 30 });
    const { id } = await issue();
    for (let made = 1; made < 50; made++) await issue();

    await expect(issue()).rejects.toMatchObject({ code: "limit_reached", status: 409 });

    await world.app.revokeSignedScore(session, id);
    await expect(issue()).resolves.toMatchObject({ status: "live" });
  });

  it("is made sixty times a day at most, revoked ones counted", async () => {
    const { world, session } = await scoredWorld();
    const issueAndRevoke = async () => {
      const { id } = await world.app.issueSignedScore(session, { days: 90 });
      await world.app.revokeSignedScore(session, id);
    };
    for (let made = 0; made < 60; made++) await issueAndRevoke();

    await expect(issueAndRevoke()).rejects.toMatchObject({ code: "daily_limit_reached", status: 409 });

    world.advance(day);
    await issueAndRevoke();
  });

  it("leaves no salt, signature or claim in the log", async () => {
    const { world, session } = await scoredWorld();
    const { id, claims } = await world.app.issueSignedScore(session, { days: 1 });
    const document = await world.app.discloseSignedScore(session, { id, positions: [...claims.keys()] });

    const log = world.logged.join("\n");
    expect(log).toContain(id);
    expect(log).not.toContain(document.signature);
    for (const { salt } of document.disclosures) expect(log).not.toContain(salt);
  });
});
