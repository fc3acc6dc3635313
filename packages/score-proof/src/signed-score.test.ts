import { describe, expect, test } from "vitest";
import { disclose } from "./make.ts";
import { revocationListSchema, signedScoreSchema } from "./signed-score.ts";
import { exampleHeld, exampleRevocations } from "./testing/example.ts";

const word40 = `A${"z9_.-".repeat(7)}abcd`;
const farthest = 253_402_300_799;
const bytes = (count: number, pair = "a0") => `0x${pair.repeat(count)}`;

const integers = (most: number, least = 0) => ({
  good: [least, most],
  bad: [least - 1, most + 1, 1.5, "1", null, undefined],
});
const hex = (count: number) => ({
  good: [bytes(count), bytes(count, "9f")],
  bad: [
    bytes(count, "A0"),
    bytes(count - 1),
    bytes(count + 1),
    bytes(count, "g0"),
    bytes(count).slice(2),
    `x${bytes(count)}`,
    `${bytes(count)}\n`,
    1,
    [bytes(count)],
    null,
    undefined,
  ],
});
const words = {
  good: ["A", "9", "ttshop-1", word40],
  bad: ["", "-a", "_a", ".a", "a b", "é", `${word40}x`, "a\n", "a,b", 1, undefined],
};
const ids = {
  good: ["6f1d1f0a-4c5e-4a53-9d0e-0a4f3a1f2b11"],
  bad: [
    "6F1D1F0A-4c5e-4a53-9d0e-0a4f3a1f2b11",
    "6f1d1f0a4c5e4a539d0e0a4f3a1f2b11",
    "6f1d1f0a-4c5e-4a53-9d0e0a4f3a1f2b11",
    "x6f1d1f0a-4c5e-4a53-9d0e-0a4f3a1f2b11",
    "6f1d1f0a-4c5e-4a53-9d0e-0a4f3a1f2b11x",
    "",
    undefined,
  ],
};
const issuers = {
  good: [
    "https://lendfriend.example",
    "http://localhost:3000",
    "https://[2001:db8::1]:8443",
    `https://${"a".repeat(253)}`,
  ],
  bad: [
    "ftp://lendfriend.example",
    "https://LendFriend.example",
    "https://lendfriend.example/",
    "https://",
    "xhttps://lendfriend.example",
    "https://lendfriend.example ",
    `https://${"a".repeat(254)}`,
    undefined,
  ],
};

const fields: Readonly<Record<string, { readonly good: readonly unknown[]; readonly bad: readonly unknown[] }>> = {
  id: ids,
  issuer: issuers,
  subject: hex(20),
  scoreMillipoints: integers(100_000),
  tier: words,
  model: words,
  modelHash: hex(32),
  windowFrom: integers(farthest),
  windowTo: integers(farthest),
  asOf: integers(farthest),
  provisional: { good: [true, false], bad: ["true", 1, undefined] },
  confidenceMillipoints: integers(100_000),
  integrity: words,
  claimsRoot: hex(32),
  claimCount: integers(256, 1),
  issuedAt: integers(farthest),
  expiresAt: integers(farthest),
};

const example = async () => disclose(await exampleHeld(), [3]);

describe("a signed score has one form", () => {
  test("the table leaves no signed field out", async () => {
    expect(Object.keys(fields).sort()).toEqual(Object.keys((await example()).statement).sort());
  });

  test.each(Object.entries(fields))("%s keeps to its form, up to its edges", async (name, { good, bad }) => {
    const document = await example();
    const isTaken = (value: unknown) =>
      signedScoreSchema.safeParse({ ...document, statement: { ...document.statement, [name]: value } }).success;

    expect(good.filter((value) => !isTaken(value))).toEqual([]);
    expect(bad.filter(isTaken)).toEqual([]);
  });

  test.each([
    ["signer", hex(20)],
    ["signature", hex(65)],
    ["format", { good: ["lendfriend-signed-score/1"], bad: ["lendfriend-signed-score/2", "", undefined] }],
    ["note", { good: [], bad: ["approved"] }],
  ])("its %s does too", async (name, { good, bad }) => {
    const document = await example();
    const isTaken = (value: unknown) => signedScoreSchema.safeParse({ ...document, [name]: value }).success;

    expect(good.filter((value) => !isTaken(value))).toEqual([]);
    expect(bad.filter(isTaken)).toEqual([]);
  });

  test("nothing rides along with what is signed", async () => {
    const document = await example();
    const statement = { ...document.statement, note: "approved" };

    expect(signedScoreSchema.safeParse(document).success).toBe(true);
    expect(signedScoreSchema.safeParse({ ...document, statement }).success).toBe(false);
  });

  test.each([
    ["salt", hex(32)],
    ["position", integers(255)],
    [
      "proof",
      { good: [[], Array(8).fill(bytes(32))], bad: [Array(9).fill(bytes(32)), [bytes(31)], [null], undefined] },
    ],
    ["note", { good: [], bad: ["approved"] }],
  ])("and the %s of a claim that is shown", async (name, { good, bad }) => {
    const document = await example();
    const isTaken = (value: unknown) =>
      signedScoreSchema.safeParse({
        ...document,
        disclosures: document.disclosures.map((shown) => ({ ...shown, [name]: value })),
      }).success;

    expect(good.filter((value) => !isTaken(value))).toEqual([]);
    expect(bad.filter(isTaken)).toEqual([]);
  });

  test("it shows no more claims than a tree has leaves", async () => {
    const document = await example();
    const showing = (count: number) => ({ ...document, disclosures: Array(count).fill(document.disclosures[0]) });

    expect(signedScoreSchema.safeParse(showing(256)).success).toBe(true);
    expect(signedScoreSchema.safeParse(showing(257)).success).toBe(false);
  });
});

describe("a list of revoked scores has one form", () => {
  const revoked = { id: "6f1d1f0a-4c5e-4a53-9d0e-0a4f3a1f2b11", revokedAt: 1 };

  test.each([
    ["issuer", issuers],
    ["madeAt", integers(farthest)],
    ["note", { good: [], bad: ["approved"] }],
    [
      "revoked",
      {
        good: [[], [revoked], Array(100_000).fill(revoked)],
        bad: [
          Array(100_001).fill(revoked),
          [{ ...revoked, note: "approved" }],
          [{ id: revoked.id }],
          [{ ...revoked, id: "1" }],
          [{ ...revoked, revokedAt: -1 }],
          undefined,
        ],
      },
    ],
  ])("its %s keeps to it", async (name, { good, bad }) => {
    const document = await exampleRevocations([]);
    const isTaken = (value: unknown) =>
      revocationListSchema.safeParse({ ...document, list: { ...document.list, [name]: value } }).success;

    expect(good.filter((value) => !isTaken(value))).toEqual([]);
    expect(bad.filter(isTaken)).toEqual([]);
  });

  test.each([
    ["format", { good: ["lendfriend-revoked-scores/1"], bad: ["lendfriend-revoked-scores/2", "", undefined] }],
    ["signer", hex(20)],
    ["signature", hex(65)],
    ["note", { good: [], bad: ["approved"] }],
  ])("around it, its %s does too", async (name, { good, bad }) => {
    const document = await exampleRevocations([]);
    const isTaken = (value: unknown) => revocationListSchema.safeParse({ ...document, [name]: value }).success;

    expect(good.filter((value) => !isTaken(value))).toEqual([]);
    expect(bad.filter(isTaken)).toEqual([]);
  });
});
