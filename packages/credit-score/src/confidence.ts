import { amountOf, countOf, historyCredibility } from "./figures.ts";
import type { IncomeMetrics } from "./income-metrics.ts";
import type { ScoreIntegrity } from "./score-report.ts";
import { type ScoreModel, ttshop1 } from "./ttshop1.ts";

const secondsPerHour = 3_600;

/** Share of old delivered value that the platform's finance rows account for; null when there is none to check. */
export function reconciledShare(metrics: IncomeMetrics): number | null {
  const { reconciliation } = metrics;
  if (reconciliation.status !== "available") return null;
  const delivered = amountOf(reconciliation.oldDeliveredUsd);
  if (delivered <= 0) return null;
  const missing = Math.max(0, amountOf(reconciliation.unreconciledUsd));
  return Math.max(0, 1 - missing / delivered);
}

/**
 * How much stands behind a score, 0 to 100: orders, history, reconciliation, freshness. Beside the score, never in it.
 * `at` is the second (unix, UTC) at which somebody reads it; it falls as the snapshot ages.
 */
export function confidenceAt(metrics: IncomeMetrics, at: number, model: ScoreModel = ttshop1): number {
  const { confidence } = model;
  const orders = confidence.orders * Math.min(1, countOf(metrics.orderCount) / confidence.fullOrders);
  const history = confidence.history * historyCredibility(metrics.observedDays, model);
  const reconciled = confidence.reconciled * (reconciledShare(metrics) ?? 0);
  const fresh = confidence.freshness * freshness(at - metrics.asOf, model);
  return Number((orders + history + reconciled + fresh).toFixed(3));
}

/** Whether the platform's finance rows bear out the old delivered orders. */
export function integrityOf(metrics: IncomeMetrics, model: ScoreModel): ScoreIntegrity {
  const share = reconciledShare(metrics);
  if (share === null) return "UNAVAILABLE";
  if (share >= model.integrity.pass) return "PASS";
  return share >= model.integrity.review ? "REVIEW" : "FAIL";
}

function freshness(ageSeconds: number, model: ScoreModel): number {
  const { freshHours, staleHours } = model.confidence;
  const hours = ageSeconds / secondsPerHour;
  if (!(hours > freshHours)) return 1;
  return Math.max(0, (staleHours - hours) / (staleHours - freshHours));
}
