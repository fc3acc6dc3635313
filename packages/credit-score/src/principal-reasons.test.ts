import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { type DisclosedItem, type DisclosedLedger, principalReasons } from "./principal-reasons.ts";
import { scoreIncome } from "./score-income.ts";
import type { ScoreReport } from "./score-report.ts";
import { arbitraryMetrics } from "./testing/arbitrary-metrics.ts";
import { exampleMetrics } from "./testing/example-metrics.ts";

vi.setConfig({ testTimeout: 120_000 });

function item(code: DisclosedItem["code"], points: number, max: number, given: Partial<DisclosedItem> = {}) {
  return { code, points, max, reasonCode: "MEASURED" as const, reason: `About ${code}.`, ...given };
}

function ledger(items: readonly DisclosedItem[], caps: DisclosedLedger["caps"] = []): DisclosedLedger {
  return { factors: { reliability: { items } }, caps };
}

/** The report as a share without figures passes it on. */
function withoutFigures({ factors, caps }: ScoreReport): DisclosedLedger {
  const cut = ({ code, points, max, reasonCode, reason }: DisclosedItem) => ({
    ...{ code, points, max, reasonCode },
    reason: reason.replaceAll(/\d/g, "…"),
  });
  const cutFactors = Object.entries(factors).map(([name, factor]) => [name, { items: factor.items.map(cut) }]);
  return { factors: Object.fromEntries(cutFactors), caps };
}

describe("principalReasons", () => {
  it("puts the line first that lost most, and stops at four", () => {
    const items = [
      item("refund_rate", 5, 6),
      item("on_time_dispatch", 0, 5),
      item("seller_cancellations", 1, 3),
      item("customer_satisfaction", 2.5, 3),
      item("platform_standing", 0, 3),
    ];

    expect(principalReasons(ledger(items)).map(({ code, pointsLost }) => [code, pointsLost])).toEqual([
      ["on_time_dispatch", 5],
      ["platform_standing", 3],
      ["seller_cancellations", 2],
      ["refund_rate", 1],
    ]);
  });

  it("never names a line that lost nothing, even when fewer than four are left", () => {
    const caps = [{ code: "HISTORY_UNDER_28_DAYS" as const, pointsLost: 0, reason: "History so far: 20 days." }];
    const items = [item("refund_rate", 6, 6), item("on_time_dispatch", 0, 0), item("platform_standing", 2.999, 3)];

    expect(principalReasons(ledger(items, caps))).toMatchObject([{ code: "platform_standing", pointsLost: 0.001 }]);
    expect(principalReasons(ledger([item("refund_rate", 6, 6)]))).toEqual([]);
  });

  it("keeps a line's words, value and threshold as they are, and says null for what is not disclosed", () => {
    const figures = { value: 0.12, threshold: 0.02, unit: "share" as const, reason: "12% was refunded." };
    const [whole, cut] = [item("refund_rate", 1.5, 6, figures), item("refund_rate", 1.5, 6)];

    expect(principalReasons(ledger([whole]))).toEqual([
      {
        ...{ code: "refund_rate", factor: "reliability", reasonCode: "MEASURED", pointsLost: 4.5 },
        ...{ text: "12% was refunded.", value: 0.12, threshold: 0.02, unit: "share" },
      },
    ]);
    expect(principalReasons(ledger([cut]))).toMatchObject([{ value: null, threshold: null, unit: null }]);
  });

  it("passes on what a line says in codes, as they are", () => {
    const said = [{ code: "cap_few_orders", values: { orders: "4", least: "5" } }];
    const caps = [
      { code: "FEWER_THAN_5_ORDERS" as const, pointsLost: 3, reason: "Qualifying orders so far: 4.", said },
    ];
    const cut = [{ code: "refunds_of_sales" }];

    expect(principalReasons(ledger([item("refund_rate", 5, 6, { said: cut })], caps)).map((line) => line.said)).toEqual(
      [said, cut],
    );
  });

  it("names the ceiling that took points, before an item that lost as many", () => {
    const caps = [{ code: "FEWER_THAN_5_ORDERS" as const, pointsLost: 3, reason: "Qualifying orders so far: 4." }];

    expect(principalReasons(ledger([item("platform_standing", 0, 3)], caps))).toMatchObject([
      { code: "FEWER_THAN_5_ORDERS", factor: "cap", reasonCode: "CAP", text: "Qualifying orders so far: 4." },
      { code: "platform_standing" },
    ]);
  });

  it("leaves out what the platform cannot measure: its weight was spread, so nothing was lost there", () => {
    const report = scoreIncome(exampleMetrics());
    const spread = Object.values(report.factors)
      .flatMap(({ items }) => items)
      .filter(({ status }) => status === "unavailable_platform");

    expect(spread.length).toBeGreaterThan(0);
    const named = principalReasons(report).map(({ code }) => code);
    for (const { code } of spread) expect(named).not.toContain(code);
  });
});

describe("for any score", () => {
  it("they are the report's own largest losses: the same lines, points and order (I08)", () => {
    fc.assert(
      fc.property(arbitraryMetrics, (metrics) => {
        const report = scoreIncome(metrics);
        const told = report.reasons.negative.map(({ code, points }) => [code, points]);
        expect(principalReasons(report).map(({ code, pointsLost }) => [code, pointsLost])).toEqual(told);
      }),
      { numRuns: 500 },
    );
  });

  it("each stands in the breakdown word for word, lost points there, and no line outside lost more", () => {
    fc.assert(
      fc.property(arbitraryMetrics, (metrics) => {
        const report = scoreIncome(metrics);
        const items = Object.values(report.factors).flatMap((factor) => factor.items);
        const reasons = principalReasons(report);
        expect(reasons.length).toBeLessThanOrEqual(4);
        for (const { code, factor, text, value, threshold } of reasons) {
          if (factor === "cap") {
            expect(report.caps).toContainEqual(expect.objectContaining({ code, reason: text, applied: true }));
          } else {
            const line = items.find((candidate) => candidate.code === code);
            expect(line).toMatchObject({ reason: text, value, threshold });
            expect(line?.millipoints).toBeLessThan(line?.maxMillipoints ?? 0);
          }
        }
        const least = Math.min(...reasons.map(({ pointsLost }) => pointsLost));
        const others = items.filter(({ code }) => !reasons.some((reason) => reason.code === code));
        for (const { millipoints, maxMillipoints } of others) {
          expect(maxMillipoints - millipoints).toBeLessThanOrEqual(reasons.length < 4 ? 0 : Math.round(least * 1_000));
        }
      }),
      { numRuns: 500 },
    );
  });

  it("a share without figures gets the same lines, and not one figure", () => {
    fc.assert(
      fc.property(arbitraryMetrics, (metrics) => {
        const report = scoreIncome(metrics);
        const cut = principalReasons(withoutFigures(report));
        expect(cut.map(({ code, pointsLost }) => [code, pointsLost])).toEqual(
          principalReasons(report).map(({ code, pointsLost }) => [code, pointsLost]),
        );
        for (const { value, threshold, unit } of cut) expect([value, threshold, unit]).toEqual([null, null, null]);
      }),
      { numRuns: 200 },
    );
  });
});
