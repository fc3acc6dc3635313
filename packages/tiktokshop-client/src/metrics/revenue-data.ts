import { divideHalfEven, unitsFromDecimal } from "@lendfriend/connector";
import { areRefundsKnown, type IncomeMetrics } from "@lendfriend/credit-score";

/**
 * The headline figures of one connection. Money is in `currency`; `returnRate` is refunds over gross, four decimals, or null where
 * the returns of a shop were not read: `netRevenue` has no refunds taken off then.
 */
export interface RevenueData {
  readonly totalRevenue: string;
  readonly netRevenue: string;
  readonly orderCount: number;
  readonly itemsSold: number;
  readonly averageOrderValue: string;
  readonly affiliateCommission: string;
  readonly returnRate: number | null;
  readonly periodDays: 90;
  readonly currency: string;
  readonly shopRating: string | null;
}

/** Reads the headline figures out of the metrics of a single connection. */
export function revenueData(metrics: IncomeMetrics): RevenueData {
  return {
    totalRevenue: metrics.gross,
    netRevenue: metrics.net,
    orderCount: metrics.orderCount,
    itemsSold: metrics.itemsSold,
    averageOrderValue: metrics.averageOrderValue,
    affiliateCommission: metrics.affiliateCommission,
    returnRate: areRefundsKnown(metrics) ? rate(metrics.refunds, metrics.gross) : null,
    periodDays: 90,
    currency: metrics.currency,
    shopRating: metrics.shopRating,
  };
}

function rate(part: string, whole: string): number {
  const base = unitsFromDecimal(whole);
  if (base <= 0n) return 0;
  return Number(divideHalfEven(unitsFromDecimal(part) * 10_000n, base)) / 10_000;
}
