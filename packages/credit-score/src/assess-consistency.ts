import { type Assessment, measured, tooShort } from "./assessment.ts";
import { clamp01, firstEdge, lastEdge, readCurve } from "./curve.ts";
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
import type { ScoreModel } from "./ttshop1.ts";
import { counted, decimal, percent } from "./wording.ts";

/** Share of the full weeks with at least one qualifying order, measured against eleven of twelve. */
export function assessOrderFrequency(side: SideMetrics, model: ScoreModel): Assessment {
  const weeks = side.weeklyOrders.length;
  if (weeks === 0) return tooShort("INSUFFICIENT_HISTORY", "There is not yet one full week of history.");
  const active = side.weeklyOrders.filter((orders) => orders > 0).length;
  const { activeWeekShare } = model.consistency;
  const text = `${active} of the last ${counted(weeks, "week")} had a sale; ${percent(activeWeekShare)} of them or more earns full points.`;
  return measured(clamp01(active / weeks / activeWeekShare), active / weeks, text);
}

/** How even the weekly order counts are: their coefficient of variation, per currency, joined by US dollar weight. */
export function assessOrderRegularity(side: SideMetrics, model: ScoreModel): Assessment {
  const short = shortHistory(side, model);
  if (short) return short;
  const weights = currencyWeights(side);
  let fraction = 0;
  let variation = 0;
  side.currencies.forEach((currency, index) => {
    const weight = weights[index] ?? 0;
    const own = variationOf(currency.weeklyOrders.map(countOf));
    if (own === null) return;
    fraction += weight * readCurve(model.consistency.regularity, own);
    variation += weight * own;
  });
  const best = firstEdge(model.consistency.regularity);
  const text = `Weekly orders vary by ${percent(variation)} around their average; ${percent(best)} or less earns full points.`;
  return measured(
    fraction * orderCredibility(side.orderCount, model),
    variation,
    `${text}${fewOrders(side.orderCount, model)}`,
  );
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
  const text = `The largest fall of sales from one period to the next was ${percent(drop)}; ${percent(tolerableDrop)} or less earns full points.`;
  return measured(fraction * credibility, drop, `${text}${fewOrders(side.orderCount, model)}${fewDays(side, model)}`);
}

/** Months since the first activity known. */
export function assessAccountAge(side: SideMetrics, asOf: number, model: ScoreModel): Assessment {
  const { ageMonths, daysPerMonth } = model.consistency;
  const months = ageDays(side, asOf) / daysPerMonth;
  const full = lastEdge(ageMonths);
  const text = `The first activity was ${decimal(months, 1)} months ago; ${full} months earn full points.`;
  return measured(readCurve(ageMonths, months), months, text);
}

/** What the platform verified about who sells. A borrower who is both shop and creator counts as a business. */
export function assessSellerType(
  seller: SideMetrics | null,
  creator: SideMetrics | null,
  model: ScoreModel,
): Assessment {
  const { sellerType } = model.consistency;
  if (seller && creator)
    return measured(sellerType.hybrid, sellerType.hybrid, "A shop and a creator account are connected.");
  const kind = (seller ?? creator)?.sellerType ?? "individual";
  return measured(sellerType[kind], sellerType[kind], sellerTypeText[kind]);
}

const sellerTypeText = {
  business: "The platform verified this shop as a business.",
  individual: "The platform lists this shop as an individual's; a verified business earns full points.",
  creator: "This is a creator account; a verified shop beside it earns full points.",
} as const;

/** The note that says why a good figure over few orders does not earn full points yet. */
export function fewOrders(orders: number, model: ScoreModel): string {
  const credibility = orderCredibility(orders, model);
  if (credibility >= 1) return "";
  return ` With ${counted(orders, "order")} it counts at ${percent(credibility)}; from ${model.fullCredibilityOrders} orders it counts fully.`;
}

/** The same for few days. */
export function fewDays(side: SideMetrics, model: ScoreModel): string {
  const days = daysOf(side.observedDays, model);
  if (days >= model.fullHistoryDays) return "";
  return ` With ${counted(days, "day")} of history it counts at ${percent(historyCredibility(days, model))}; from ${model.fullHistoryDays} days it counts fully.`;
}

/** The answer of every item that compares weeks or blocks, when there is too little to compare. */
export function shortHistory(side: SideMetrics, model: ScoreModel): Assessment | null {
  if (countOf(side.orderCount) === 0) {
    return tooShort("INSUFFICIENT_HISTORY", "No order in the window qualifies yet, so there is nothing to compare.");
  }
  const days = daysOf(side.observedDays, model);
  if (days >= model.shortHistoryDays) return null;
  const text = `History so far: ${counted(days, "day")}; this is measured from ${model.shortHistoryDays} days.`;
  return tooShort("INSUFFICIENT_HISTORY", text);
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
