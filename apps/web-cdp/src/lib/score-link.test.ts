import { deflateSync } from "node:zlib";
import type { SignedScore } from "@lendfriend/score-proof";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fileOfLink, isScoreLink, scoreLink } from "./score-link.ts";

const issuer = "https://lendfriend.example";
const digits = [..."0123456789abcdef"];
const bytes = (count: number) =>
  fc
    .array(fc.constantFrom(...digits), { minLength: count * 2, maxLength: count * 2 })
    .map((chars): `0x${string}` => `0x${chars.join("")}`);
const seconds = fc.nat(4_000_000_000);
const points = fc.nat(100_000);

/** Shaped like a file that the server makes; whether it is true does not concern a link. */
const files: fc.Arbitrary<SignedScore> = fc.record({
  format: fc.constant("lendfriend-signed-score/1"),
  statement: fc.record({
    id: fc.uuid(),
    issuer: fc.constant(issuer),
    subject: bytes(20),
    scoreMillipoints: points,
    tier: fc.constantFrom("Starter", "Growing"),
    model: fc.constant("ttshop-1"),
    modelHash: bytes(32),
    windowFrom: seconds,
    windowTo: seconds,
    asOf: seconds,
    provisional: fc.boolean(),
    confidenceMillipoints: points,
    integrity: fc.string({ unit: "grapheme" }),
    claimsRoot: bytes(32),
    claimCount: fc.integer({ min: 1, max: 256 }),
    issuedAt: seconds,
    expiresAt: seconds,
  }),
  signer: bytes(20),
  signature: bytes(65),
  disclosures: fc.array(
    fc.record({
      claim: fc.record({
        kind: fc.constant("exact"),
        path: fc.constantFrom("net_usd_90d", "order_count"),
        value: fc.nat().map(String),
        unit: fc.constant("USD"),
      }),
      salt: bytes(32),
      position: fc.nat(255),
      proof: fc.array(bytes(32), { maxLength: 8 }),
    }),
    { maxLength: 6 },
  ),
});

const linkTo = (text: string) => `${issuer}/verify#file=${deflateSync(text).toString("base64url")}`;

describe("a link of a signed score", () => {
  it("carries every file whole, in its fragment alone", async () => {
    await fc.assert(
      fc.asyncProperty(files, async (file) => {
        const link = await scoreLink(file);
        const { href, origin, pathname, search } = new URL(link);

        expect(JSON.parse((await fileOfLink(link)) ?? "")).toEqual(file);
        expect(href).toBe(link);
        expect(`${origin}${pathname}${search}`).toBe(`${issuer}/verify`);
      }),
    );
  });

  it("ends in a letter or a digit, so that no app leaves its last character out", async () => {
    await fc.assert(
      fc.asyncProperty(files, async (file) => {
        expect(await scoreLink(file)).toMatch(/[A-Za-z0-9]$/);
      }),
    );
  });

  it("is read as it was written first, for as long as such links are in force", async () => {
    const link = `${issuer}/verify#file=eJyrVkrLL8pNLFGyUspJzUtJK8pMzUvRLc5Mz0tN0S1Ozi9K1TdUqgUADi0Nrw`;

    expect(await fileOfLink(link)).toBe('{"format":"lendfriend-signed-score/1"}');
  });

  it("is found in the message around it", async () => {
    const message = `My score: ${linkTo("{}")}\nValid until Friday.`;

    expect(isScoreLink(message)).toBe(true);
    expect(await fileOfLink(message)).toBe("{}");
  });

  it.each(["", "#main", "#checks", "#fil", "file=abc", '{"format":"lendfriend-signed-score/1"}'])(
    "is not %o",
    (text) => {
      expect(isScoreLink(text)).toBe(false);
    },
  );

  it("is refused when any part of its end is missing", async () => {
    await fc.assert(
      fc.asyncProperty(files, fc.nat(), async (file, cut) => {
        const link = await scoreLink(file);
        const start = link.indexOf("=") + 1;

        expect(await fileOfLink(link.slice(0, start + (cut % (link.length - start))))).toBeNull();
      }),
    );
  });

  it("is refused, but for one in thousands, when a character of it was changed", async () => {
    let refused = 0;
    let changed = 0;
    await fc.assert(
      fc.asyncProperty(files, fc.nat(), fc.constantFrom("A", "q", "7", "."), async (file, place, wrong) => {
        const link = await scoreLink(file);
        const start = link.indexOf("=") + 1;
        const at = start + (place % (link.length - start));
        fc.pre(link[at] !== wrong);
        changed += 1;
        if ((await fileOfLink(`${link.slice(0, at)}${wrong}${link.slice(at + 1)}`)) === null) refused += 1;
      }),
    );
    // Some bits of the packed form only fill a byte up or say the same in another way, and its checksum is a short one.
    expect(refused).toBeGreaterThanOrEqual(changed - 3);
  });

  it.each([
    ["nothing", `${issuer}/verify#file=`],
    ["words", `${issuer}/verify#file=hello-there`],
    [
      "something else that was packed",
      `${issuer}/verify#file=${deflateSync(Buffer.of(0xff, 0xfe)).toString("base64url")}`,
    ],
    ["more than a file can be", linkTo("0".repeat(256 * 1024 + 1))],
    ["more than a link can be", `${issuer}/verify#file=${"A".repeat(256 * 1024 + 1)}`],
  ])("is refused when it carries %s", async (_, link) => {
    expect(isScoreLink(link)).toBe(true);
    expect(await fileOfLink(link)).toBeNull();
  });

  it("may carry as much as a file can be", async () => {
    const longest = "0".repeat(256 * 1024);

    expect(await fileOfLink(linkTo(longest))).toBe(longest);
  });
});
