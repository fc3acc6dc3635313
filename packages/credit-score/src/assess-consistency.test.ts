import { describe, expect, it } from "vitest";
import {
  assessAccountAge,
  assessOrderFrequency,
  assessOrderRegularity,
  assessRevenueStability,
  assessSellerType,
} from "./assess-consistency.ts";
import { exampleAsOf, exampleCreator, exampleCurrency, exampleSeller } from "./testing/example-metrics.ts";
import { ttshop1 } from "./ttshop1.ts";

const day = 86_400;

describe("order frequency", () => {
  it.each([
    { weekly: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1], fraction: 1 },
    { weekly: [0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1], fraction: 1 }, // 11/12 ÷ 11/12
    { weekly: [0, 0, 0, 0, 0, 0, 1, 9, 1, 1, 1, 1], fraction: 6 / 11 }, // 6/12 ÷ 11/12
    { weekly: [0, 3], fraction: 6 / 11 }, // 1/2 ÷ 11/12
    { weekly: [0, 0, 0], fraction: 0 },
  ])("scores weeks $weekly as $fraction", ({ weekly, fraction }) => {
    const assessed = assessOrderFrequency(exampleSeller({ weeklyOrders: weekly }), ttshop1);
    expect(assessed.fraction).toBeCloseTo(fraction, 12);
    expect(assessed.status).toBe("scored");
  });

  it("has too little history without one full week", () => {
    const assessed = assessOrderFrequency(exampleSeller({ weeklyOrders: [] }), ttshop1);
    expect(assessed).toMatchObject({ status: "insufficient_history", reasonCode: "INSUFFICIENT_HISTORY", fraction: 0 });
  });
});

describe("order regularity", () => {
  it.each([
    { weekly: [10, 10, 10, 10], variation: 0, fraction: 1 },
    { weekly: [5, 15, 5, 15], variation: 0.5, fraction: 0.75 }, // σ = 5, μ = 10
    { weekly: [0, 20, 0, 20], variation: 1, fraction: 0.4 }, // σ = 10, μ = 10
    { weekly: [0, 0, 0, 0, 50], variation: 2, fraction: 0 }, // σ = 20, μ = 10
    { weekly: [7, 13, 7, 13], variation: 0.3, fraction: 0.95 }, // 1 − .25 × .05/.25
  ])("scores weeks $weekly as $fraction", ({ weekly, variation, fraction }) => {
    const currencies = [exampleCurrency({ weeklyOrders: weekly })];
    const assessed = assessOrderRegularity(exampleSeller({ currencies }), ttshop1);
    expect(assessed.value).toBeCloseTo(variation, 12);
    expect(assessed.fraction).toBeCloseTo(fraction, 12);
  });

  it("counts ten orders at √(10/30)", () => {
    const currencies = [exampleCurrency({ orderCount: 10, weeklyOrders: [1, 1, 1, 1] })];
    const assessed = assessOrderRegularity(exampleSeller({ currencies }), ttshop1);
    expect(assessed.fraction).toBeCloseTo(Math.sqrt(10 / 30), 12);
  });

  it("joins currencies by their sales in US dollars at the opening rate", () => {
    const even = exampleCurrency({ currency: "USD", weeklyOrders: [5, 5], nets: [1_000, 1_000, 1_000] });
    const uneven = exampleCurrency({
      currency: "EUR",
      weeklyOrders: [0, 20],
      nets: [100, 300, 500],
      openingUnitsPerUsd: "0.9",
    }); // €900 ÷ .9 = $1,000
    const assessed = assessOrderRegularity(exampleSeller({ currencies: [even, uneven] }), ttshop1);
    expect(assessed.fraction).toBeCloseTo(0.75 * 1 + 0.25 * 0.4, 12);
  });

  it("passes over a currency without any full week's order", () => {
    const even = exampleCurrency({ weeklyOrders: [5, 5] });
    const idle = exampleCurrency({ currency: "GBP", weeklyOrders: [0, 0] });
    const assessed = assessOrderRegularity(exampleSeller({ currencies: [even, idle] }), ttshop1);
    expect(assessed).toMatchObject({ fraction: 0.5, value: 0 });
  });

  it.each([
    { change: { observedDays: 27 }, why: "27 observed days" },
    { change: { currencies: [], orderCount: 0 }, why: "no orders" },
  ])("has too little history with $why", ({ change }) => {
    expect(assessOrderRegularity(exampleSeller(change), ttshop1)).toMatchObject({
      status: "insufficient_history",
      reasonCode: "INSUFFICIENT_HISTORY",
      fraction: 0,
    });
  });

  it("scores from 28 observed days", () => {
    expect(assessOrderRegularity(exampleSeller({ observedDays: 28 }), ttshop1).status).toBe("scored");
  });
});

describe("revenue stability", () => {
  it.each([
    { nets: [1_000, 1_000, 1_000], drop: 0, fraction: 1 },
    { nets: [1_000, 2_000, 3_000], drop: 0, fraction: 1 },
    { nets: [1_000, 900, 900], drop: 0.1, fraction: 1 },
    { nets: [1_000, 600, 600], drop: 0.4, fraction: 0.5 }, // 1 − .30/.60
    { nets: [1_000, 1_000, 300], drop: 0.7, fraction: 0 },
    { nets: [1_000, 900, 450], drop: 0.5, fraction: 1 / 3 }, // the larger of .1 and .5
    { nets: [0, -50, -90], drop: 0, fraction: 1 }, // no fall from nothing
    { nets: [100, -100, 0], drop: 2, fraction: 0 },
  ])("scores blocks $nets as $fraction", ({ nets, drop, fraction }) => {
    const assessed = assessRevenueStability(exampleSeller({ currencies: [exampleCurrency({ nets })] }), ttshop1);
    expect(assessed.value).toBeCloseTo(drop, 12);
    expect(assessed.fraction).toBeCloseTo(fraction, 12);
  });

  it("counts 45 days at a half", () => {
    expect(assessRevenueStability(exampleSeller({ observedDays: 45 }), ttshop1).fraction).toBeCloseTo(0.5, 12);
  });
});

describe("account age", () => {
  it.each([
    [0, 0.25],
    [31, 0.25 + (0.25 * 31) / 30.4375 / 3],
    [183, 0.75 + (0.25 * (183 / 30.4375 - 6)) / 6],
    [366, 1],
    [4_000, 1],
  ])("scores %d days as %d", (days, fraction) => {
    const side = exampleSeller({ firstActivityAt: exampleAsOf - days * day });
    expect(assessAccountAge(side, exampleAsOf, ttshop1).fraction).toBeCloseTo(fraction, 12);
  });

  it("starts at a quarter when nothing ever happened, or only in the future", () => {
    for (const firstActivityAt of [null, exampleAsOf + 900, Number.NaN]) {
      expect(assessAccountAge(exampleSeller({ firstActivityAt }), exampleAsOf, ttshop1).fraction).toBe(0.25);
    }
  });
});

describe("seller type", () => {
  it.each([
    { seller: exampleSeller(), creator: null, fraction: 1 },
    { seller: exampleSeller({ sellerType: "individual" }), creator: null, fraction: 0.5 },
    { seller: null, creator: exampleCreator(), fraction: 0.5 },
    { seller: exampleSeller({ sellerType: "individual" }), creator: exampleCreator(), fraction: 1 },
  ])("scores case %# as $fraction", ({ seller, creator, fraction }) => {
    expect(assessSellerType(seller, creator, ttshop1).fraction).toBe(fraction);
  });
});
