import { expect, it } from "vitest";
import { assessCaps } from "./assess-caps.ts";
import type { IncomeMetrics } from "./income-metrics.ts";
import { exampleMetrics } from "./testing/example-metrics.ts";
import { ttshop1 } from "./ttshop1.ts";

it("every ceiling that is met is told, the lowest first, and only the lowest takes points", () => {
  const metrics = exampleMetrics({ orderCount: 0, observedDays: 1, gross: "10", refunds: "10.01" });
  expect(assessCaps(metrics, ttshop1, 60_000)).toEqual({
    lost: 40_000,
    caps: [
      {
        code: "NO_QUALIFYING_ORDERS",
        limit: 20,
        applied: true,
        pointsLost: 40,
        reason: "No order in the window qualifies yet.",
        said: [{ code: "cap_no_orders", values: {} }],
      },
      {
        code: "REFUNDS_EXCEED_SALES",
        limit: 25,
        applied: false,
        pointsLost: 0,
        reason: "Refunds were as high as sales in the window.",
        said: [{ code: "cap_refunds", values: {} }],
      },
      {
        code: "FEWER_THAN_5_ORDERS",
        limit: 45,
        applied: false,
        pointsLost: 0,
        reason: "Qualifying orders so far: 0; the score opens further from 5.",
        said: [{ code: "cap_few_orders", values: { orders: "0", least: "5" } }],
      },
      {
        code: "HISTORY_UNDER_28_DAYS",
        limit: 55,
        applied: false,
        pointsLost: 0,
        reason: "History so far: 1 day; the score opens further from 28.",
        said: [{ code: "cap_short_history", values: { days: "1", least: "28" } }],
      },
    ],
  });
});

it("the lowest is the lowest of the model that scores", () => {
  const model = { ...ttshop1, caps: { ...ttshop1.caps, HISTORY_UNDER_28_DAYS: 10_000, FEWER_THAN_5_ORDERS: 15_000 } };
  const { caps, lost } = assessCaps(exampleMetrics({ orderCount: 0, observedDays: 1 }), model, 60_000);
  expect(caps.map(({ code, pointsLost }) => [code, pointsLost])).toEqual([
    ["HISTORY_UNDER_28_DAYS", 50],
    ["FEWER_THAN_5_ORDERS", 0],
    ["NO_QUALIFYING_ORDERS", 0],
  ]);
  expect(lost).toBe(50_000);
});

it.each([
  { uncapped: 45_000, lost: 0 },
  { uncapped: 45_001, lost: 1 },
  { uncapped: 30_000, lost: 0 },
])("a ceiling of 45 takes $lost thousandths of $uncapped", ({ uncapped, lost }) => {
  expect(assessCaps(exampleMetrics({ orderCount: 4 }), ttshop1, uncapped).lost).toBe(lost);
});

it.each([
  {},
  { orderCount: 5 },
  { observedDays: 28 },
  { gross: "0", refunds: "0" },
  { gross: "10", refunds: "9.99" },
] satisfies Partial<IncomeMetrics>[])("nothing is met, and nothing taken, with %o", (change) => {
  expect(assessCaps(exampleMetrics(change), ttshop1, 90_000)).toEqual({ caps: [], lost: 0 });
});
