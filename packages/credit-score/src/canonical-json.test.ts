import fc from "fast-check";
import { expect, it } from "vitest";
import { canonicalHash, canonicalJson } from "./canonical-json.ts";
import { modelHash, ttshop1 } from "./ttshop1.ts";

it("sorts keys by code unit, leaves out what is absent and writes no spaces", () => {
  const value = { b: [1, { z: null, ä: "x" }], a: undefined, B: true, "10": 1e21, "9": -0 };
  expect(canonicalJson(value)).toBe('{"10":1e+21,"9":0,"B":true,"b":[1,{"z":null,"ä":"x"}]}');
});

it("writes what JSON cannot hold as null", () => {
  expect(canonicalJson([Number.NaN, Number.POSITIVE_INFINITY, undefined])).toBe("[null,null,null]");
});

it("hashes the known answer of SHA-256 over {}", () => {
  expect(canonicalHash({})).toBe("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
});

it("says the same as JSON after any shuffle of keys", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      expect(canonicalJson(reversed(value))).toBe(canonicalJson(value));
    }),
    { numRuns: 1_000 },
  );
});

it("pins the published model: another number is another version", () => {
  expect(modelHash(ttshop1)).toBe("2ace5f0dbb09695bdb143816b5ca6aaf1bfaa38aa1fd808872dbbd4957f5c629");
});

it("cannot be changed by a caller", () => {
  expect(() => Object.assign(ttshop1.caps, { NO_QUALIFYING_ORDERS: 100_000 })).toThrow(TypeError);
  expect(() => Object.assign(ttshop1.revenue.curve[0] ?? {}, [5, 5])).toThrow(TypeError);
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reversed(member)]),
  );
}
