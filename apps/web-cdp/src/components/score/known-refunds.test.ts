import { type ItemStatus, scoreIncome } from "@lendfriend/credit-score";
import { expect, it } from "vitest";
import { sampleInputs } from "#server/testing/sample-inputs.ts";
import { knownRefunds } from "./known-refunds.ts";

const report = scoreIncome(sampleInputs);

it.each<readonly [ItemStatus, string | null]>([
  ["scored", report.metrics.refunds],
  ["insufficient_history", report.metrics.refunds],
  ["withheld", null],
  ["unavailable_platform", null],
])("calls refunds unknown only where no returns were handed out (%s)", (status, refunds) => {
  const { reliability } = report.factors;
  const items = reliability.items.map((item) => (item.code === "refund_rate" ? { ...item, status } : item));

  expect(items.some((item) => item.code === "refund_rate")).toBe(true);
  expect(knownRefunds({ ...report, factors: { ...report.factors, reliability: { ...reliability, items } } })).toBe(
    refunds,
  );
});
