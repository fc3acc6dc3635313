import type { OrderRecord } from "@lendfriend/connector";
import { daySeconds, type Periods } from "./periods.ts";

const sellingStatuses: ReadonlySet<string> = new Set([
  "AWAITING_SHIPMENT",
  "PARTIALLY_SHIPPING",
  "AWAITING_COLLECTION",
  "IN_TRANSIT",
  "DELIVERED",
  "COMPLETED",
]);

export type OrderExclusion =
  | "DUPLICATE"
  | "OUT_OF_WINDOW"
  | "UNPAID"
  | "ON_HOLD"
  | "CANCELLED"
  | "SAMPLE"
  | "REPLACEMENT"
  | "EXCHANGE"
  | "GIFT_ONLY"
  | "COD_UNDELIVERED"
  | "FUTURE"
  | "UNKNOWN_STATUS"
  | "MISSING_RATE";

/**
 * Why an order does not count, or null when it qualifies (score model §2). The first matching reason wins, the window
 * before all others; an order more than a day ahead of `asOf` is FUTURE rather than outside the window.
 */
export function exclusionOf(order: OrderRecord, merchandiseUnits: bigint, periods: Periods): OrderExclusion | null {
  const { status } = order;
  const isFuture = order.createTime > periods.asOf + daySeconds;
  const isInside = order.createTime >= periods.from && order.createTime < periods.asOf;
  if (!isInside && !isFuture) return "OUT_OF_WINDOW";

  const isSelling = sellingStatuses.has(status);
  const isHandedOver = status === "DELIVERED" || status === "COMPLETED";
  if (status === "UNPAID" || (isSelling && order.paidTime === null && !order.isCod)) return "UNPAID";
  if (status === "ON_HOLD") return "ON_HOLD";
  if (status === "CANCELLED") return "CANCELLED";
  if (order.isSample) return "SAMPLE";
  if (order.isReplacement) return "REPLACEMENT";
  if (order.isExchange) return "EXCHANGE";
  if (merchandiseUnits <= 0n) return "GIFT_ONLY";
  if (isSelling && order.paidTime === null && !isHandedOver) return "COD_UNDELIVERED";
  if (isFuture) return "FUTURE";
  return isSelling ? null : "UNKNOWN_STATUS";
}
