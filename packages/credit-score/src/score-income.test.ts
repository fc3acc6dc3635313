import { describe, expect, it } from "vitest";
import type { IncomeMetrics, SideMetrics } from "./income-metrics.ts";
import { scoreIncome, snapshotHash, tierOf } from "./score-income.ts";
import type { ItemCode, ScoreReport } from "./score-report.ts";
import {
  emptyShopMetrics,
  exampleCreator,
  exampleCurrency,
  exampleMetrics,
  exampleSeller,
} from "./testing/example-metrics.ts";
import { ttshop1 } from "./ttshop1.ts";

function itemOf(report: ScoreReport, code: ItemCode) {
  const item = Object.values(report.factors)
    .flatMap((factor) => factor.items)
    .find((candidate) => candidate.code === code);
  if (!item) throw new Error(`the report has no item ${code}`);
  return item;
}

function scoreOf(seller: Partial<SideMetrics>, metrics: Partial<IncomeMetrics> = {}): ScoreReport {
  return scoreIncome(exampleMetrics({ seller: exampleSeller(seller), ...metrics }));
}

describe("the worked examples", () => {
  it("scores the seller of $4,750 a month point by point", () => {
    const report = scoreIncome(exampleMetrics());
    const points = Object.values(report.factors).flatMap((factor) => factor.items.map((item) => item.millipoints));
    // spread over 17: 6·20/17 = 7.0588 → 7.059, 5.882, 3.530, –, 3.529; refunds 910/17,000 → fraction .776471
    const refunds = Math.floor(7_059 * (1 - (0.4 * (910 / 17_000 - 0.02)) / 0.06) + 0.5);
    expect(points).toEqual([
      23_250, // 40 × (.30 + .30 × 3,750/4,000)
      5_000, // 12 of 12 weeks
      4_000, // no variation
      5_000, // no fall
      4_000, // 24 months
      2_000, // business
      refunds,
      5_882, // (3 + .6)/160 = 2.25 %
      3_530, // (1 + .2)/161 = .75 %
      0, // no official score
      3_529,
      3_600, // 8 × .45
      2_250, // 5 × .45
      0,
      0,
      1_825, // 4 → 5 creators: +25 % → .65 + .35 × .15/.20 = .9125
    ]);
    expect(report.millipoints).toBe(points.reduce((sum, milli) => sum + milli, 0));
  });

  it("gives a two-year-old shop without orders 4 points of revenue and at most 20 in all", () => {
    const report = scoreIncome(emptyShopMetrics());
    expect(report.factors.revenue.points).toBe(4);
    expect(report.score).toBeLessThanOrEqual(20);
    // 4 revenue, 4 age, 2 seller type, 3·20/17 standing
    expect(report.millipoints).toBe(4_000 + 4_000 + 2_000 + 3_529);
    expect(report.tier).toBe("New");
    expect(report.caps.map((cap) => [cap.code, cap.applied])).toEqual([
      ["NO_QUALIFYING_ORDERS", true],
      ["FEWER_THAN_5_ORDERS", false],
    ]);
    expect(JSON.stringify(report)).not.toMatch(/NaN|Infinity|declined/i);
    for (const code of ["refund_rate", "on_time_dispatch", "seller_cancellations"] as const) {
      expect(itemOf(report, code)).toMatchObject({ points: 0, reasonCode: "NO_QUALIFYING_ORDERS" });
    }
  });

  it("counts a hybrid's revenue on the sum of both sides", () => {
    const seller = exampleSeller({
      currencies: [exampleCurrency({ nets: [10_000 / 3, 10_000 / 3, 10_000 / 3], net: "10000", netUsd: "10000" })],
    });
    const creator = exampleCreator({ currencies: [exampleCurrency({ nets: [1_000, 1_000, 1_000] })] });
    const report = scoreIncome(exampleMetrics({ seller, creator }));
    // 13,000 × 30/90 = 4,333.33 → 40 × (.30 + .30 × 3,333.33/4,000) = 22.000
    expect(report.factors.revenue.points).toBe(22);
    expect(itemOf(report, "monthly_revenue").value).toBeCloseTo(4_333.333333, 6);
    expect(itemOf(report, "seller_type").points).toBe(2);
  });
});

describe("what cannot be measured", () => {
  it("spreads what the platform does not offer inside its factor", () => {
    const report = scoreIncome(exampleMetrics({ seller: null, creator: exampleCreator() }));
    const reliability = report.factors.reliability.items.map((item) => item.maxMillipoints);
    expect(reliability).toEqual([13_333, 0, 0, 0, 6_667]); // 6:3 of 20,000: remainders .33 and .67
    const growth = report.factors.growth.items.map((item) => item.maxMillipoints);
    expect(growth).toEqual([9_412, 5_882, 0, 2_353, 2_353]); // 8:5:2:2 of 20,000 over 17
    expect(itemOf(report, "on_time_dispatch")).toMatchObject({ points: 0, max: 0, status: "unavailable_platform" });
  });

  it("keeps the weights of a factor without any figure, at 0", () => {
    const none = { status: "unavailable_platform", explanation: "None." } as const;
    const { reliability } = scoreOf({
      refunds: none,
      dispatch: none,
      cancellations: none,
      satisfaction: none,
      standing: none,
    }).factors;
    expect(reliability.items.map((item) => item.max)).toEqual([6, 5, 3, 3, 3]);
    expect(reliability.points).toBe(0);
  });

  it("keeps the weight of what was withheld, at 0, and names the permission", () => {
    const withheld = { status: "withheld", permissions: ["seller.product.basic"] } as const;
    const report = scoreOf({ launches: withheld });
    expect(itemOf(report, "product_launches")).toMatchObject({
      points: 0,
      max: 3,
      status: "withheld",
      permissions: ["seller.product.basic"],
    });
    expect(itemOf(report, "product_launches").reason).toContain("seller.product.basic");
    expect(report.alerts.map((alert) => alert.code)).toContain("CONSENT_WITHHELD");
  });

  it("never pays for withholding: granting the worst figures scores no less", () => {
    const worst = scoreOf({ refunds: { status: "available", refundedUsd: "15000", baseUsd: "15000" } });
    const withheld = scoreOf(
      { refunds: { status: "withheld", permissions: ["seller.return_refund.basic"] } },
      { gross: "15000", refunds: "0" },
    );
    expect(itemOf(withheld, "refund_rate").points).toBe(itemOf(worst, "refund_rate").points);
  });

  it("keeps the weight of what has too little history, at 0", () => {
    const report = scoreOf({ observedDays: 27 });
    for (const code of ["order_regularity", "revenue_stability", "revenue_growth", "order_growth"] as const) {
      expect(itemOf(report, code)).toMatchObject({
        points: 0,
        status: "insufficient_history",
        reasonCode: "INSUFFICIENT_HISTORY",
      });
      expect(itemOf(report, code).max).toBeGreaterThan(0);
    }
  });
});

describe("caps", () => {
  const perfect: Partial<SideMetrics> = {
    currencies: [exampleCurrency({ nets: [20_000, 20_000, 40_000] })],
    refunds: { status: "available", refundedUsd: "0", baseUsd: "80000" },
  };

  it.each([
    { name: "FEWER_THAN_5_ORDERS", limit: 45, metrics: { orderCount: 4 } },
    { name: "HISTORY_UNDER_28_DAYS", limit: 55, metrics: { observedDays: 27 } },
    { name: "REFUNDS_EXCEED_SALES", limit: 25, metrics: { gross: "80000", refunds: "80000" } },
    { name: "NO_QUALIFYING_ORDERS", limit: 20, metrics: { orderCount: 0 } },
  ])("$name holds the score at $limit and books what it took", ({ name, limit, metrics }) => {
    const report = scoreOf(perfect, metrics);
    const kept = Object.values(report.factors).reduce((sum, factor) => sum + factor.millipoints, 0);
    expect(report.score).toBe(limit);
    expect(report.caps[0]).toMatchObject({
      code: name,
      limit,
      applied: true,
      pointsLost: (kept - limit * 1_000) / 1_000,
    });
    expect(report.reasons.negative.map((reason) => reason.code)).toContain(name);
  });

  it.each([
    { orderCount: 5 },
    { observedDays: 28 },
    { gross: "80000", refunds: "79999.99" },
    { gross: "0", refunds: "0" },
  ])("none is met with %o", (metrics) => {
    expect(scoreOf(perfect, metrics).caps).toEqual([]);
  });

  it("applies the lowest only", () => {
    const { caps } = scoreOf(perfect, { orderCount: 3, observedDays: 5 });
    expect(caps.map((cap) => [cap.code, cap.applied])).toEqual([
      ["FEWER_THAN_5_ORDERS", true],
      ["HISTORY_UNDER_28_DAYS", false],
    ]);
    expect(caps[1]?.pointsLost).toBe(0);
  });
});

it.each([
  [100_000, "Established"],
  [75_000, "Established"],
  [74_999, "Growing"],
  [55_000, "Growing"],
  [54_999, "Building"],
  [40_000, "Building"],
  [39_999, "New"],
  [0, "New"],
  [-1, "New"],
])("names %d thousandths %s", (millipoints, tier) => {
  expect(tierOf(millipoints)).toBe(tier);
});

describe("alerts", () => {
  it("tell a decline of more than 30 %, and only then", () => {
    const codes = (nets: readonly number[]) =>
      scoreOf({ currencies: [exampleCurrency({ nets })] }).alerts.map((alert) => alert.code);
    expect(codes([1_000, 1_000, 690])).toContain("REVENUE_DECLINE");
    expect(codes([1_000, 1_000, 700])).not.toContain("REVENUE_DECLINE");
  });

  it("tell loudly what was left out", () => {
    const report = scoreIncome(
      exampleMetrics({
        exchangeRates: { source: "test", hash: "none", missing: ["XAF"] },
        excluded: { UNKNOWN_STATUS: { count: 2, value: "10" } },
        notReported: [{ field: "commission", count: 3, examples: ["1"] }],
        provisional: ["returns: the platform did not answer"],
      }),
    );
    expect(report.alerts.map((alert) => [alert.code, alert.value])).toEqual([
      ["PROVISIONAL", 1],
      ["MISSING_EXCHANGE_RATE", 1],
      ["UNKNOWN_STATUS", 2],
      ["AMOUNTS_NOT_REPORTED", 3],
    ]);
    expect(report.provisional).toBe(true);
  });
});

describe("reasons", () => {
  it("are the four largest of each kind, largest first", () => {
    const report = scoreIncome(exampleMetrics());
    for (const reasons of [report.reasons.negative, report.reasons.positive]) {
      expect(reasons).toHaveLength(4);
      const points = reasons.map((reason) => reason.points);
      expect(points).toEqual([...points].sort((left, right) => right - left));
    }
  });

  it("agree with the ledger", () => {
    const report = scoreIncome(exampleMetrics());
    for (const reason of report.reasons.negative) {
      const item = itemOf(report, reason.code as ItemCode);
      expect(Math.round(reason.points * 1_000)).toBe(item.maxMillipoints - item.millipoints);
      expect(reason.text).toBe(item.reason);
    }
  });

  it("tell the exact gain at the next mark", () => {
    const report = scoreIncome(exampleMetrics());
    const revenue = report.reasons.negative.find((reason) => reason.code === "monthly_revenue");
    expect(revenue).toMatchObject({ gainAt: 5_000, gain: 0.75 }); // 24.000 − 23.250; all else scales along
  });

  it("offer no gain for what nobody can change", () => {
    const young = scoreOf({ firstActivityAt: null });
    const age = young.reasons.negative.find((reason) => reason.code === "account_age");
    expect(age ?? { gain: null }).toMatchObject({ gain: null });
    const growth = young.reasons.negative.find((reason) => reason.code === "revenue_growth");
    expect(growth).toMatchObject({ gain: null, gainAt: null });
  });
});

it.each([
  [1_795_348_800, "2026-11-22T12:00:00.000Z"],
  [Number.NaN, "1970-01-01T00:00:00.000Z"],
  [9e15, "1970-01-01T00:00:00.000Z"], // no calendar holds it
])("tells second %d as %s", (asOf, text) => {
  expect(scoreIncome(exampleMetrics({ asOf })).asOf).toBe(text);
});

it.each([
  { reconciliation: { status: "available", oldDeliveredUsd: "3", unreconciledUsd: "1" }, share: 0.666667 },
  { reconciliation: { status: "unavailable" }, share: null },
] as const)("tells the reconciled share with six decimals: $share", ({ reconciliation, share }) => {
  expect(scoreIncome(exampleMetrics({ reconciliation })).metrics.reconciledShare).toBe(share);
});

it("counts every point: score and points lost are 100, with the thousandths beside", () => {
  const report = scoreIncome(exampleMetrics());
  expect([report.score, report.millipoints, report.pointsLost, report.tier]).toEqual([
    69.347,
    69_347,
    30.653,
    "Growing",
  ]);
  expect([report.model, report.provisional]).toEqual(["ttshop-1", false]);
});

describe("the snapshot's hash", () => {
  it("is recomputed from the inputs and the report", () => {
    const inputs = exampleMetrics();
    const report = scoreIncome(inputs);
    const stored = { inputs: structuredClone(inputs), report: JSON.parse(JSON.stringify(report)) as ScoreReport };
    expect(snapshotHash(stored.inputs, stored.report)).toBe(report.snapshotHash);
  });

  it("changes with one thousandth of a point and with one input", () => {
    const inputs = exampleMetrics();
    const report = scoreIncome(inputs);
    expect(snapshotHash(inputs, { ...report, millipoints: report.millipoints + 1 })).not.toBe(report.snapshotHash);
    expect(snapshotHash({ ...inputs, itemsSold: inputs.itemsSold + 1 }, report)).not.toBe(report.snapshotHash);
  });

  it("tells models apart", () => {
    const other = { ...ttshop1, declineAlert: 0.29 };
    expect(scoreIncome(exampleMetrics(), { config: other }).modelHash).not.toBe(
      scoreIncome(exampleMetrics()).modelHash,
    );
  });
});
