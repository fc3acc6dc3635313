import { describe, expect, it } from "vitest";
import { confidenceAt, integrityOf, reconciledShare } from "./confidence.ts";
import { exampleAsOf, exampleMetrics } from "./testing/example-metrics.ts";
import { ttshop1 } from "./ttshop1.ts";

const hour = 3_600;

function reconciled(oldDeliveredUsd: string, unreconciledUsd: string) {
  return exampleMetrics({ reconciliation: { status: "available", oldDeliveredUsd, unreconciledUsd } });
}

describe("confidence", () => {
  it.each([
    { name: "all there is", change: {}, expected: 100 },
    { name: "50 orders", change: { orderCount: 50 }, expected: 85 }, // 30 × 50/100 less
    { name: "45 days", change: { observedDays: 45 }, expected: 85 }, // 30 × 45/90 less
    { name: "no settlements", change: { reconciliation: { status: "unavailable" } }, expected: 75 },
    {
      name: "nothing old to check",
      change: { reconciliation: { status: "available", oldDeliveredUsd: "0", unreconciledUsd: "0" } },
      expected: 75,
    },
  ] as const)("is $expected with $name", ({ change, expected }) => {
    expect(confidenceAt(exampleMetrics(change), exampleAsOf)).toBe(expected);
  });

  it.each([
    [0, 100],
    [24 * hour, 100],
    [96 * hour, 92.5], // halfway from 24 h to 168 h
    [168 * hour, 85],
    [9_999 * hour, 85],
  ])("falls %d seconds after the snapshot to %d", (age, expected) => {
    expect(confidenceAt(exampleMetrics(), exampleAsOf + age)).toBe(expected);
  });
});

it.each([
  { unreconciled: "0", share: 1, integrity: "PASS" },
  { unreconciled: "500", share: 0.95, integrity: "PASS" },
  { unreconciled: "501", share: 0.9499, integrity: "REVIEW" },
  { unreconciled: "1500", share: 0.85, integrity: "REVIEW" },
  { unreconciled: "1501", share: 0.8499, integrity: "FAIL" },
  { unreconciled: "10000", share: 0, integrity: "FAIL" },
])("calls $$unreconciled of $10,000 unreconciled $integrity", ({ unreconciled, share, integrity }) => {
  const metrics = reconciled("10000", unreconciled);
  expect(reconciledShare(metrics)).toBeCloseTo(share, 12);
  expect(integrityOf(metrics, ttshop1)).toBe(integrity);
});

it.each([
  { unreconciled: "-5", share: 1 },
  { unreconciled: "10001", share: 0 },
])("holds a share of $share where $unreconciled of 10000 is unreconciled", ({ unreconciled, share }) => {
  expect(reconciledShare(reconciled("10000", unreconciled))).toBe(share);
});

it("is unavailable without settlements", () => {
  expect(integrityOf(exampleMetrics({ reconciliation: { status: "unavailable" } }), ttshop1)).toBe("UNAVAILABLE");
});
