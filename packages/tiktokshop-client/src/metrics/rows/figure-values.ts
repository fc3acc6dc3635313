import type { IncomeMetrics, SideMetrics } from "@lendfriend/credit-score";
import type { FirstInsights, Insights } from "../insights.ts";
import { type FigureSide, figureName } from "./figure-name.ts";
import { spreadsOf } from "./spreads-of.ts";

/** What the metrics say of a figure that is a sum or a count; a part that they do not print is null. */
export interface FigureValue {
  readonly count: number | null;
  readonly amount: string | null;
  readonly currency: string | null;
  readonly usd: string | null;
  readonly quantity: number | null;
}

/** Every figure of the metrics and the insights that its rows add up to. */
export function figureValues(
  metrics: IncomeMetrics,
  insights: Insights | FirstInsights | null,
): ReadonlyMap<string, FigureValue> {
  const values = new Map<string, FigureValue>();
  const put = (figure: string, value: Partial<FigureValue>) =>
    values.set(figure, { count: null, amount: null, currency: null, usd: null, quantity: null, ...value });
  const { currency } = metrics;

  put("gross", { amount: metrics.gross, currency });
  put("refunds", { amount: metrics.refunds, currency });
  put("net", { amount: metrics.net, currency, usd: metrics.netUsd, count: metrics.orderCount });
  put("orders", { count: metrics.orderCount });
  put("items", { quantity: metrics.itemsSold });
  put("commission", { amount: metrics.affiliateCommission, currency });
  put("commission_estimated", { amount: metrics.affiliateCommissionEstimated, currency });
  for (const [reason, { count, value, currency: own }] of Object.entries(metrics.excluded)) {
    put(figureName.excluded(reason), { count, amount: value, currency: own ?? currency });
  }
  for (const { field, count } of metrics.notReported) put(figureName.notReported(field), { count });
  for (const own of metrics.byCurrency) {
    const { currency: code, orderCount, net, netUsd } = own;
    put(figureName.currency(code), { count: orderCount, amount: net, currency: code, usd: netUsd });
  }
  for (const { shopId, orderCount, net } of metrics.byShop) {
    put(figureName.shop(shopId), { count: orderCount, amount: net });
  }
  metrics.weekly.forEach(({ orderCount, net, netUsd }, index) => {
    put(figureName.week(index + 1, "all"), { count: orderCount, amount: net, currency, usd: netUsd });
  });
  metrics.blocks.forEach(({ orderCount, net, netUsd }, index) => {
    put(figureName.block(index + 1, "all"), { count: orderCount, amount: net, currency, usd: netUsd });
  });
  if (metrics.reconciliation.status === "available") {
    const { oldDeliveredUsd, unreconciledUsd } = metrics.reconciliation;
    put("old_delivered", { amount: oldDeliveredUsd, currency: "USD", usd: oldDeliveredUsd });
    put("old_unreconciled", { amount: unreconciledUsd, currency: "USD", usd: unreconciledUsd });
  }
  if (metrics.seller !== null) putSide(put, metrics.seller);
  if (metrics.creator !== null) putSide(put, metrics.creator);
  if (insights !== null) putInsights(put, insights);
  return values;
}

type Put = (figure: string, value: Partial<FigureValue>) => void;

function putSide(put: Put, side: SideMetrics): void {
  const { account } = side;
  putCounts(put, account, side.weeklyOrders);
  for (const index of [0, 1, 2]) {
    const count = side.currencies.reduce((sum, own) => sum + (own.blocks[index]?.orderCount ?? 0), 0);
    put(figureName.block(index + 1, account), { count });
  }
  if (account !== "seller") return;
  if (side.dispatch.status === "available") {
    put("dispatch_measured", { count: side.dispatch.measured });
    put("dispatch_late", { count: side.dispatch.late });
  }
  if (side.cancellations.status === "available") put("seller_fault", { count: side.cancellations.sellerFault });
  if (side.launches.status === "available") put("launches", { count: side.launches.products });
}

function putCounts(put: Put, side: FigureSide, counts: readonly number[]): void {
  counts.forEach((count, index) => {
    put(figureName.week(index + 1, side), { count });
  });
}

function putInsights(put: Put, insights: Insights | FirstInsights): void {
  for (const { spread, parts } of spreadsOf(insights)) {
    for (const { key, isRest, currency, count, net, netUsd } of parts) {
      const figure = isRest ? figureName.rest(spread, currency) : figureName.part(spread, currency, key);
      put(figure, { count, amount: net, currency, usd: netUsd });
    }
  }
}
