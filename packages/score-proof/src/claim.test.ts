import fc from "fast-check";
import { expect, test } from "vitest";
import { type Claim, canonicalDecimal, claimText } from "./claim.ts";

const paths = fc.stringMatching(/^[a-z][a-z0-9_]{0,10}(\.[a-z][a-z0-9_]{0,10}){0,2}$/);
const units = fc.stringMatching(/^([A-Z]{3}|[a-z]{1,16})$/);
const decimals = fc
  .tuple(fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }), fc.nat(999_999))
  .map(([whole, fraction]) => canonicalDecimal(`${whole}.${String(fraction).padStart(6, "0")}`));
const claims: fc.Arbitrary<Claim> = fc.oneof(
  fc.record({ kind: fc.constant("exact" as const), path: paths, value: decimals, unit: units }),
  fc.record({
    kind: fc.constantFrom("at_least" as const, "at_most" as const),
    path: paths,
    bound: decimals,
    unit: units,
    holds: fc.boolean(),
  }),
);

test("two claims have one text only when they are the same claim", () => {
  fc.assert(
    fc.property(claims, claims, (left, right) => {
      const same = JSON.stringify(sorted(left)) === JSON.stringify(sorted(right));
      expect(claimText(left) === claimText(right)).toBe(same);
    }),
    { numRuns: 10_000 },
  );
});

test.each([
  ["0014250.750", "14250.75"],
  ["-0", "0"],
  ["-0.0", "0"],
  ["0.50", "0.5"],
  ["-12", "-12"],
  ["100", "100"],
  ["1.000000", "1"],
])("the only spelling of %s is %s", (text, canonical) => {
  expect(canonicalDecimal(text)).toBe(canonical);
});

test.each(["", "1e3", "1,000", ".5", "NaN", "+1", "1.2.3", " 1"])("%j is no decimal", (text) => {
  expect(() => canonicalDecimal(text)).toThrow(new RangeError("not a plain decimal number"));
});

test.each(["01", "1.0", "-0", "1.", "+1", "1e3", "0.10"])("a claim with the idle spelling %s has no text", (value) => {
  expect(() => claimText({ kind: "exact", path: "net", value, unit: "USD" })).toThrow();
});

test.each(["Net", "net = 1", "a.b.c.d", "", "net\n", "net|x"])("a claim with the path %j has no text", (path) => {
  expect(() => claimText({ kind: "exact", path, value: "1", unit: "USD" })).toThrow();
});

function sorted(claim: Claim): [string, unknown][] {
  return Object.entries(claim).sort(([left], [right]) => (left < right ? -1 : 1));
}
