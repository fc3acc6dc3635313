import { type Assessment, measured, tooShort } from "./assessment.ts";
import { clamp01, firstEdge, lastEdge, readCurve } from "./curve.ts";
import { decimal, percent, whole } from "./digits.ts";
import {
  ageDays,
  amountOf,
  countOf,
  currencyWeights,
  daysOf,
  historyCredibility,
  orderCredibility,
} from "./figures.ts";
import type { SideCurrency, SideMetrics } from "./income-metrics.ts";
import { type Message, say } from "./messages.ts";
import type { ScoreModel } from "./ttshop1.ts";

/** Share of the full weeks with at least one qualifying order, measured against eleven of twelve. */
export function assessOrderFrequency(side: SideMetrics, model: ScoreModel): Assessment {
  const weeks = side.weeklyOrders.length;
  if (weeks === 0) return tooShort("INSUFFICIENT_HISTORY", say("no_full_week", {}));
  const active = side.weeklyOrders.filter((orders) => orders > 0).length;
  const { activeWeekShare } = model.consistency;
  return measured(clamp01(active / weeks / activeWeekShare), active / weeks, [
    say("order_frequency", { active: whole(active), weeks: whole(weeks), full: percent(activeWeekShare) }),
  ]);
}

/** How even the weekly order counts are: their coefficient of variation, per currency, joined by US dollar weight. */
export function assessOrderRegularity(side: SideMetrics, model: ScoreModel): Assessment {
  const short = shortHistory(side, model);
  if (short) return short;
  const variations = side.currencies.map((currency) => variationOf(currency.weeklyOrders.map(countOf)));
  if (variations.every((own) => own === null)) return measured(0, null, [say("no_week_with_order", {})]);
  const weights = currencyWeights(side);
  let fraction = 0;
  let variation = 0;
  variations.forEach((own, index) => {
    const weight = weights[index] ?? 0;
    if (own === null) return;
    fraction += weight * readCurve(model.consistency.regularity, own);
    variation += weight * own;
  });
  const best = firstEdge(model.consistency.regularity);
  return measured(fraction * orderCredibility(side.orderCount, model), variation, [
    say("order_regularity", { variation: percent(variation), full: percent(best) }),
    ...fewOrders(side.orderCount, model),
  ]);
}

/**
 * The largest fall of sales from one block to the next, per currency, joined by US dollar weight. Sales before refunds, as
 * growth reads them: net of an older block falls with each of its refunds, which would narrow the fall that follows it.
 */
export function assessRevenueStability(side: SideMetrics, model: ScoreModel): Assessment {
  const short = shortHistory(side, model);
  if (short) return short;
  const { tolerableDrop, dropSpan } = model.consistency;
  const weights = currencyWeights(side);
  let fraction = 0;
  let drop = 0;
  side.currencies.forEach((currency, index) => {
    const weight = weights[index] ?? 0;
    const own = largestDrop(currency);
    fraction += weight * clamp01(1 - (own - tolerableDrop) / dropSpan);
    drop += weight * own;
  });
  const credibility = historyCredibility(side.observedDays, model) * orderCredibility(side.orderCount, model);
  return measured(fraction * credibility, drop, [
    say("revenue_stability", { fall: percent(drop), full: percent(tolerableDrop) }),
    ...fewOrders(side.orderCount, model),
    ...fewDays(side, model),
  ]);
}

/** Months since the first activity known. */
export function assessAccountAge(side: SideMetrics, asOf: number, model: ScoreModel): Assessment {
  const { ageMonths, daysPerMonth } = model.consistency;
  const months = ageDays(side, asOf) / daysPerMonth;
  const full = lastEdge(ageMonths);
  return measured(readCurve(ageMonths, months), months, [
    say("account_age", { months: decimal(months, 1), full: decimal(full, 2) }),
  ]);
}

/** What the platform verified about who sells. A borrower who is both shop and creator counts as a business. */
export function assessSellerType(
  seller: SideMetrics | null,
  creator: SideMetrics | null,
  model: ScoreModel,
): Assessment {
  const { sellerType } = model.consistency;
  const kind = seller && creator ? "hybrid" : ((seller ?? creator)?.sellerType ?? "individual");
  return measured(sellerType[kind], sellerType[kind], [say(`seller_${kind}`, {})]);
}

/** The note that says why a good figure over few orders does not earn full points yet. */
export function fewOrders(orders: number, model: ScoreModel): readonly Message[] {
  const credibility = orderCredibility(orders, model);
  if (credibility >= 1) return [];
  const full = whole(model.fullCredibilityOrders);
  return [say("few_orders", { orders: whole(orders), counts: percent(credibility), full })];
}

/** The same for few days. */
export function fewDays(side: SideMetrics, model: ScoreModel): readonly Message[] {
  const days = daysOf(side.observedDays, model);
  if (days >= model.fullHistoryDays) return [];
  const counts = percent(historyCredibility(days, model));
  return [say("few_days", { days: whole(days), counts, full: whole(model.fullHistoryDays) })];
}

/** The answer of every item that compares weeks or blocks, when there is too little to compare. */
export function shortHistory(side: SideMetrics, model: ScoreModel): Assessment | null {
  if (countOf(side.orderCount) === 0) {
    return tooShort("INSUFFICIENT_HISTORY", say("nothing_to_compare", {}));
  }
  const days = daysOf(side.observedDays, model);
  if (days >= model.shortHistoryDays) return null;
  const values = { days: whole(days), least: whole(model.shortHistoryDays) };
  return tooShort("INSUFFICIENT_HISTORY", say("history_too_short", values));
}

function variationOf(counts: readonly number[]): number | null {
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  if (!(mean > 0)) return null;
  const variance = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / counts.length;
  return Math.sqrt(variance) / mean;
}

function largestDrop(currency: SideCurrency): number {
  return Math.max(0, ...dropsOf(currency.blocks.map((block) => amountOf(block.gross))));
}

function dropsOf(amounts: readonly number[]): readonly number[] {
  return amounts.slice(1).map((amount, index) => dropOf(amounts[index] ?? 0, amount));
}

/** The fall from one sum to the next as a share of the first; 0 where the first is not positive. */
export function dropOf(before: number, after: number): number {
  return before > 0 ? Math.max(0, (before - after) / before) : 0;
}
