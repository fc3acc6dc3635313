import { orderKey } from "./order-key.ts";
import { daySeconds } from "./periods.ts";
import type { ConnectionIncome, MetricsSource } from "./source.ts";

/** Which orders of one connection the platform's finance lists know, and how long money took to arrive. */
export interface SettledOrders {
  /** False when settlements were not granted or named no order: then no order is judged. */
  readonly isAvailable: boolean;
  readonly keys: ReadonlySet<string>;
  /** Days from an order to the payment that carried its settlement, unsorted. */
  readonly daysToCash: readonly number[];
}

/** Joins settlements and the unsettled list to orders, and settlements to payments through their statements. */
export async function readSettledOrders(source: MetricsSource, connection: ConnectionIncome): Promise<SettledOrders> {
  const paidAt = new Map<string, number>();
  for await (const statement of source.read(connection.id, "statement")) {
    if (statement.paymentTime !== null) paidAt.set(`${statement.shopId} ${statement.id}`, statement.paymentTime);
  }
  const keys = new Set<string>();
  const daysByOrder = new Map<string, number>();
  for await (const row of source.read(connection.id, "settlement")) {
    if (row.orderId === null) continue;
    const key = orderKey(row.shopId, row.orderId);
    keys.add(key);
    const paid = paidAt.get(`${row.shopId} ${row.statementId}`);
    if (paid === undefined || row.orderCreateTime === null || row.type.toUpperCase() !== "ORDER") continue;
    const days = (paid - row.orderCreateTime) / daySeconds;
    daysByOrder.set(key, Math.min(days, daysByOrder.get(key) ?? Number.POSITIVE_INFINITY));
  }
  const isAvailable = keys.size > 0;
  for await (const row of source.read(connection.id, "unsettled")) {
    if (row.orderId !== null) keys.add(orderKey(row.shopId, row.orderId));
  }
  return { isAvailable, keys, daysToCash: [...daysByOrder.values()] };
}

/** The middle value with one decimal, or null of nothing. */
export function medianDays(days: readonly number[]): number | null {
  if (days.length === 0) return null;
  const sorted = [...days].sort((left, right) => left - right);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  const median = sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
  return Math.round(median * 10) / 10;
}
