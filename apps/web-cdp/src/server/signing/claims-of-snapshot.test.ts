import { type IncomeMetrics, scoreIncome } from "@lendfriend/credit-score";
import { claimText } from "@lendfriend/score-proof";
import { describe, expect, it } from "vitest";
import { sampleInputs } from "#server/testing/sample-inputs.ts";
import { claimsOfSnapshot } from "./claims-of-snapshot.ts";

function textsOf(change: Partial<IncomeMetrics> = {}, reconciledShare: number | null = null): string[] {
  const inputs = { ...sampleInputs, ...change };
  const report = scoreIncome(inputs);
  return claimsOfSnapshot({ ...report, metrics: { ...report.metrics, reconciledShare } }, inputs).map(claimText);
}

const claimed = (texts: readonly string[], path: string) => texts.filter((text) => text.startsWith(`${path} `));

describe("claimsOfSnapshot", () => {
  it("commits every figure, bound and factor of a shop in one fixed order", () => {
    expect(
      textsOf(
        { currency: "IDR", gross: "9500", refunds: "500", medianDaysToCash: 7.5, affiliateCommission: "12.5" },
        0.987,
      ),
    ).toMatchInlineSnapshot(`
      [
        "net_usd_90d = 9000 USD",
        "net_usd_90d >= 1000 USD : true",
        "net_usd_90d >= 2500 USD : true",
        "net_usd_90d >= 5000 USD : true",
        "net_usd_90d >= 10000 USD : false",
        "net_usd_90d >= 20000 USD : false",
        "net_usd_90d >= 50000 USD : false",
        "net_usd_90d >= 100000 USD : false",
        "net_usd_90d >= 250000 USD : false",
        "net_90d = 9000 IDR",
        "gross_90d = 9500 IDR",
        "refunds_90d = 500 IDR",
        "net_per_30d = 3000 IDR",
        "average_order_value = 100 IDR",
        "affiliate_commission_90d = 12.5 IDR",
        "order_count = 90 orders",
        "order_count >= 10 orders : true",
        "order_count >= 50 orders : true",
        "order_count >= 100 orders : false",
        "order_count >= 250 orders : false",
        "order_count >= 500 orders : false",
        "order_count >= 1000 orders : false",
        "order_count >= 5000 orders : false",
        "items_sold = 90 items",
        "observed_days = 90 days",
        "observed_days >= 28 days : true",
        "observed_days >= 60 days : true",
        "observed_days >= 90 days : true",
        "refund_share = 0.0527 share",
        "refund_share <= 0.02 share : false",
        "refund_share <= 0.05 share : false",
        "refund_share <= 0.1 share : true",
        "refund_share <= 0.2 share : true",
        "median_days_to_cash = 7.5 days",
        "reconciled_share = 0.987 share",
        "factor_points.revenue = 18 points",
        "factor_points.consistency = 20 points",
        "factor_points.reliability = 16.599 points",
        "factor_points.growth = 6.5 points",
      ]
    `);
  });

  it("claims nothing that the snapshot does not know", () => {
    const texts = textsOf({ gross: "0", net: "0", medianDaysToCash: null });

    for (const path of ["refund_share", "median_days_to_cash", "reconciled_share"]) {
      expect(claimed(texts, path)).toEqual([]);
    }
    expect(claimed(texts, "gross_90d")).toEqual(["gross_90d = 0 USD"]);
  });

  it.each([
    { status: "withheld", permissions: ["seller.return_refund.basic"] },
    { status: "unavailable_platform", explanation: "No list of returns." },
  ] as const)(
    "claims no refunds of a shop whose returns were not read, nor what is left after them: $status",
    (refunds) => {
      const all = textsOf();
      const texts = textsOf({ seller: { ...sampleInputs.seller, refunds } });
      const restsOnRefunds = /^(refund|net_)/;

      expect(texts.filter((text) => restsOnRefunds.test(text))).toEqual([]);
      const isPoints = (text: string) => text.startsWith("factor_points.");
      expect(texts.filter((text) => !isPoints(text))).toEqual(
        all.filter((text) => !restsOnRefunds.test(text) && !isPoints(text)),
      );
      expect(texts.filter(isPoints)).toHaveLength(4);
    },
  );

  it("claims refunds and net of a creator, who has no returns to read", () => {
    const texts = textsOf({ seller: null, creator: sampleInputs.seller });

    expect(claimed(texts, "refunds_90d")).toEqual(["refunds_90d = 0 USD"]);
    expect(claimed(texts, "net_90d")).toEqual(["net_90d = 9000 USD"]);
  });

  it.each([
    ["0", "9000", "0"],
    ["450", "9000", "0.05"],
    ["450.01", "9000", "0.0501"],
    ["0.000001", "9000", "0.0001"],
    ["9000", "9000", "1"],
    ["9001", "9000", "1.0002"],
  ])("rounds the refund share of %s in %s up to %s, never down", (refunds, gross, share) => {
    expect(claimed(textsOf({ refunds, gross }), "refund_share")[0]).toBe(`refund_share = ${share} share`);
  });

  it("claims no refund share of sales that are not above nothing, or of refunds below nothing", () => {
    expect(claimed(textsOf({ gross: "-1" }), "refund_share")).toEqual([]);
    expect(claimed(textsOf({ refunds: "-0.01" }), "refund_share")).toEqual([]);
  });

  it("holds a bound that is met exactly, in both directions", () => {
    const texts = textsOf({ netUsd: "2500", orderCount: 100, refunds: "180", gross: "9000", observedDays: 28 });

    expect(texts).toContain("net_usd_90d >= 2500 USD : true");
    expect(texts).toContain("net_usd_90d >= 5000 USD : false");
    expect(texts).toContain("order_count >= 100 orders : true");
    expect(texts).toContain("observed_days >= 28 days : true");
    expect(texts).toContain("observed_days >= 60 days : false");
    expect(texts).toContain("refund_share <= 0.02 share : true");
  });
});
