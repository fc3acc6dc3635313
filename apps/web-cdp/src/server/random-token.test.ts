import { expect, it } from "vitest";
import { isRandomToken, randomToken } from "./random-token.ts";
import { isStorableText } from "./storable-text.ts";
import { isUuid } from "./uuid.ts";

it("a token is 32 random bytes as base64url", () => {
  expect(randomToken((count) => new Uint8Array(count).fill(0xfb))).toBe("-_v7".repeat(10).concat("-_s"));
});

it.each([
  ["A".repeat(43), true],
  ["azAZ09-_".repeat(5).concat("abc"), true],
  ["A".repeat(42), false],
  ["A".repeat(44), false],
  [`${"A".repeat(42)}=`, false],
  [`${"A".repeat(42)}\n`, false],
  [`${"A".repeat(43)}\n`, false],
  ["", false],
  [null, false],
])("%j has the shape of a token: %j", (text, expected) => {
  expect(isRandomToken(text)).toBe(expected);
});

it.each([
  ["6f1d1f0a-4c5e-4a53-9d0e-0a4f3a1f2b11", true],
  ["6F1D1F0A-4C5E-4A53-9D0E-0A4F3A1F2B11", true],
  ["6f1d1f0a4c5e4a539d0e0a4f3a1f2b11", false],
  ["6f1d1f0a-4c5e-4a53-9d0e-0a4f3a1f2b1", false],
  ["6f1d1f0a-4c5e-4a53-9d0e-0a4f3a1f2b111", false],
  ["66f1d1f0a-4c5e-4a53-9d0e-0a4f3a1f2b11", false],
  ["6f1d1f0g-4c5e-4a53-9d0e-0a4f3a1f2b11", false],
  ["6f1d1f0a-4c5e-4a53-9d0e-0a4f3a1f2b11\n", false],
])("%j is a uuid: %j", (text, expected) => {
  expect(isUuid(text)).toBe(expected);
});

it.each([
  ["plain", true],
  ["é漢字🙂\n", true],
  ["", true],
  ["a\0b", false],
  ["\ud800", false],
  ["a\udc00", false],
])("%j can be stored: %j", (text, expected) => {
  expect(isStorableText(text)).toBe(expected);
});
