import { describe, expect, it } from "vitest";
import {
  assessAffiliateNetwork,
  assessMarketExpansion,
  assessOrderGrowth,
  assessProductLaunches,
  assessRevenueGrowth,
  salesDecline,
} from "./assess-growth.ts";
import { exampleCurrency, exampleSeller } from "./testing/example-metrics.ts";
import { ttshop1 } from "./ttshop1.ts";

function withBlocks(nets: readonly number[]) {
  return exampleSeller({ currencies: [exampleCurrency({ nets })] });
}

describe("revenue trajectory", () => {
  it.each([
    { nets: [1_000, 1_000, 1_000], fraction: 0.45 },
    { nets: [1_000, 1_000, 1_110], fraction: 0.65 }, // 1,210/1,100 − 1 = +10 %
    { nets: [1_000, 1_000, 1_220], fraction: 0.825 }, // +20 %: halfway from .65 to 1
    { nets: [1_000, 1_000, 5_000], fraction: 1 },
    { nets: [1_000, 1_000, 780], fraction: 0.15 }, // 880/1,100 − 1 = −20 %
    { nets: [1_000, 1_000, 0], fraction: 0 }, // 100/1,100 − 1 = −91 %
    { nets: [0, 1_000, 1_000], fraction: (1 + 0.45) / 2 }, // 1,100/100 and 1,100/1,100
    { nets: [0, 0, 0], fraction: 0.45 }, // the damping alone: no change
  ])("scores sales $nets as $fraction", ({ nets, fraction }) => {
    expect(assessRevenueGrowth(withBlocks(nets), ttshop1).fraction).toBeCloseTo(fraction, 12);
  });

  it("damps by 1 % of the window's net where that is more than $100", () => {
    const { fraction } = assessRevenueGrowth(withBlocks([10_000, 10_000, 20_000]), ttshop1);
    expect(fraction).toBe(1);
    const small = assessRevenueGrowth(withBlocks([10_000, 10_000, 11_000]), ttshop1);
    // k = 310: 11,310/10,310 − 1 = +9.699 %
    expect(small.fraction).toBeCloseTo(0.45 + 2 * (11_310 / 10_310 - 1), 12);
  });

  it("damps by $100 in the currency's own units", () => {
    const euros = exampleCurrency({ currency: "EUR", nets: [90, 90, 180], openingUnitsPerUsd: "0.9" });
    const { fraction } = assessRevenueGrowth(exampleSeller({ currencies: [euros] }), ttshop1);
    expect(fraction).toBe(1); // k = 90: 270/180 − 1 = +50 %
    const flat = exampleCurrency({ currency: "EUR", nets: [90, 90, 99], openingUnitsPerUsd: "0.9" });
    expect(assessRevenueGrowth(exampleSeller({ currencies: [flat] }), ttshop1).fraction).toBeCloseTo(0.55, 12); // +5 %
  });

  it("does not rise when an older order is refunded", () => {
    const blocks = (older: string) => [
      { orderCount: 50, gross: "1000", net: older },
      { orderCount: 50, gross: "1000", net: "1000" },
      { orderCount: 50, gross: "1000", net: "1000" },
    ];
    const before = assessRevenueGrowth(
      exampleSeller({ currencies: [exampleCurrency({ blocks: blocks("1000") })] }),
      ttshop1,
    );
    const after = assessRevenueGrowth(
      exampleSeller({ currencies: [exampleCurrency({ blocks: blocks("500") })] }),
      ttshop1,
    );
    expect(after.fraction).toBe(before.fraction);
  });

  it("reads a block that lost more than it sold as nothing", () => {
    expect(assessRevenueGrowth(withBlocks([1_000, 1_000, -900]), ttshop1).value).toBeCloseTo(100 / 1_100 - 1, 12);
  });

  it("reads no change where nothing was sold and no rate says what $100 are", () => {
    const currencies = [exampleCurrency({ nets: [0, 0, 0], openingUnitsPerUsd: "0" })];
    const { value, fraction } = assessRevenueGrowth(exampleSeller({ currencies }), ttshop1);
    expect(value).toBe(0);
    expect(fraction).toBeCloseTo(0.45, 12);
  });

  it("joins currencies by their sales", () => {
    const grown = exampleCurrency({ nets: [100, 100, 1_000] }); // $1,200: full points
    const flat = exampleCurrency({ currency: "GBP", nets: [1_200, 1_200, 1_200] }); // $3,600: .45
    const side = exampleSeller({ currencies: [grown, flat] });
    expect(assessRevenueGrowth(side, ttshop1).fraction).toBeCloseTo(0.25 * 1 + 0.75 * 0.45, 12);
    const fallen = exampleCurrency({ nets: [600, 600, 0] }); // $1,200, all lost
    expect(salesDecline(exampleSeller({ currencies: [fallen, flat] }), ttshop1)).toBeCloseTo(0.25, 12);
  });

  it("counts 45 days at a half", () => {
    const side = exampleSeller({ observedDays: 45 });
    expect(assessRevenueGrowth(side, ttshop1).fraction).toBeCloseTo(0.225, 12);
  });
});

describe("order count", () => {
  const withCounts = (counts: readonly number[]) =>
    exampleSeller({
      currencies: [exampleCurrency({ blocks: counts.map((orderCount) => ({ orderCount, gross: "0", net: "0" })) })],
    });

  it.each([
    { counts: [50, 50, 50], fraction: 0.45 },
    { counts: [47, 47, 52], fraction: 0.65 }, // k = 3: 55/50 − 1 = +10 %
    { counts: [47, 47, 22], fraction: 0 }, // 25/50 − 1 = −50 %
    { counts: [1_000, 1_000, 1_100], fraction: 0.45 + 2 * (1_131 / 1_031 - 1) }, // k = 1 % of 3,100
  ])("scores $counts as $fraction", ({ counts, fraction }) => {
    expect(assessOrderGrowth(withCounts(counts), ttshop1).fraction).toBeCloseTo(fraction, 12);
  });

  it("has too little history below 28 days", () => {
    expect(assessOrderGrowth(exampleSeller({ observedDays: 27 }), ttshop1)).toMatchObject({
      status: "insufficient_history",
      reasonCode: "INSUFFICIENT_HISTORY",
    });
  });
});

it.each([
  [0, 0],
  [1, 0.4],
  [2, 0.7],
  [3, 1],
  [40, 1],
])("scores %d product launches as %d", (products, fraction) => {
  expect(assessProductLaunches(exampleSeller({ launches: { status: "available", products } }), ttshop1).fraction).toBe(
    fraction,
  );
});

it.each([
  { regions: 1, newRegionShare: 0, fraction: 0 },
  { regions: 2, newRegionShare: 0.049, fraction: 0.25 },
  { regions: 2, newRegionShare: 0.05, fraction: 1 },
  { regions: 4, newRegionShare: 0, fraction: 0.25 },
])(
  "scores $regions regions with a new one at $newRegionShare as $fraction",
  ({ regions, newRegionShare, fraction }) => {
    const side = exampleSeller({ markets: { status: "available", regions, newRegionShare } });
    expect(assessMarketExpansion(side, ttshop1).fraction).toBe(fraction);
  },
);

it.each([
  { firstBlock: 4, lastBlock: 4, fraction: 0.45 },
  { firstBlock: 0, lastBlock: 1, fraction: 1 }, // (1 − 0)/max(1, 0)
  { firstBlock: 10, lastBlock: 11, fraction: 0.65 },
  { firstBlock: 2, lastBlock: 0, fraction: 0 },
])("scores $firstBlock to $lastBlock affiliates as $fraction", ({ firstBlock, lastBlock, fraction }) => {
  const side = exampleSeller({ affiliates: { status: "available", firstBlock, lastBlock } });
  expect(assessAffiliateNetwork(side, ttshop1).status).toBe("scored");
  expect(assessAffiliateNetwork(side, ttshop1).fraction).toBeCloseTo(fraction, 12);
});

it("has nothing to measure where no affiliate partner sold in either block", () => {
  const side = exampleSeller({ affiliates: { status: "available", firstBlock: 0, lastBlock: 0 } });
  expect(assessAffiliateNetwork(side, ttshop1).status).toBe("unavailable_platform");
});

describe("decline", () => {
  it.each([
    { nets: [1_000, 1_000, 1_000], decline: 0 },
    { nets: [1_000, 1_000, 600], decline: 0.4 },
    { nets: [1_000, 800, 640], decline: 0.36 }, // two small falls add up
    { nets: [1_000, 100, 1_000], decline: 0 }, // recovered
  ])("reads $nets as $decline", ({ nets, decline }) => {
    expect(salesDecline(withBlocks(nets), ttshop1)).toBeCloseTo(decline, 12);
  });

  it("says nothing below 28 days", () => {
    expect(salesDecline(exampleSeller({ observedDays: 20 }), ttshop1)).toBeNull();
  });
});
