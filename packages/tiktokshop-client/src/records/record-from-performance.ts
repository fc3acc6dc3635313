import type { ShopPerformanceRecord } from "@lendfriend/connector";
import { textOrNull } from "../wire/fields.ts";
import type { WireChatPerformance, WireSalesPerformance, WireShopScore } from "../wire/performance.ts";

/** The official shop score, or nothing while the shop has too few orders for one. */
export function recordFromShopScore(wire: WireShopScore, shopId: string): ShopPerformanceRecord | null {
  const value = textOrNull(wire.sps_score);
  if (value === null || wire.sps_tier === "NIL") return null;
  return {
    kind: "shop_performance",
    shopId,
    measure: "shop_score",
    value,
    currency: null,
    periodEnd: dayOrNull(wire.end_evaluation_time),
  };
}

/** Chat satisfaction in percent, or nothing when nobody chatted. */
export function recordFromChatPerformance(
  wire: WireChatPerformance,
  shopId: string,
  lastDay: string,
): ShopPerformanceRecord | null {
  const value = textOrNull(wire.performance?.satisfaction_percentage);
  if (value === null || wire.performance?.support_session_count === 0) return null;
  return { kind: "shop_performance", shopId, measure: "chat_satisfaction", value, currency: null, periodEnd: lastDay };
}

/** The platform's own sales figure for the whole window. */
export function recordFromSalesPerformance(wire: WireSalesPerformance, shopId: string): ShopPerformanceRecord | null {
  const [interval] = wire.performance?.intervals ?? [];
  const gmv = interval?.sales?.gmv?.overall;
  const value = textOrNull(gmv?.amount);
  if (value === null) return null;
  const periodEnd = dayOrNull(wire.latest_available_date) ?? dayOrNull(interval?.end_date);
  return { kind: "shop_performance", shopId, measure: "gmv", value, currency: textOrNull(gmv?.currency), periodEnd };
}

function dayOrNull(value: string | number | null | undefined): string | null {
  const text = String(value ?? "");
  if (/^\d{10}$/.test(text)) return new Date(Number(text) * 1_000).toISOString().slice(0, 10);
  const day = text.slice(0, 10);
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && isDay(day) ? day : null;
}

/** Whether the calendar has the day: 31 February is in no table either. */
function isDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}
