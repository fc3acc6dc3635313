import { createHmac } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { hmacHex } from "./hmac-hex.ts";

const native = (key: string, text: string) => createHmac("sha256", key).update(text).digest("hex");

test("every key and text give what the native HMAC gives", () => {
  const anyText = fc.string({ unit: "binary", maxLength: 200 });
  fc.assert(
    fc.property(anyText, anyText, (key, text) => {
      expect(hmacHex(key, text)).toBe(native(key, text));
    }),
    { numRuns: 1_000 },
  );
});

test.each([
  ["the longest key that fits a block", "k".repeat(64)],
  ["a key longer than a block, which is digested first", "k".repeat(65)],
  ["a key that is not ASCII", "schlüssel"],
  ["a key that ends in a zero", "key\u0000"],
  ["the empty key", ""],
])("%s is no exception", (_, key) => {
  expect(hmacHex(key, "text — ünïcode 漢字 \u{1f600}")).toBe(native(key, "text — ünïcode 漢字 \u{1f600}"));
});

test("a change of keys is seen at once", () => {
  expect([hmacHex("a", "t"), hmacHex("b", "t"), hmacHex("a", "t")]).toEqual([
    native("a", "t"),
    native("b", "t"),
    native("a", "t"),
  ]);
});
