import { describe, expect, it } from "vitest";
import { scoredRevenueUsd } from "./assess-revenue.ts";
import { buildLedger } from "./build-ledger.ts";
import { exampleCurrency, exampleMetrics, exampleSeller } from "./testing/example-metrics.ts";
import { ttshop1 } from "./ttshop1.ts";

function steady(monthly: number, observedDays = 90) {
  const total = (monthly * Math.max(30, observedDays)) / 30;
  const currencies = [exampleCurrency({ nets: [total / 3, total / 3, total / 3] })];
  return exampleMetrics({ seller: exampleSeller({ currencies, observedDays }) });
}

function revenuePoints(monthly: number): number {
  return buildLedger(steady(monthly), ttshop1).factors.revenue.points;
}

describe("monthly revenue", () => {
  it.each([
    [0, 4], // 40 × .10
    [500, 8], // 40 × .20
    [1_000, 12], // 40 × .30
    [4_750, 23.25], // 40 × (.30 + .30 × 3,750/4,000)
    [5_000, 24], // 40 × .60
    [12_500, 32], // 40 × .80
    [20_000, 40],
    [1_000_000, 40],
  ])("earns for $%d a month %d points", (monthly, points) => {
    expect(revenuePoints(monthly)).toBe(points);
  });

  it.each([1_000, 5_000, 20_000])("has no cliff at $%d", (edge) => {
    expect(Math.abs(revenuePoints(edge + 1) - revenuePoints(edge))).toBeLessThan(0.01);
    expect(Math.abs(revenuePoints(edge) - revenuePoints(edge - 1))).toBeLessThan(0.01);
  });

  it("counts a negative net as nothing", () => {
    const currencies = [exampleCurrency({ nets: [-500, 0, 0] })];
    const metrics = exampleMetrics({ seller: exampleSeller({ currencies }) });
    expect(scoredRevenueUsd(metrics, ttshop1)).toBe(0);
  });

  it.each([
    { nets: [3_000, 3_000, 3_000], expected: 3_000, why: "steady: the mean" },
    { nets: [4_000, 3_000, 2_000], expected: 2_500, why: "1.25 × 2,000 is below the mean of 3,000" },
    { nets: [9_000, 0, 0], expected: 1_500, why: "never below half of the mean of 3,000" },
    { nets: [9_000, 0, -300], expected: 1_450, why: "a negative newest block counts as 0: half of 2,900" },
    { nets: [0, 0, 9_000], expected: 3_000, why: "a late rise is not counted above the mean" },
  ])("reads blocks $nets as $expected: $why", ({ nets, expected }) => {
    const metrics = exampleMetrics({ seller: exampleSeller({ currencies: [exampleCurrency({ nets })] }) });
    expect(scoredRevenueUsd(metrics, ttshop1)).toBeCloseTo(expected, 9);
  });

  it("does not look for a faded spike below 60 observed days", () => {
    const currencies = [exampleCurrency({ nets: [5_900, 0, 0] })];
    const young = exampleMetrics({ seller: exampleSeller({ currencies, observedDays: 59 }) });
    const older = exampleMetrics({ seller: exampleSeller({ currencies, observedDays: 60 }) });
    expect(scoredRevenueUsd(young, ttshop1)).toBeCloseTo(3_000, 9); // 5,900 × 30/59
    expect(scoredRevenueUsd(older, ttshop1)).toBeCloseTo(1_475, 9); // half of 5,900 × 30/60
  });

  it("measures a newest block of 20 days as a month", () => {
    const currencies = [exampleCurrency({ nets: [2_000, 2_000, 1_000] })];
    const metrics = exampleMetrics({ seller: exampleSeller({ currencies, observedDays: 60 }) });
    expect(scoredRevenueUsd(metrics, ttshop1)).toBeCloseTo(1_875, 9); // min(2,500, 1.25 × 1,000 × 30/20)
  });

  it("never divides by fewer than 30 days", () => {
    const currencies = [exampleCurrency({ nets: [100, 100, 100] })];
    const metrics = exampleMetrics({ seller: exampleSeller({ currencies, observedDays: 3 }) });
    expect(scoredRevenueUsd(metrics, ttshop1)).toBe(300);
  });
});
