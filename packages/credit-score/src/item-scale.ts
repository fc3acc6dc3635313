import { firstEdge, lastEdge } from "./curve.ts";
import type { ItemCode, ItemUnit } from "./score-report.ts";
import type { ScoreModel } from "./ttshop1.ts";

/** The unit in which an item's value and threshold are told. */
export function unitOf(code: ItemCode): ItemUnit {
  return units[code];
}

/** The value at which an item earns all its points; null where no single value does. */
export function thresholdOf(code: ItemCode, model: ScoreModel): number | null {
  const known = thresholdsOf.get(model) ?? thresholdsIn(model);
  thresholdsOf.set(model, known);
  return known[code];
}

type Thresholds = Readonly<Record<ItemCode, number | null>>;

/** What-ifs and the way to the next tier ask a thousand times of one model. */
const thresholdsOf = new WeakMap<ScoreModel, Thresholds>();

function thresholdsIn(model: ScoreModel): Thresholds {
  const { consistency, reliability, growth } = model;
  return {
    monthly_revenue: lastEdge(model.revenue.curve),
    order_frequency: Number(consistency.activeWeekShare.toFixed(6)),
    order_regularity: firstEdge(consistency.regularity),
    revenue_stability: consistency.tolerableDrop,
    account_age: lastEdge(consistency.ageMonths),
    seller_type: 1,
    refund_rate: firstEdge(reliability.refunds.curve),
    on_time_dispatch: firstEdge(reliability.dispatch.curve),
    seller_cancellations: firstEdge(reliability.cancellations.curve),
    customer_satisfaction: null,
    platform_standing: 1,
    revenue_growth: lastEdge(growth.curve),
    order_growth: lastEdge(growth.curve),
    product_launches: lastEdge(growth.launches),
    market_expansion: growth.newMarketShare,
    affiliate_network: lastEdge(growth.curve),
  };
}

const units: Readonly<Record<ItemCode, ItemUnit>> = {
  monthly_revenue: "usd_month",
  order_frequency: "share",
  order_regularity: "ratio",
  revenue_stability: "share",
  account_age: "months",
  seller_type: "ratio",
  refund_rate: "share",
  on_time_dispatch: "share",
  seller_cancellations: "share",
  customer_satisfaction: "ratio",
  platform_standing: "ratio",
  revenue_growth: "share",
  order_growth: "share",
  product_launches: "count",
  market_expansion: "share",
  affiliate_network: "share",
};
