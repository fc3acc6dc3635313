import { describe, expect, test } from "vitest";
import { disclose, signRevocations, signScore } from "./make.ts";
import { maxLeaves } from "./merkle.ts";
import type { SignedScore } from "./signed-score.ts";
import {
  exampleClaims,
  exampleFacts,
  exampleHeld,
  exampleRevocations,
  exampleSigner,
  issuedAt,
  lowerCase,
  otherSigner,
  trust,
} from "./testing/example.ts";
import { verifySignedScore } from "./verify.ts";

const order = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;

async function shown(positions: readonly number[] = [3]): Promise<SignedScore> {
  return disclose(await exampleHeld(), positions);
}

async function codeOf(document: unknown, given: Partial<typeof trust> = {}, revocations: unknown = null) {
  return verifySignedScore(document, { ...trust, ...given }, revocations).code;
}

test("a threshold is proven without the figure, a salt or any other claim in the file", async () => {
  const document = await shown([3]);

  const verdict = verifySignedScore(JSON.parse(JSON.stringify(document)), trust);

  expect(verdict).toMatchObject({
    code: "valid",
    hiddenCount: 6,
    checks: { disclosures: "passed", signature: "passed" },
  });
  expect(verdict.disclosures.map(({ disclosure }) => disclosure.claim)).toEqual([
    { kind: "at_least", path: "net_usd_90d", bound: "10000", unit: "USD", holds: true },
  ]);
  const text = JSON.stringify(document);
  expect(text).not.toContain("14250");
  for (const [position, { salt }] of exampleClaims.entries()) expect(text.includes(salt)).toBe(position === 3);
});

test("a file may disclose nothing", async () => {
  expect(verifySignedScore(await shown([]), trust)).toMatchObject({
    code: "valid",
    hiddenCount: 7,
    checks: { disclosures: "not_done", revocation: "not_done" },
    revocation: { state: "not_checked" },
  });
});

const altered: Record<string, unknown> = {
  id: "6f1d1f0a-4c5e-4a53-9d0e-0a4f3a1f2b12",
  subject: "0x00000000000000000000000000000000000000ab",
  scoreMillipoints: 99_000,
  tier: "Established",
  model: "ttshop-2",
  modelHash: `0x${"ac".repeat(32)}`,
  windowFrom: 1,
  windowTo: 2,
  asOf: 3,
  provisional: true,
  confidenceMillipoints: 100_000,
  integrity: "REVIEW",
  claimsRoot: `0x${"00".repeat(32)}`,
  claimCount: 8,
  issuedAt: issuedAt - 1,
  expiresAt: issuedAt + 60 * 86_400,
};

describe("every signed field is guarded", () => {
  test("the list of alterations leaves no field out", async () => {
    const { statement } = await shown();
    expect([...Object.keys(altered), "issuer"].sort()).toEqual(Object.keys(statement).sort());
  });

  test.each(Object.entries(altered))("%s cannot be altered", async (field, value) => {
    const document = await shown([]);
    expect(await codeOf({ ...document, statement: { ...document.statement, [field]: value } })).toBe(
      "statement_altered",
    );
  });

  test("the issuer cannot be altered, also not for a reader who trusts the other one", async () => {
    const document = await shown([]);
    const moved = { ...document, statement: { ...document.statement, issuer: "https://other.example" } };

    expect(await codeOf(moved)).toBe("other_deployment");
    expect(await codeOf(moved, { issuer: "https://other.example" })).toBe("statement_altered");
    expect(await codeOf(document, { issuer: "https://other.example" })).toBe("other_deployment");
  });
});

describe("disclosed claims are guarded", () => {
  test.each([
    ["the bound", { claim: { kind: "at_least", path: "net_usd_90d", bound: "20000", unit: "USD", holds: true } }],
    ["the answer", { claim: { kind: "at_least", path: "net_usd_90d", bound: "10000", unit: "USD", holds: false } }],
    ["the direction", { claim: { kind: "at_most", path: "net_usd_90d", bound: "10000", unit: "USD", holds: true } }],
    ["the unit", { claim: { kind: "at_least", path: "net_usd_90d", bound: "10000", unit: "IDR", holds: true } }],
    ["the path", { claim: { kind: "at_least", path: "gross_usd_90d", bound: "10000", unit: "USD", holds: true } }],
    ["the salt", { salt: `0x${"11".repeat(32)}` }],
    ["the place", { position: 2 }],
    ["the way to the root", { proof: [] }],
  ])("%s cannot be altered, and the statement still counts as genuine", async (_what, change) => {
    const document = await shown([0, 3]);
    const [first, second] = document.disclosures;

    const verdict = verifySignedScore({ ...document, disclosures: [first, { ...second, ...change }] }, trust);

    expect(verdict).toMatchObject({
      code: "disclosure_altered",
      checks: { signature: "passed", signer: "passed", disclosures: "failed" },
    });
    expect(verdict.disclosures.map(({ genuine }) => genuine)).toEqual([true, false]);
  });

  test("one claim shown twice is refused", async () => {
    const document = await shown([3]);
    expect(await codeOf({ ...document, disclosures: [...document.disclosures, ...document.disclosures] })).toBe(
      "disclosure_altered",
    );
  });
});

describe("signatures", () => {
  test("another signer's score is unknown, not altered", async () => {
    const held = await signScore(exampleFacts, exampleClaims, otherSigner);
    expect(await codeOf(disclose(held, [3]))).toBe("unknown_signer");
  });

  test("another signer's score under our signer's name is altered", async () => {
    const held = await signScore(exampleFacts, exampleClaims, otherSigner);
    expect(await codeOf({ ...disclose(held, [3]), signer: lowerCase(exampleSigner.address) })).toBe(
      "statement_altered",
    );
  });

  test("a retired signer still counts while it is listed, and no longer once it is dropped", async () => {
    const document = await shown();
    const signers = [lowerCase(otherSigner.address), ...trust.signers];
    expect(await codeOf(document, { signers })).toBe("valid");
    expect(await codeOf(document, { signers: signers.slice(0, 1) })).toBe("unknown_signer");
  });

  test("the second spelling of a signature, with high s, is refused", async () => {
    const document = await shown();
    const { signature } = document;
    const s = order - BigInt(`0x${signature.slice(66, 130)}`);
    const v = signature.endsWith("1b") ? "1c" : "1b";
    const high = `${signature.slice(0, 66)}${s.toString(16).padStart(64, "0")}${v}`;

    expect(await codeOf({ ...document, signature: high })).toBe("malleable_signature");
  });

  test.each(["00", "01", "1d", "25"])("a recovery byte %s is refused", async (v) => {
    const document = await shown();
    expect(await codeOf({ ...document, signature: `${document.signature.slice(0, 130)}${v}` })).toBe(
      "malleable_signature",
    );
  });

  test("a signature of zeros is refused without an exception", async () => {
    const document = await shown();
    expect(await codeOf({ ...document, signature: `0x${"00".repeat(64)}1b` })).toBe("statement_altered");
  });
});

describe("time", () => {
  test("it counts until the second before its expiry", async () => {
    const document = await shown();
    const { expiresAt } = document.statement;
    expect(await codeOf(document, { nowSeconds: expiresAt - 1 })).toBe("valid");
    expect(await codeOf(document, { nowSeconds: expiresAt })).toBe("expired");
  });

  test("before its issue, beyond five minutes of clock skew, it does not count yet", async () => {
    const document = await shown();
    expect(await codeOf(document, { nowSeconds: issuedAt - 300 })).toBe("valid");
    expect(await codeOf(document, { nowSeconds: issuedAt - 301 })).toBe("not_yet_valid");
  });

  test.each([
    ["ends before it begins", { expiresAt: issuedAt }],
    ["lives longer than 90 days", { expiresAt: issuedAt + 90 * 86_400 + 1 }],
    ["describes a later day than its issue", { asOf: issuedAt + 301 }],
  ])("a signed score that %s is refused", async (_what, facts) => {
    expect(await codeOf(disclose(await exampleHeld(facts), []))).toBe("period_refused");
  });
});

describe("revocation", () => {
  test("a listed one is revoked, and says since when", async () => {
    const document = await shown();
    const list = await exampleRevocations([exampleFacts.id]);

    const verdict = verifySignedScore(document, trust, JSON.parse(JSON.stringify(list)));

    expect(verdict).toMatchObject({ code: "revoked", checks: { signature: "passed", revocation: "failed" } });
    expect(verdict.revocation).toEqual({ state: "revoked", madeAt: issuedAt + 1_800, revokedAt: issuedAt + 1_740 });
  });

  test("revoked wins over expired, and altered over revoked", async () => {
    const document = await shown();
    const list = await exampleRevocations([exampleFacts.id]);
    expect(await codeOf(document, { nowSeconds: document.statement.expiresAt }, list)).toBe("revoked");
    const tampered = { ...document, statement: { ...document.statement, tier: "Established" } };
    expect(await codeOf(tampered, {}, list)).toBe("statement_altered");
  });

  test("a list without it passes, and says how old the list is", async () => {
    const verdict = verifySignedScore(await shown(), trust, await exampleRevocations([]));
    expect(verdict).toMatchObject({ code: "valid", checks: { revocation: "passed" } });
    expect(verdict.revocation).toEqual({ state: "not_listed", madeAt: issuedAt + 1_800 });
  });

  test("a list that revokes other scores only passes", async () => {
    const list = await exampleRevocations(["6f1d1f0a-4c5e-4a53-9d0e-0a4f3a1f2b12"]);
    expect(verifySignedScore(await shown(), trust, list).revocation).toMatchObject({ state: "not_listed" });
  });

  test("a list of another deployment is refused, though the same signer signed it", async () => {
    const list = { issuer: "https://other.example", madeAt: issuedAt, revoked: [] };
    const foreign = await signRevocations(list, exampleSigner);
    expect(verifySignedScore(await shown(), trust, foreign).revocation).toEqual({ state: "list_refused" });
  });

  test.each([null, undefined])("without a list (%j) nothing is checked", async (list) => {
    expect(verifySignedScore(await shown(), trust, list).revocation).toEqual({ state: "not_checked" });
  });

  test("a list of the second of the issue knows of the score", async () => {
    const list = await exampleRevocations([], { madeAt: issuedAt });
    expect(verifySignedScore(await shown(), trust, list).revocation).toEqual({ state: "not_listed", madeAt: issuedAt });
  });

  test("a list older than the score proves nothing about it", async () => {
    const list = await exampleRevocations([], { madeAt: issuedAt - 1 });
    const verdict = verifySignedScore(await shown(), trust, list);
    expect(verdict).toMatchObject({ code: "valid", checks: { revocation: "not_done" } });
    expect(verdict.revocation).toEqual({ state: "list_too_old", madeAt: issuedAt - 1 });
  });

  test("a list that is shortened, dated anew, signed by another or no list at all is refused", async () => {
    const list = await exampleRevocations([exampleFacts.id]);
    const foreign = await exampleRevocations([], { signer: otherSigner });
    const lists = [
      { ...list, list: { ...list.list, revoked: [] } },
      { ...list, list: { ...list.list, madeAt: list.list.madeAt + 1 } },
      { ...list, list: { ...list.list, issuer: "https://other.example" } },
      foreign,
      { ...foreign, signer: list.signer },
      {},
      "text",
    ];
    for (const one of lists) {
      expect(verifySignedScore(await shown(), trust, one).revocation).toEqual({ state: "list_refused" });
    }
  });
});

describe("each check has an outcome of its own", () => {
  const passed = {
    form: "passed",
    issuer: "passed",
    signature: "passed",
    signer: "passed",
    disclosures: "passed",
    period: "passed",
    revocation: "not_done",
  };

  test("all pass for a score that is valid", async () => {
    expect(verifySignedScore(await shown(), trust).checks).toEqual(passed);
  });

  test("only the period fails for one that has expired, is not valid yet, or lives too long", async () => {
    const document = await shown();
    const endless = disclose(await exampleHeld({ expiresAt: issuedAt + 91 * 86_400 }), [3]);
    const verdicts = [
      verifySignedScore(document, { ...trust, nowSeconds: document.statement.expiresAt }),
      verifySignedScore(document, { ...trust, nowSeconds: issuedAt - 301 }),
      verifySignedScore(endless, trust),
    ];

    expect(verdicts.map(({ code }) => code)).toEqual(["expired", "not_yet_valid", "period_refused"]);
    for (const { checks } of verdicts) expect(checks).toEqual({ ...passed, period: "failed" });
  });

  test("issuer and signer fail apart for another deployment with another signer", async () => {
    const other = { ...trust, issuer: "https://other.example" };
    expect(verifySignedScore(await shown(), other).checks).toEqual({ ...passed, issuer: "failed" });
    expect(verifySignedScore(await shown(), { ...trust, signers: [] }).checks).toEqual({ ...passed, signer: "failed" });
  });

  test("the signature fails for an altered statement", async () => {
    const document = await shown();
    const altered = { ...document, statement: { ...document.statement, tier: "Established" } };
    expect(verifySignedScore(altered, trust).checks).toEqual({ ...passed, signature: "failed" });
  });

  test("a refused period outweighs a revocation, and a life of 90 days or five minutes of skew are no fault", async () => {
    const list = await exampleRevocations([exampleFacts.id]);
    const endless = disclose(await exampleHeld({ expiresAt: issuedAt + 91 * 86_400 }), []);
    expect(await codeOf(endless, {}, list)).toBe("period_refused");

    const edge = await exampleHeld({ expiresAt: issuedAt + 90 * 86_400, asOf: issuedAt + 300 });
    expect(await codeOf(disclose(edge, []))).toBe("valid");
  });

  test("none is done for a file that cannot be read, and its place is named", () => {
    expect(verifySignedScore("text", trust)).toEqual({
      code: "malformed",
      checks: {
        form: "failed",
        issuer: "not_done",
        signature: "not_done",
        signer: "not_done",
        disclosures: "not_done",
        period: "not_done",
        revocation: "not_done",
      },
      revocation: { state: "not_checked" },
      statement: null,
      signer: null,
      disclosures: [],
      hiddenCount: 0,
      malformedAt: "the file",
    });
  });

  test("claims that are not shown are counted, each place once", async () => {
    const document = await shown([0, 3]);
    expect(verifySignedScore(document, trust).hiddenCount).toBe(5);
    const twice = { ...document, disclosures: [...document.disclosures, ...document.disclosures] };
    expect(verifySignedScore(twice, trust).hiddenCount).toBe(5);
  });
});

describe("form", () => {
  test.each([
    ["no object", "text"],
    ["nothing", null],
    ["another format", { format: "lendfriend-signed-score/2" }],
  ])("%s is malformed", async (_what, document) => {
    expect(verifySignedScore(document, trust)).toMatchObject({ code: "malformed", statement: null });
  });

  test("a field that is not signed cannot ride along, and its place is named", async () => {
    const document = await shown();
    expect(await codeOf({ ...document, note: "approved" })).toBe("malformed");
    expect(await codeOf({ ...document, statement: { ...document.statement, note: "approved" } })).toBe("malformed");
    const broken = { ...document, statement: { ...document.statement, tier: 7 } };
    expect(verifySignedScore(broken, trust)).toMatchObject({ malformedAt: "statement.tier" });
  });

  test("a claim count that the page would have to trust is bounded", async () => {
    const document = await shown();
    const wide = { ...document, statement: { ...document.statement, claimCount: maxLeaves + 1 } };
    expect(await codeOf(wide)).toBe("malformed");
  });

  test("two equal claims are never signed", async () => {
    await expect(
      signScore(exampleFacts, [...exampleClaims, ...exampleClaims.slice(0, 1)], exampleSigner),
    ).rejects.toThrow(new RangeError("a claim stands twice"));
  });

  test("claims are shown once each and in their order, and none that does not exist", async () => {
    const held = await exampleHeld();

    expect(disclose(held, [3, 0, 3, 1]).disclosures.map(({ position }) => position)).toEqual([0, 1, 3]);
    for (const position of [exampleClaims.length, -1, 0.5]) {
      expect(() => disclose(held, [position])).toThrow(new RangeError("no claim stands at this position"));
    }
  });
});
