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
    monthly_revenue: model.revenue.curve.at(-1)?.[0] ?? null,
    order_frequency: Number(consistency.activeWeekShare.toFixed(6)),
    order_regularity: consistency.regularity[0]?.[0] ?? null,
    revenue_stability: consistency.tolerableDrop,
    account_age: consistency.ageMonths.at(-1)?.[0] ?? null,
    seller_type: 1,
    refund_rate: reliability.refunds.curve[0]?.[0] ?? null,
    on_time_dispatch: reliability.dispatch.curve[0]?.[0] ?? null,
    seller_cancellations: reliability.cancellations.curve[0]?.[0] ?? null,
    customer_satisfaction: null,
    platform_standing: 1,
    revenue_growth: growth.curve.at(-1)?.[0] ?? null,
    order_growth: growth.curve.at(-1)?.[0] ?? null,
    product_launches: growth.launches.at(-1)?.[0] ?? null,
    market_expansion: growth.newMarketShare,
    affiliate_network: growth.curve.at(-1)?.[0] ?? null,
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
