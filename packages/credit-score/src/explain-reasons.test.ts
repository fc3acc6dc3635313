import { describe, expect, it } from "vitest";
import type { IncomeMetrics, SideMetrics } from "./income-metrics.ts";
import { scoreIncome } from "./score-income.ts";
import type { ScoreReason } from "./score-report.ts";
import { exampleCreator, exampleCurrency, exampleMetrics, exampleSeller } from "./testing/example-metrics.ts";
import { ttshop1 } from "./ttshop1.ts";
import { type WhatIfChanges, whatIf } from "./what-if.ts";

/** The same model, telling every reason that it has. */
const config = { ...ttshop1, reasonCount: 99 };

function weakSeller(change: Partial<SideMetrics> = {}): SideMetrics {
  const weeklyOrders = [20, 20, 20, 20, 20, 20, 15, 15, 0, 0, 0, 0];
  return exampleSeller({
    currencies: [exampleCurrency({ nets: [4_000, 3_000, 2_000], weeklyOrders })],
    firstActivityAt: exampleMetrics().asOf - 100 * 86_400,
    sellerType: "individual",
    refunds: { status: "available", refundedUsd: "1500", baseUsd: "10500" },
    dispatch: { status: "available", late: 30, measured: 150 },
    cancellations: { status: "available", sellerFault: 10 },
    satisfaction: { status: "available", source: "shop_score", value: 4 },
    standing: { status: "available", state: "payment_problem" },
    launches: { status: "available", products: 1 },
    affiliates: { status: "available", firstBlock: 4, lastBlock: 4 },
    ...change,
  });
}

function lostOf(metrics: IncomeMetrics): ReadonlyMap<string, ScoreReason> {
  return new Map(scoreIncome(metrics, { config }).reasons.negative.map((reason) => [reason.code, reason]));
}

describe("what the borrower would gain", () => {
  const weak = exampleMetrics({ seller: weakSeller() });

  it.each([
    { code: "monthly_revenue", change: { monthlyNetUsd: 5_000 } }, // the curve's next edge over 2,500
    { code: "order_frequency", change: { weeksWithSales: 11 } }, // 11/12 of twelve weeks
    { code: "refund_rate", change: { refundRate: 0.02 } },
    { code: "on_time_dispatch", change: { lateDispatchRate: 0.04 } },
    { code: "seller_cancellations", change: { sellerCancellationRate: 0.01 } },
    { code: "customer_satisfaction", change: { shopScore: 4.8 } },
    { code: "platform_standing", change: { standingRestored: 1 } },
    { code: "product_launches", change: { productLaunches: 3 } },
    { code: "market_expansion", change: { newMarketShare: 0.05 } },
    { code: "affiliate_network", change: { activeAffiliates: 6 } }, // 4 and 30 %, rounded up
  ] satisfies { code: string; change: WhatIfChanges }[])(
    "from $code is what the same function gives with $change",
    ({ code, change }) => {
      const reason = lostOf(weak).get(code);
      expect(reason?.gainAt).toBe(Object.values(change)[0]);
      expect(reason?.gain).toBe(whatIf(weak, change, { config }).delta);
      expect(reason?.gain).toBeGreaterThan(0);
    },
  );

  it.each(["order_regularity", "revenue_stability", "account_age", "seller_type", "revenue_growth", "order_growth"])(
    "from %s is not told: it follows from time and sales",
    (code) => {
      expect(lostOf(weak).get(code)).toMatchObject({ gain: null, gainAt: null });
    },
  );

  it("from chats is told in percent", () => {
    const chats = exampleMetrics({
      seller: weakSeller({ satisfaction: { status: "available", source: "chat_satisfaction", value: 80 } }),
    });
    expect(lostOf(chats).get("customer_satisfaction")).toMatchObject({
      gainAt: 95,
      gain: whatIf(chats, { chatSatisfaction: 95 }).delta,
    });
  });

  it("from a creator's partners counts the shops", () => {
    const creator = exampleMetrics({
      seller: null,
      creator: exampleCreator({ affiliates: { status: "available", firstBlock: 0, lastBlock: 0 } }),
    });
    expect(lostOf(creator).get("affiliate_network")).toBeUndefined(); // nobody to compare: nothing lost
    const one = exampleMetrics({
      seller: null,
      creator: exampleCreator({ affiliates: { status: "available", firstBlock: 1, lastBlock: 1 } }),
    });
    expect(lostOf(one).get("affiliate_network")?.gainAt).toBe(2);
  });

  it("is not told where a ceiling takes it all", () => {
    const few = exampleMetrics({
      seller: exampleSeller({ currencies: [exampleCurrency({ orderCount: 4, nets: [9_000, 9_000, 9_000] })] }),
    });
    expect(lostOf(few).get("product_launches")).toMatchObject({ points: 3, gain: null, gainAt: null });
  });

  it("is not told of what was not measured", () => {
    const withheld = exampleMetrics({
      seller: weakSeller({ refunds: { status: "withheld", permissions: ["a.permission"] } }),
    });
    expect(lostOf(withheld).get("refund_rate")).toMatchObject({
      reasonCode: "CONSENT_WITHHELD",
      points: 6,
      gain: null,
      gainAt: null,
    });
  });
});

describe("a reason", () => {
  it("repeats its item's code, factor, figures and words", () => {
    const metrics = exampleMetrics({ seller: weakSeller() });
    const report = scoreIncome(metrics, { config });
    for (const reasons of [report.reasons.negative, report.reasons.positive]) {
      for (const { code, factor, reasonCode, value, threshold, text } of reasons) {
        if (factor === "cap") throw new Error("this snapshot meets no ceiling");
        expect(report.factors[factor].items).toContainEqual(
          expect.objectContaining({ code, reasonCode, value, threshold, reason: text }),
        );
      }
    }
  });

  it("is given for each item that lost points and for each that kept some, and for no other", () => {
    const metrics = exampleMetrics({ seller: weakSeller() });
    const report = scoreIncome(metrics, { config });
    const items = Object.values(report.factors).flatMap((factor) => factor.items);
    const lost = items.filter((item) => item.millipoints < item.maxMillipoints);
    const kept = items.filter((item) => item.millipoints > 0);
    expect(report.reasons.negative.map(({ code }) => code).sort()).toEqual(lost.map(({ code }) => code).sort());
    expect(report.reasons.positive.map(({ code }) => code).sort()).toEqual(kept.map(({ code }) => code).sort());
    for (const { code, points } of report.reasons.positive) {
      expect(points).toBe(kept.find((item) => item.code === code)?.points);
    }
  });

  it("comes earlier in the table where points are equal", () => {
    const perfect = scoreIncome(exampleMetrics(), { config }).reasons.positive.map(({ code }) => code);
    expect(perfect.indexOf("order_frequency")).toBe(perfect.indexOf("revenue_stability") - 1); // both 5.000
    expect(perfect.indexOf("order_regularity")).toBe(perfect.indexOf("account_age") - 1); // both 4.000
  });
});

describe("a ceiling's reason", () => {
  it("says what it took, where the score stops, and what the fifth order would bring", () => {
    const few = exampleMetrics({
      seller: exampleSeller({ currencies: [exampleCurrency({ orderCount: 4, nets: [9_000, 9_000, 9_000] })] }),
    });
    const report = scoreIncome(few);
    expect(report.reasons.negative[0]).toMatchObject({ code: "monthly_revenue" });
    expect(report.reasons.negative.find(({ factor }) => factor === "cap")).toEqual({
      code: "FEWER_THAN_5_ORDERS",
      factor: "cap",
      reasonCode: "CAP",
      value: null,
      threshold: null,
      points: report.caps[0]?.pointsLost,
      gain: whatIf(few, { orderCount: 5 }).delta,
      gainAt: 5,
      text: "Qualifying orders so far: 4; the score opens further from 5. Until then the score stops at 45.",
      said: [
        { code: "cap_few_orders", values: { orders: "4", least: "5" } },
        { code: "cap_stops_at", values: { limit: "45" } },
      ],
    });
  });

  it("says no gain where only time lifts it", () => {
    const young = exampleMetrics({
      seller: exampleSeller({
        observedDays: 27,
        currencies: [exampleCurrency({ nets: [9_000, 9_000, 9_000] })],
      }),
    });
    expect(scoreIncome(young).reasons.negative.find(({ factor }) => factor === "cap")).toMatchObject({
      code: "HISTORY_UNDER_28_DAYS",
      gain: null,
      gainAt: null,
      text: "History so far: 27 days; the score opens further from 28. Until then the score stops at 55.",
    });
  });

  it("is not given where the score stays below the ceiling", () => {
    const poor = exampleMetrics({
      seller: exampleSeller({ currencies: [exampleCurrency({ orderCount: 4, nets: [1, 1, 1] })] }),
    });
    const report = scoreIncome(poor, { config });
    expect(report.caps).toMatchObject([{ code: "FEWER_THAN_5_ORDERS", applied: true, pointsLost: 0 }]);
    expect(report.reasons.negative.some(({ factor }) => factor === "cap")).toBe(false);
  });
});
