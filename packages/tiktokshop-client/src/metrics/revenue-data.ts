import { divideHalfEven, unitsFromDecimal } from "@lendfriend/connector";
import type { IncomeMetrics } from "@lendfriend/credit-score";

/** The headline figures of one connection. Money is in `currency`; `returnRate` is refunds over gross, four decimals. */
export interface RevenueData {
  readonly totalRevenue: string;
  readonly netRevenue: string;
  readonly orderCount: number;
  readonly itemsSold: number;
  readonly averageOrderValue: string;
  readonly affiliateCommission: string;
  readonly returnRate: number;
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
    returnRate: rate(metrics.refunds, metrics.gross),
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
