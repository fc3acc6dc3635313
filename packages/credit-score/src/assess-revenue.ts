import { type Assessment, measured } from "./assessment.ts";
import { lastEdge, readCurve } from "./curve.ts";
import { money } from "./digits.ts";
import { amountOf, daysOf } from "./figures.ts";
import type { IncomeMetrics } from "./income-metrics.ts";
import { say } from "./messages.ts";
import type { ScoreModel } from "./ttshop1.ts";

const monthDays = 30;

/** Net income of 30 days in US dollars, at least 0: the mean over the observed days, never over fewer than 30. */
export function monthlyMeanUsd(metrics: IncomeMetrics, model: ScoreModel): number {
  const net = Math.max(0, amountOf(metrics.netUsd));
  return (net * monthDays) / Math.max(daysOf(metrics.observedDays, model), monthDays);
}

/** The monthly revenue that the curve reads: the mean, less where the newest block shows that a spike has faded. */
export function scoredRevenueUsd(metrics: IncomeMetrics, model: ScoreModel): number {
  const days = daysOf(metrics.observedDays, model);
  const mean = monthlyMeanUsd(metrics, model);
  if (days < model.revenue.fadeFromDays) return mean;
  const newest = Math.max(0, amountOf(metrics.blocks.at(-1)?.netUsd ?? "0"));
  const newestMonth = (newest * monthDays) / Math.min(monthDays, days / 3);
  return Math.min(mean, Math.max(model.revenue.fadeFloor * mean, model.revenue.fadeHeadroom * newestMonth));
}

/** The revenue item, over both sides together. */
export function assessMonthlyRevenue(metrics: IncomeMetrics, model: ScoreModel): Assessment {
  const revenue = scoredRevenueUsd(metrics, model);
  const mean = monthlyMeanUsd(metrics, model);
  const full = money(lastEdge(model.revenue.curve));
  return measured(readCurve(model.revenue.curve, revenue), revenue, [
    say("monthly_revenue", { monthly: money(revenue), full }),
    ...(revenue < mean ? [say("monthly_revenue_faded", { average: money(mean) })] : []),
  ]);
}
