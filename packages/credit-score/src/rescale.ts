import { amountOf } from "./figures.ts";
import type { IncomeMetrics, SideCurrency, SideMetrics } from "./income-metrics.ts";

const largestAmount = 1e13;

/** A double as a plain decimal of six places, for amounts that exist only in a what-if. */
export function decimalOf(amount: number): string {
  const held = Number.isFinite(amount) ? Math.min(largestAmount, Math.max(-largestAmount, amount)) : 0;
  const text = held.toFixed(6).replace(/\.?0+$/, "");
  return text === "-0" ? "0" : text;
}

function scaleAmount(decimal: string, by: number): string {
  return by === 1 ? decimal : decimalOf(amountOf(decimal) * by);
}

/** One side with its income multiplied: `sales` before refunds, `net` after them. Counts stay. */
export function scaleSide(side: SideMetrics, by: { readonly sales: number; readonly net: number }): SideMetrics {
  const { refunds } = side;
  return {
    ...side,
    netUsd: scaleAmount(side.netUsd, by.net),
    currencies: side.currencies.map((currency) => scaleCurrency(currency, by)),
    refunds:
      refunds.status === "available"
        ? {
            ...refunds,
            refundedUsd: scaleAmount(refunds.refundedUsd, by.sales),
            baseUsd: scaleAmount(refunds.baseUsd, by.sales),
          }
        : refunds,
  };
}

/** The whole snapshot after its sides changed: totals, weeks and blocks follow the net in US dollars. */
export function withSides(
  metrics: IncomeMetrics,
  sides: { readonly seller: SideMetrics | null; readonly creator: SideMetrics | null },
): IncomeMetrics {
  const before = amountOf(metrics.netUsd);
  const after = amountOf(sides.seller?.netUsd ?? "0") + amountOf(sides.creator?.netUsd ?? "0");
  const orderCount = (sides.seller?.orderCount ?? 0) + (sides.creator?.orderCount ?? 0);
  return scaleTotals({ ...metrics, ...sides, orderCount }, before === 0 ? 1 : after / before);
}

function scaleTotals(metrics: IncomeMetrics, by: number): IncomeMetrics {
  if (by === 1) return metrics;
  return {
    ...metrics,
    net: scaleAmount(metrics.net, by),
    netUsd: scaleAmount(metrics.netUsd, by),
    monthlyNet: scaleAmount(metrics.monthlyNet, by),
    blocks: metrics.blocks.map((block) => ({
      ...block,
      net: scaleAmount(block.net, by),
      netUsd: scaleAmount(block.netUsd, by),
    })),
  };
}

function scaleCurrency(currency: SideCurrency, by: { readonly sales: number; readonly net: number }): SideCurrency {
  return {
    ...currency,
    net: scaleAmount(currency.net, by.net),
    netUsd: scaleAmount(currency.netUsd, by.net),
    blocks: currency.blocks.map((block) => ({
      ...block,
      gross: scaleAmount(block.gross, by.sales),
      net: scaleAmount(block.net, by.net),
    })),
  };
}
