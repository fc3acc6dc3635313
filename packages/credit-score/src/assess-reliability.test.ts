import { describe, expect, it } from "vitest";
import {
  assessCustomerSatisfaction,
  assessOnTimeDispatch,
  assessPlatformStanding,
  assessRefundRate,
  assessSellerCancellations,
} from "./assess-reliability.ts";
import { exampleCurrency, exampleSeller } from "./testing/example-metrics.ts";
import { ttshop1 } from "./ttshop1.ts";

function shopOf(orderCount: number) {
  return { currencies: [exampleCurrency({ orderCount })], orderCount };
}

describe("refund rate", () => {
  it.each([
    { orders: 150, refundedUsd: "750", baseUsd: "15000", fraction: 1 - (0.4 * (910 / 17_000 - 0.02)) / 0.06 }, // s = 2,000
    { orders: 100, refundedUsd: "1200", baseUsd: "10000", fraction: 0.6 - (0.35 * (1_360 / 12_000 - 0.08)) / 0.07 }, // 11.3 %
    { orders: 100, refundedUsd: "10000", baseUsd: "10000", fraction: 0 },
    { orders: 1_000, refundedUsd: "0", baseUsd: "100000", fraction: 1 }, // 160/102,000 is below 2 %
  ])(
    "scores $refundedUsd of $baseUsd over $orders orders as $fraction",
    ({ orders, refundedUsd, baseUsd, fraction }) => {
      const side = exampleSeller({ ...shopOf(orders), refunds: { status: "available", refundedUsd, baseUsd } });
      expect(assessRefundRate(side, ttshop1).fraction).toBeCloseTo(fraction, 12);
    },
  );

  it("holds a small shop's clean record near what is usual: strength is at least $200", () => {
    const refunds = { status: "available", refundedUsd: "0", baseUsd: "50" } as const;
    const assessed = assessRefundRate(exampleSeller({ ...shopOf(5), refunds }), ttshop1);
    const rate = 16 / 250; // (0 + .08 × 200) / (50 + 200) = 6.4 %
    expect(assessed.fraction).toBeCloseTo((1 - (0.4 * (rate - 0.02)) / 0.06) * Math.sqrt(5 / 30), 12);
    expect(assessed.value).toBe(0);
  });
});

describe("on-time dispatch", () => {
  it.each([
    { late: 0, measured: 90, fraction: 1 }, // .6/100
    { late: 3, measured: 20, fraction: 0.5 - (0.5 * (3.6 / 30 - 0.1)) / 0.15 }, // 12 %
    { late: 20, measured: 20, fraction: 0 },
    { late: 0, measured: 0, fraction: 1 - (0.5 * 0.02) / 0.06 }, // the prior, 6 %
  ])("scores $late late of $measured as $fraction", ({ late, measured, fraction }) => {
    const side = exampleSeller({ dispatch: { status: "available", late, measured } });
    expect(assessOnTimeDispatch(side, ttshop1).fraction).toBeCloseTo(fraction, 12);
  });
});

describe("seller-fault cancellations", () => {
  it.each([
    { sellerFault: 0, fraction: 1 }, // .2/110 = .18 %
    { sellerFault: 3, fraction: 0.6 - (0.4 * (3.2 / 113 - 0.025)) / 0.025 }, // (3 + .2)/(103 + 10) = 2.83 %
    { sellerFault: 100, fraction: 0 },
  ])("scores $sellerFault beside 100 orders as $fraction", ({ sellerFault, fraction }) => {
    const side = exampleSeller({ ...shopOf(100), cancellations: { status: "available", sellerFault } });
    expect(assessSellerCancellations(side, ttshop1).fraction).toBeCloseTo(fraction, 12);
  });
});

describe("customer satisfaction", () => {
  it.each([
    { source: "shop_score", value: 3.5, fraction: 0 },
    { source: "shop_score", value: 4.25, fraction: 0.6 },
    { source: "shop_score", value: 4.8, fraction: 1 },
    { source: "shop_score", value: Number.NaN, fraction: 0 },
    { source: "chat_satisfaction", value: 70, fraction: 0 },
    { source: "chat_satisfaction", value: 90, fraction: 0.75 },
    { source: "chat_satisfaction", value: 95, fraction: 1 },
  ] as const)("scores $source $value as $fraction", ({ source, value, fraction }) => {
    const side = exampleSeller({ satisfaction: { status: "available", source, value } });
    expect(assessCustomerSatisfaction(side, ttshop1).fraction).toBeCloseTo(fraction, 12);
  });
});

describe("platform standing", () => {
  it.each([
    ["good", 1],
    ["authorization_expiring", 0.8],
    ["payment_problem", 0.4],
    ["ended", 0],
  ] as const)("scores %s as %d", (state, fraction) => {
    const side = exampleSeller({ standing: { status: "available", state } });
    expect(assessPlatformStanding(side, ttshop1).fraction).toBe(fraction);
  });
});

describe("without orders", () => {
  const side = exampleSeller({ currencies: [], orderCount: 0 });

  it.each([
    ["refund rate", assessRefundRate],
    ["dispatch", assessOnTimeDispatch],
    ["cancellations", assessSellerCancellations],
  ])("the %s is 0 and says why", (_, assess) => {
    expect(assess(side, ttshop1)).toMatchObject({
      status: "insufficient_history",
      reasonCode: "NO_QUALIFYING_ORDERS",
      fraction: 0,
    });
  });
});
