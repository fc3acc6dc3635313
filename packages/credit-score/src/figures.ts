import type { IncomeMetrics, SideMetrics } from "./income-metrics.ts";
import type { ScoreModel } from "./ttshop1.ts";

const secondsPerDay = 86_400;
const largest = 1e15;

/** An exact decimal as the double that a curve reads. Text that is no finite number counts as nothing. */
export function amountOf(decimal: string): number {
  return finite(Number(decimal));
}

/** A count, at least 0. */
export function countOf(count: number): number {
  return Math.max(0, finite(count));
}

/** Observed days as the model reads them: 1 to the full window. */
export function daysOf(observedDays: number, model: ScoreModel): number {
  return Math.min(model.fullHistoryDays, Math.max(1, finite(observedDays)));
}

/** How much a figure over so many orders weighs: `√min(1, n/30)`. */
export function orderCredibility(orders: number, model: ScoreModel): number {
  return Math.sqrt(Math.min(1, countOf(orders) / model.fullCredibilityOrders));
}

/** How much a figure over so many days weighs: `min(1, days/90)`. */
export function historyCredibility(observedDays: number, model: ScoreModel): number {
  return daysOf(observedDays, model) / model.fullHistoryDays;
}

/** Whole days since the first activity; 0 when there never was one. */
export function ageDays(side: SideMetrics, asOf: number): number {
  if (side.firstActivityAt === null) return 0;
  return Math.max(0, Math.floor(finite(asOf - side.firstActivityAt) / secondsPerDay));
}

/**
 * Weights of a side's currencies: sales of its blocks in US dollars at each currency's opening rate, so that neither a
 * refund nor a move of the rate shifts them. By orders where no currency has sales.
 */
export function currencyWeights(side: SideMetrics): readonly number[] {
  const bySales = side.currencies.map(({ blocks, openingUnitsPerUsd }) => {
    const sales = blocks.reduce((sum, block) => sum + Math.max(0, amountOf(block.gross)), 0);
    return Math.max(0, finite(sales / amountOf(openingUnitsPerUsd)));
  });
  return shares(bySales) ?? shares(side.currencies.map((currency) => countOf(currency.orderCount))) ?? bySales;
}

/**
 * Sales of the shops over those and the creators' net, in US dollars and at least 0; a half when there is neither. Before
 * refunds, so that one cannot shift weight from a weak shop to a strong creator account; net where no sales are reported.
 */
export function sellerWeight(metrics: IncomeMetrics): number {
  const refunds = metrics.seller?.refunds;
  const sales = refunds?.status === "available" ? refunds.baseUsd : (metrics.seller?.netUsd ?? "0");
  const seller = Math.max(0, amountOf(sales));
  const creator = Math.max(0, amountOf(metrics.creator?.netUsd ?? "0"));
  return seller + creator === 0 ? 0.5 : seller / (seller + creator);
}

function shares(values: readonly number[]): readonly number[] | null {
  const total = values.reduce((sum, value) => sum + value, 0);
  return total > 0 && Number.isFinite(total) ? values.map((value) => value / total) : null;
}

/** Holds a number where sums and squares of it stay finite; what is no number counts as nothing. */
function finite(value: number): number {
  return Number.isFinite(value) ? Math.min(largest, Math.max(-largest, value)) : 0;
}
