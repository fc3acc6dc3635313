import { describe, expect, it } from "vitest";
import type { SideMetrics } from "./income-metrics.ts";
import { betterGrid } from "./lever-grid.ts";
import { type LeverName, levers } from "./levers.ts";
import { exampleCurrency, exampleMetrics, exampleSeller } from "./testing/example-metrics.ts";

function gridOf(name: LeverName, change: Partial<SideMetrics> = {}) {
  const lever = levers.find((candidate) => candidate.name === name);
  return lever ? betterGrid(lever, exampleMetrics({ seller: exampleSeller(change) })) : null;
}

const score = (value: number): Partial<SideMetrics> => ({
  satisfaction: { status: "available", source: "shop_score", value },
});
const chats = (value: number): Partial<SideMetrics> => ({
  satisfaction: { status: "available", source: "chat_satisfaction", value },
});
const refunded = (refundedUsd: string): Partial<SideMetrics> => ({
  refunds: { status: "available", refundedUsd, baseUsd: "15000" },
});

describe("the nearest better value", () => {
  it.each([
    { name: "monthlyNetUsd", change: {}, now: 4_750, next: 4_751 },
    {
      name: "monthlyNetUsd",
      change: { currencies: [exampleCurrency({ nets: [100.2, 100.2, 100.2] })] },
      now: 100.2,
      next: 101,
    },
    { name: "orderCount", change: {}, now: 150, next: 151 },
    { name: "weeksWithSales", change: { weeklyOrders: [0, 1, 0] }, now: 1, next: 2 },
    { name: "accountAgeMonths", change: {}, now: 730 / 30.4375, next: 24 }, // from 23.98
    { name: "refundRate", change: {}, now: 0.05, next: 0.049 },
    { name: "refundRate", change: refunded("1050"), now: 0.07, next: 0.069 }, // .07 × 1,000 is a little over 70
    { name: "refundRate", change: refunded("802.5"), now: 0.0535, next: 0.053 },
    { name: "lateDispatchRate", change: {}, now: 0.02, next: 0.019 },
    { name: "sellerCancellationRate", change: {}, now: 1 / 151, next: 0.006 },
    { name: "shopScore", change: score(1.13), now: 1.13, next: 1.14 }, // 1.13 × 100 is a little under 113
    { name: "chatSatisfaction", change: chats(91.5), now: 91.5, next: 91.6 },
    {
      name: "standingRestored",
      change: { standing: { status: "available", state: "ended" } },
      now: 0,
      next: 1,
    },
    { name: "productLaunches", change: {}, now: 0, next: 1 },
    { name: "newMarketShare", change: {}, now: 0, next: 0.001 },
    { name: "activeAffiliates", change: {}, now: 5, next: 6 },
  ] satisfies { name: LeverName; change: Partial<SideMetrics>; now: number; next: number }[])(
    "of $name at $now is $next",
    ({ name, change, now, next }) => {
      const grid = gridOf(name, change);
      expect(grid?.now).toBe(now);
      expect(grid?.valueAt(1)).toBe(next);
    },
  );
});

describe("what is tried", () => {
  it("is every one of the first sixty steps, then steps 6 % apart, and the better end", () => {
    const stops = gridOf("orderCount")?.stops ?? [];
    expect(stops.slice(0, 63)).toEqual([...Array.from({ length: 60 }, (_, index) => index + 1), 64, 68, 73]);
    expect(stops.at(-1)).toBe(100_000 - 150);
    stops.slice(60).forEach((stop, index) => {
      expect(stop).toBeLessThanOrEqual(Math.ceil((stops[index + 59] ?? 0) * 1.06));
    });
  });

  it.each([
    { name: "productLaunches", change: { launches: { status: "available", products: 48 } }, values: [49, 50] },
    { name: "refundRate", change: refunded("30"), values: [0.001, 0] },
    { name: "weeksWithSales", change: { weeklyOrders: [0, 1] }, values: [2] },
  ] satisfies { name: LeverName; change: Partial<SideMetrics>; values: number[] }[])(
    "of $name near its end is $values",
    ({ name, change, values }) => {
      const grid = gridOf(name, change);
      expect(grid?.stops.map((stop) => grid.valueAt(stop))).toEqual(values);
    },
  );

  it.each([
    { name: "weeksWithSales", change: {} },
    { name: "refundRate", change: refunded("0") },
    { name: "shopScore", change: score(5) },
    { name: "shopScore", change: score(5.5) },
    { name: "shopScore", change: {} },
  ] satisfies { name: LeverName; change: Partial<SideMetrics> }[])(
    "of $name is nothing at its better end, and where it is not offered: case %#",
    ({ name, change }) => {
      expect(gridOf(name, change)).toBeNull();
    },
  );
});
