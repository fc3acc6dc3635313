import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clamp01, firstEdge, lastEdge, readCurve, shrunkRate } from "./curve.ts";
import { ttshop1 } from "./ttshop1.ts";

describe("readCurve", () => {
  const { curve } = ttshop1.revenue;

  it.each([
    [-5, 0.1],
    [0, 0.1],
    [500, 0.2], // halfway from .10 to .30
    [1_000, 0.3],
    [3_000, 0.45], // halfway from .30 to .60
    [5_000, 0.6],
    [12_500, 0.8], // halfway from .60 to 1
    [20_000, 1],
    [1e12, 1],
    [Number.POSITIVE_INFINITY, 1],
    [Number.NEGATIVE_INFINITY, 0.1],
    [Number.NaN, 0.1],
  ])("reads %d as %d on the revenue curve", (x, expected) => {
    expect(readCurve(curve, x)).toBeCloseTo(expected, 12);
  });

  it("reads a falling curve's lowest value for NaN", () => {
    expect(readCurve(ttshop1.reliability.refunds.curve, Number.NaN)).toBe(0);
  });

  it("never leaves the range of its breakpoints", () => {
    fc.assert(
      fc.property(fc.double(), (x) => {
        const y = readCurve(curve, x);
        expect(y).toBeGreaterThanOrEqual(0.1);
        expect(y).toBeLessThanOrEqual(1);
      }),
      { numRuns: 1_000 },
    );
  });
});

it("a curve begins and ends at its outer breakpoints; one without any is 0 everywhere", () => {
  const { curve } = ttshop1.reliability.refunds;
  expect([firstEdge(curve), lastEdge(curve)]).toEqual([0.02, 0.25]);
  expect([firstEdge([]), lastEdge([]), readCurve([], 5), readCurve([], -5)]).toEqual([0, 0, 0, 0]);
});

it.each([
  [-1, 0],
  [0, 0],
  [0.4, 0.4],
  [7, 1],
  [Number.NaN, 0],
])("holds %d at %d", (x, expected) => {
  expect(clamp01(x)).toBe(expected);
});

it.each([
  { cases: 0, among: 0, prior: 0.06, strength: 10, expected: 0.06 }, // nothing seen: the prior
  { cases: 3, among: 20, prior: 0.06, strength: 10, expected: 0.12 }, // (3 + .6) / 30
  { cases: 750, among: 15_000, prior: 0.08, strength: 2_000, expected: 910 / 17_000 }, // (750 + 160) / 17,000
])("draws $cases of $among towards the prior: $expected", ({ cases, among, prior, strength, expected }) => {
  expect(shrunkRate(cases, among, prior, strength)).toBeCloseTo(expected, 12);
});
