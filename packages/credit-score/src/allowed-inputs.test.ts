import fc from "fast-check";
import { expect, it } from "vitest";
import { arbitraryMetrics } from "./testing/arbitrary-metrics.ts";
import { exampleCreator, exampleMetrics } from "./testing/example-metrics.ts";

/** Every name that the inputs of a score may hold. None is, or stands for, a trait of a person. */
const allowed = new Set(
  `schema asOf window from to days observedDays blockDays currency gross refunds net monthlyNet netUsd orderCount itemsSold
   averageOrderValue affiliateCommission affiliateCommissionEstimated commissionReversalRate excluded weekly blocks byCurrency
   byShop byProduct byCreator hhi count largest medianDaysToCash shopRating reconciliation status oldDeliveredUsd
   unreconciledUsd exchangeRates source hash missing notReported provisional seller creator account firstActivityAt
   weeklyOrders currencies openingUnitsPerUsd sellerType refundedUsd baseUsd dispatch late measured cancellations sellerFault
   satisfaction value explanation permissions standing state launches products markets regions newRegionShare affiliates
   firstBlock lastBlock`.split(/\s+/),
);

it("the inputs of a score hold allowed names only", () => {
  fc.assert(
    fc.property(arbitraryMetrics, (metrics) => {
      expect([...namesIn(metrics)].filter((name) => !allowed.has(name))).toEqual([]);
    }),
    { numRuns: 200 },
  );
  expect(namesIn(exampleMetrics({ creator: exampleCreator() })).size).toBeGreaterThan(60);
});

it("allows no trait of a person", () => {
  const traits = /age$|birth|gender|sex|race|ethnic|religio|nationalit|marital|disab|pregnan|buyer|address|phone|mail/i;
  expect([...allowed].filter((name) => traits.test(name))).toEqual([]);
});

function namesIn(value: unknown): Set<string> {
  if (typeof value !== "object" || value === null) return new Set();
  const own = Array.isArray(value) ? [] : Object.keys(value);
  return new Set([...own, ...Object.values(value).flatMap((member) => [...namesIn(member)])]);
}
