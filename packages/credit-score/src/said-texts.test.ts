import fc from "fast-check";
import { expect, it, vi } from "vitest";
import type { SaidMessage } from "./messages.ts";
import { saysItsTexts } from "./said-texts.ts";
import { scoreIncome, snapshotHash } from "./score-income.ts";
import type { ScoreItem, ScoreReport } from "./score-report.ts";
import { arbitraryMetrics } from "./testing/arbitrary-metrics.ts";
import { exampleMetrics } from "./testing/example-metrics.ts";

vi.setConfig({ testTimeout: 120_000 });

const inputs = exampleMetrics({ provisional: ["returns: no answer"] });
const report = scoreIncome(inputs);

it("every text of a score stands beside codes that say exactly it", () => {
  fc.assert(
    fc.property(arbitraryMetrics, (metrics) => {
      const scored = scoreIncome(metrics);
      const told = [
        ...Object.values(scored.factors).flatMap((factor) => factor.items),
        ...scored.caps,
        ...scored.reasons.negative,
        ...scored.reasons.positive,
        ...scored.alerts,
      ];
      expect(told.filter(({ said }) => said === undefined || said.length === 0)).toEqual([]);
      expect(saysItsTexts(scored)).toBe(true);
    }),
    { numRuns: 100 },
  );
});

it("the hash is that of the report without codes, so that scores from before codes keep theirs", () => {
  const before = JSON.parse(JSON.stringify(report, (key, value) => (key === "said" ? undefined : value)));
  expect(JSON.stringify(before)).not.toContain("said");
  expect(snapshotHash(inputs, before)).toBe(report.snapshotHash);
  expect(saysItsTexts(before)).toBe(true);
});

it("the hash holds whatever is called so and stands beside no text", () => {
  const metrics = { ...report.metrics, said: "more" };
  expect(snapshotHash(inputs, { ...report, metrics })).not.toBe(report.snapshotHash);
});

it.each([
  ["another figure", [{ code: "monthly_revenue", values: { monthly: "99999", full: "20000" } }]],
  ["the same, and one figure more", [{ ...revenueSaid(), values: { ...revenueSaid().values, more: "1" } }]],
  ["another sentence", [{ code: "nothing_imported", values: {} }]],
  ["a code that is not known", [{ code: "made_up", values: {} }]],
  ["no sentence", []],
  ["what is no list", "monthly_revenue"],
  ["what is no message", [null]],
])("codes that say %s are found out, which the hash cannot", (_, said) => {
  const edited = withRevenueSaid(said);
  expect(snapshotHash(inputs, edited)).toBe(report.snapshotHash);
  expect(saysItsTexts(edited)).toBe(false);
});

function revenueSaid(): SaidMessage {
  const [message] = report.factors.revenue.items[0]?.said ?? [];
  if (!message) throw new Error("the revenue says nothing");
  return message;
}

/** Safe: what a row of a database holds need not be of the type. */
function withRevenueSaid(said: unknown): ScoreReport {
  const items = report.factors.revenue.items.map((item) => ({ ...item, said }) as ScoreItem);
  return { ...report, factors: { ...report.factors, revenue: { ...report.factors.revenue, items } } };
}
