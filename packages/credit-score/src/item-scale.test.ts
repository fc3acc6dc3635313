import { expect, it } from "vitest";
import { thresholdOf, unitOf } from "./item-scale.ts";
import { ttshop1 } from "./ttshop1.ts";

it.each([
  ["monthly_revenue", "usd_month", 20_000],
  ["order_frequency", "share", 0.916667],
  ["order_regularity", "ratio", 0.25],
  ["revenue_stability", "share", 0.1],
  ["account_age", "months", 12],
  ["seller_type", "ratio", 1],
  ["refund_rate", "share", 0.02],
  ["on_time_dispatch", "share", 0.04],
  ["seller_cancellations", "share", 0.01],
  ["customer_satisfaction", "ratio", null],
  ["platform_standing", "ratio", 1],
  ["revenue_growth", "share", 0.3],
  ["order_growth", "share", 0.3],
  ["product_launches", "count", 3],
  ["market_expansion", "share", 0.05],
  ["affiliate_network", "share", 0.3],
] as const)("%s is told as %s and full at %d", (code, unit, threshold) => {
  expect([unitOf(code), thresholdOf(code, ttshop1)]).toEqual([unit, threshold]);
});
