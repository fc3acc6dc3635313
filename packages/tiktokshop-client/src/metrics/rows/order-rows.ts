import type { OrderRecord } from "@lendfriend/connector";
import type { Entry } from "../ledger.ts";
import { orderKey } from "../order-key.ts";
import type { Periods } from "../periods.ts";
import { figureName, figuresOfEntry } from "./figure-name.ts";
import { type MetricRow, metricRow } from "./metric-row.ts";

/** An order that does not count, and where it shows all the same. */
export function excludedOrderRow(
  order: OrderRecord,
  value: { readonly reason: string; readonly amount: bigint | null; readonly amountUsd: bigint | null },
  isSellerFault: boolean,
): MetricRow {
  const figures = [figureName.excluded(value.reason)];
  if (isSellerFault) figures.push("seller_fault");
  if (value.reason === "NOT_REPORTED") figures.push(figureName.notReported("merchandise_value"));
  return metricRow({ ...identity(order), ...value, figures });
}

/** An order that counts, with every figure that it is in. */
export function countedOrderRow(
  order: OrderRecord,
  entry: Entry,
  facts: {
    readonly whole: Periods;
    readonly own: Periods;
    readonly region: string;
    readonly reconciled: "reconciled" | "unreconciled" | null;
  },
): MetricRow {
  const figures = figuresOfEntry(entry, { ...facts, side: "seller" });
  figures.push("gross", "items", figureName.shop(order.shopId));
  figures.push(figureName.part("market", entry.currency, facts.region === "" ? null : facts.region));
  if (order.rtsTime !== null && order.rtsSlaTime !== null) {
    figures.push("dispatch_measured");
    if (order.rtsTime > order.rtsSlaTime) figures.push("dispatch_late");
  }
  if (facts.reconciled !== null) figures.push("old_delivered");
  if (facts.reconciled === "unreconciled") figures.push("old_unreconciled");
  return metricRow({
    ...identity(order),
    amount: entry.gross,
    amountUsd: entry.grossUsd,
    counted: entry.net,
    countedUsd: entry.netUsd,
    unitsPerUsd: entry.unitsPerUsd,
    quantity: order.itemCount,
    figures,
  });
}

/** One line of an order that counts: what it adds to its product. */
export function orderLineRow(
  order: OrderRecord,
  line: { readonly productId: string; readonly productName: string },
  value: { readonly units: bigint; readonly usd: bigint; readonly unitsPerUsd: string | null },
): MetricRow {
  const key = orderKey(order.shopId, line.productId);
  return metricRow({
    kind: "order_line",
    shopId: order.shopId,
    id: line.productId,
    orderId: order.id,
    label: line.productName,
    at: order.createTime,
    currency: order.currency,
    amount: value.units,
    amountUsd: value.usd,
    counted: value.units,
    countedUsd: value.usd,
    unitsPerUsd: value.unitsPerUsd,
    figures: [figureName.product(key)],
  });
}

function identity({ id, shopId, currency, createTime }: OrderRecord) {
  return { kind: "order", id, shopId, currency, at: createTime } as const;
}
