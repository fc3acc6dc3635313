import type { ShopPerformanceRecord } from "@lendfriend/connector";
import { unitsOrNull } from "../units-or-null.ts";
import { type MetricRow, metricRow } from "./metric-row.ts";

/** One official measure of a shop. Which of them decides is the lowest of the better kind, so no row counts alone. */
export function performanceRow({ shopId, measure, value, currency }: ShopPerformanceRecord): MetricRow {
  const isSatisfaction = measure === "shop_score" || measure === "chat_satisfaction";
  return metricRow({
    kind: "performance",
    shopId,
    id: measure,
    at: null,
    currency,
    amount: unitsOrNull(value),
    figures: isSatisfaction ? ["satisfaction"] : [],
    reason: isSatisfaction ? null : "NOT_SATISFACTION",
  });
}
