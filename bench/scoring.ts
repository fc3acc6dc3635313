import { scoreIncome } from "@lendfriend/credit-score";
import { exampleCreator, exampleMetrics, exampleSeller } from "../packages/credit-score/src/testing/example-metrics.ts";
import { median, microsPerCall } from "./measure.ts";
import { type Section, times } from "./report.ts";

const goalMicros = 5_000;

/** One snapshot's score, explained and hashed, from a hybrid's figures. */
export function scoring(): Section {
  const metrics = exampleMetrics({ seller: exampleSeller(), creator: exampleCreator() });
  const calls = 200;
  microsPerCall(() => scoreIncome(metrics), calls);
  const micros = median(Array.from({ length: 11 }, () => microsPerCall(() => scoreIncome(metrics), calls)));
  return {
    title: "Scoring one snapshot",
    baseline: "Time against the goal of 5 ms. Less is better.",
    columns: ["", "ms", "of the goal"],
    rows: [["`scoreIncome`, a seller who is a creator too", (micros / 1000).toFixed(3), times(micros / goalMicros)]],
    notes: ["Median of 11 rounds of 200."],
  };
}
