import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { buildLedger } from "./build-ledger.ts";
import { type LeverName, levers } from "./levers.ts";
import { scoreIncome } from "./score-income.ts";
import {
  emptyShopMetrics,
  exampleCreator,
  exampleCurrency,
  exampleMetrics,
  exampleSeller,
} from "./testing/example-metrics.ts";
import { ttshop1 } from "./ttshop1.ts";
import { type WhatIfChanges, whatIf, whatIfLevers } from "./what-if.ts";
import { WhatIfError } from "./what-if-error.ts";

// A thousand cases take seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const inputs = exampleMetrics();

describe("whatIf", () => {
  it("changes nothing without changes", () => {
    const { score, delta, report } = whatIf(inputs, {});
    expect({ score, delta }).toEqual({ score: scoreIncome(inputs).score, delta: 0 });
    expect(report).toEqual(scoreIncome(inputs));
  });

  it("leaves its inputs as they were", () => {
    const before = structuredClone(inputs);
    whatIf(inputs, { monthlyNetUsd: 9_000, refundRate: 0.01, orderCount: 12, weeksWithSales: 3, productLaunches: 2 });
    expect(inputs).toEqual(before);
  });

  it.each([
    { changes: { monthlyNetUsd: 20_000 }, item: "monthly_revenue", points: 40 },
    { changes: { monthlyNetUsd: 0 }, item: "monthly_revenue", points: 4 },
    { changes: { lateDispatchRate: 1 }, item: "on_time_dispatch", points: 0 },
    { changes: { sellerCancellationRate: 0.5 }, item: "seller_cancellations", points: 0 },
    { changes: { productLaunches: 2 }, item: "product_launches", points: 2.1 },
    { changes: { newMarketShare: 0.05 }, item: "market_expansion", points: 2 },
    { changes: { activeAffiliates: 4 }, item: "affiliate_network", points: 0.9 },
    { changes: { weeksWithSales: 0 }, item: "order_frequency", points: 0 },
    { changes: { accountAgeMonths: 0 }, item: "account_age", points: 1 },
    { changes: { refundRate: 1 }, item: "refund_rate", points: 0 },
  ])("with $changes gives $item $points points", ({ changes, item, points }) => {
    const { report } = whatIf(inputs, changes);
    const items = Object.values(report.factors).flatMap((factor) => factor.items);
    expect(items.find((candidate) => candidate.code === item)?.points).toBe(points);
  });

  it("takes refunds off net as well", () => {
    const { report } = whatIf(inputs, { refundRate: 0.5 });
    expect(report.metrics.net).toBe("7500"); // 14,250 × .50/.95
    expect(report.metrics.refunds).toBe("7500");
  });

  it("restores a standing that has a fault", () => {
    const expiring = exampleMetrics({
      seller: exampleSeller({ standing: { status: "available", state: "authorization_expiring" } }),
    });
    expect(whatIf(expiring, { standingRestored: 1 }).delta).toBe(0.706); // 3.529 − ⌊3,529 × .8 + ½⌋/1,000
    expect(whatIfLevers(inputs).map((lever) => lever.name)).not.toContain("standingRestored");
  });

  it("opens a shop without orders to a first month", () => {
    const { score, report } = whatIf(emptyShopMetrics(), { orderCount: 60, monthlyNetUsd: 3_000 });
    expect(report.caps).toEqual([]);
    expect(report.factors.revenue.points).toBe(18); // 40 × .45
    expect(score).toBeGreaterThan(40);
  });

  it("edits both sides of a hybrid", () => {
    const hybrid = exampleMetrics({ creator: exampleCreator() });
    const { report } = whatIf(hybrid, { monthlyNetUsd: 12_500 });
    expect(report.factors.revenue.points).toBe(32);
  });

  it.each([
    { changes: { creditLimit: 5 }, code: "unknown_lever" },
    { changes: { shopScore: 5 }, code: "lever_not_offered" },
    { changes: { refundRate: "0.1" }, code: "not_a_number" },
    { changes: { refundRate: Number.NaN }, code: "not_a_number" },
    { changes: { productLaunches: 1.5 }, code: "not_a_number" },
    { changes: { refundRate: 1.01 }, code: "out_of_range" },
    { changes: { monthlyNetUsd: -1 }, code: "out_of_range" },
    { changes: { constructor: 1 }, code: "unknown_lever" },
  ] as readonly { changes: object; code: string }[])("refuses $changes with $code", ({ changes, code }) => {
    expect(() => whatIf(inputs, changes as WhatIfChanges)).toThrow(expect.objectContaining({ code }));
    expect(() => whatIf(inputs, changes as WhatIfChanges)).toThrow(WhatIfError);
  });
});

describe("whatIfLevers", () => {
  it("offers what was measured, with the value of now inside its range", () => {
    const offered = whatIfLevers(inputs);
    expect(offered.map((lever) => [lever.name, lever.value])).toEqual([
      ["monthlyNetUsd", 4_750],
      ["orderCount", 150],
      ["weeksWithSales", 12],
      ["accountAgeMonths", 23.983573], // 730 ÷ 30.4375
      ["refundRate", 0.05],
      ["lateDispatchRate", 0.02],
      ["sellerCancellationRate", 0.006623], // 1 of 151
      ["productLaunches", 0],
      ["newMarketShare", 0],
      ["activeAffiliates", 5],
    ]);
    for (const { value, min, max } of offered) {
      expect(value).toBeGreaterThanOrEqual(min);
      expect(value).toBeLessThanOrEqual(max);
    }
  });

  it("offers creators no shop's levers", () => {
    const names = whatIfLevers(exampleMetrics({ seller: null, creator: exampleCreator() })).map((lever) => lever.name);
    expect(names).toEqual([
      "monthlyNetUsd",
      "orderCount",
      "weeksWithSales",
      "accountAgeMonths",
      "refundRate",
      "activeAffiliates",
    ]);
  });

  it("accepts both ends of every range and keeps 0 ≤ score ≤ 100", () => {
    const snapshots = [
      inputs,
      emptyShopMetrics(),
      exampleMetrics({ creator: exampleCreator() }),
      exampleMetrics({ seller: null, creator: exampleCreator() }),
      exampleMetrics({ seller: exampleSeller({ currencies: [exampleCurrency({ nets: [0, 0, 0] })] }) }),
    ];
    for (const snapshot of snapshots) {
      for (const lever of whatIfLevers(snapshot)) {
        for (const value of [lever.min, lever.max]) {
          const { score } = whatIf(snapshot, { [lever.name]: value });
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(100);
        }
      }
    }
  });
});

describe("moving one lever", () => {
  const base = exampleMetrics({ seller: exampleSeller({ dispatch: { status: "available", late: 0, measured: 150 } }) });

  function scoreWith(name: LeverName, value: number): number {
    const lever = levers.find((candidate) => candidate.name === name);
    return buildLedger(lever?.apply(base, value) ?? base, ttshop1).millipoints;
  }

  it.each([
    ["lateDispatchRate", 1],
    ["sellerCancellationRate", 0.5],
    ["refundRate", 0.99],
  ] as const)("the score never rises with %s", (name, max) => {
    const pair = fc.tuple(fc.double({ min: 0, max, noNaN: true }), fc.double({ min: 0, max, noNaN: true }));
    fc.assert(
      fc.property(pair, ([one, other]) => {
        const low = scoreWith(name, Math.min(one, other));
        const high = scoreWith(name, Math.max(one, other));
        expect(high).toBeLessThanOrEqual(low);
      }),
      { numRuns: 1_000 },
    );
  });

  it.each([
    ["monthlyNetUsd", 100_000],
    ["accountAgeMonths", 60],
    ["productLaunches", 20],
    ["activeAffiliates", 200],
  ] as const)("the score never falls with %s", (name, max) => {
    const pair = fc.tuple(fc.integer({ min: 0, max }), fc.integer({ min: 0, max }));
    fc.assert(
      fc.property(pair, ([one, other]) => {
        const low = scoreWith(name, Math.min(one, other));
        const high = scoreWith(name, Math.max(one, other));
        expect(high).toBeGreaterThanOrEqual(low);
      }),
      { numRuns: 1_000 },
    );
  });
});
