import { describe, expect, test } from "vitest";
import wycheproof from "../fixtures/wycheproof-hmac-sha256.json" with { type: "json" };
import { hmacMatches } from "./hmac-matches.ts";

const bytes = (hex: string) => new Uint8Array(Buffer.from(hex, "hex"));
const wholeTagBits = 256;

describe("HMAC-SHA256, by Wycheproof's vectors (C10)", () => {
  for (const { keySize, tagSize, tests } of wycheproof.groups) {
    const isWhole = tagSize === wholeTagBits;
    test(`a key of ${keySize} bits: ${isWhole ? "agrees with" : "refuses"} all ${tests.length} tags of ${tagSize} bits`, () => {
      for (const { tcId, key, msg, tag, result } of tests) {
        const expected = isWhole && result === "valid";
        expect({ tcId, matches: hmacMatches(bytes(key), [bytes(msg)], tag) }).toEqual({ tcId, matches: expected });
      }
    });
  }

  test("there are 174 of them", () => {
    expect(wycheproof.groups.flatMap(({ tests }) => tests)).toHaveLength(174);
  });
});
