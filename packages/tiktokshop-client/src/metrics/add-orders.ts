import type { OrderRecord } from "@lendfriend/connector";
import { type Entry, Ledger } from "./ledger.ts";
import { orderKey } from "./order-key.ts";
import type { OrderRefunds } from "./order-refunds.ts";
import type { Periods } from "./periods.ts";
import { exclusionOf } from "./qualify-order.ts";
import { countedOrderRow, excludedOrderRow, orderLineRow } from "./rows/order-rows.ts";
import type { SellerContext } from "./seller-context.ts";
import type { SellerTally } from "./seller-tally.ts";
import { reconcileAfter, type SettledOrders } from "./settled-orders.ts";
import type { ShopBook } from "./shop-book.ts";
import type { ConnectionIncome } from "./source.ts";
import { unitsOrNull } from "./units-or-null.ts";

export interface OrderPass {
  readonly context: SellerContext;
  readonly tally: SellerTally;
  readonly connection: ConnectionIncome;
  readonly refunds: OrderRefunds;
  readonly settlement: SettledOrders;
}

export async function addOrders(pass: OrderPass): Promise<void> {
  const { context, tally, connection } = pass;
  for (const shop of connection.shops) {
    tally.shops.set(shop.id, tally.shops.get(shop.id) ?? { ...shop, ledger: new Ledger(context.periods) });
  }
  let previous: string | null = null;
  for await (const order of context.source.read(connection.id, "order")) {
    const key = orderKey(order.shopId, order.id);
    context.onOwnOrder(order.id);
    addOrder(pass, order, { key, isDuplicate: key === previous });
    previous = key;
  }
  pass.refunds.close();
}

function addOrder(
  pass: OrderPass,
  order: OrderRecord,
  { key, isDuplicate }: { readonly key: string; readonly isDuplicate: boolean },
): void {
  const { context, tally } = pass;
  const { periods, exchange, whole } = context;
  const merchandise = unitsOrNull(order.merchandiseValue);
  if (merchandise === null) {
    if (!isDuplicate) context.notReported.note("merchandise_value", order.id);
    exclude(pass, order, { reason: isDuplicate ? "DUPLICATE" : "NOT_REPORTED", amount: null, amountUsd: null });
    return;
  }
  const reason = isDuplicate ? "DUPLICATE" : exclusionOf(order, merchandise, periods);
  const inDollars = reason === null ? exchange.toUsd : exchange.peekUsd;
  const grossUsd = inDollars(merchandise, order.currency, order.createTime);
  if (reason !== null || grossUsd === null) {
    exclude(pass, order, { reason: reason ?? "MISSING_RATE", amount: merchandise, amountUsd: grossUsd });
    return;
  }
  const reconciled = reconciledState(pass, order);
  const entry = entryOf(pass, order, { key, merchandise, grossUsd, isHalved: reconciled === "unreconciled" });
  if (reconciled !== null) tally.oldDeliveredUsd += grossUsd;
  if (reconciled === "unreconciled") tally.unreconciledUsd += grossUsd;
  tally.ledger.add(entry);
  whole.add(entry);
  tally.itemsSold += order.itemCount;
  countDispatch(tally, order);
  for (const line of order.lines) addLine(pass, order, line);
  const shop = shopBook(tally, order, periods);
  shop.ledger.add(entry);
  context.insights.addSale(entry, shop.region);
  context.rows?.(
    countedOrderRow(order, entry, { whole: whole.periods, own: periods, region: shop.region, reconciled }),
  );
}

function exclude(
  { context, tally }: OrderPass,
  order: OrderRecord,
  value: { readonly reason: string; readonly amount: bigint | null; readonly amountUsd: bigint | null },
): void {
  const isSellerFault = value.reason === "CANCELLED" && order.cancellationInitiator?.toUpperCase() === "SELLER";
  if (isSellerFault) tally.sellerFault++;
  context.whole.exclude(value.reason, order.currency, value.amount, value.amountUsd);
  context.rows?.(excludedOrderRow(order, value, isSellerFault));
}

/** Whether an order that must be settled by now is; null of one that is not old, or where no order is judged. */
function reconciledState({ context, settlement }: OrderPass, order: OrderRecord): "reconciled" | "unreconciled" | null {
  const isOld = order.deliveryTime !== null && order.deliveryTime < context.periods.asOf - reconcileAfter;
  if (!isOld || !settlement.judges(order.shopId)) return null;
  return settlement.has(order.shopId, order.id) ? "reconciled" : "unreconciled";
}

function entryOf(
  pass: OrderPass,
  order: OrderRecord,
  value: {
    readonly key: string;
    readonly merchandise: bigint;
    readonly grossUsd: bigint;
    readonly isHalved: boolean;
  },
): Entry {
  const { exchange } = pass.context;
  const { currency, createTime } = order;
  const usd = (units: bigint) => exchange.toUsd(units, currency, createTime) ?? 0n;
  const refunds = pass.refunds.take(value.key, order, value.merchandise);
  const refundsUsd = usd(refunds);
  const kept = value.merchandise - refunds;
  const keptUsd = value.grossUsd - refundsUsd;
  return {
    time: createTime,
    currency,
    gross: value.merchandise,
    refunds,
    net: value.isHalved ? kept / 2n : kept,
    commission: 0n,
    grossUsd: value.grossUsd,
    refundsUsd,
    netUsd: value.isHalved ? keptUsd / 2n : keptUsd,
    commissionUsd: 0n,
    unitsPerUsd: exchange.unitsPerUsd(currency, createTime) ?? "1",
  };
}

function countDispatch(tally: SellerTally, order: OrderRecord): void {
  if (order.rtsTime === null || order.rtsSlaTime === null) return;
  tally.measuredDispatch++;
  if (order.rtsTime > order.rtsSlaTime) tally.lateDispatch++;
}

function addLine(pass: OrderPass, order: OrderRecord, line: OrderRecord["lines"][number]): void {
  const { tally, context } = pass;
  const key = orderKey(order.shopId, line.productId);
  const first = tally.firstSaleOf.get(key);
  if (first === undefined || order.createTime < first) tally.firstSaleOf.set(key, order.createTime);
  const units = unitsOrNull(line.value);
  const usd = units === null ? null : context.exchange.toUsd(units, order.currency, order.createTime);
  if (units === null || usd === null) return;
  tally.products.add(key, line.productName, usd);
  if (context.rows === null) return;
  const unitsPerUsd = context.exchange.unitsPerUsd(order.currency, order.createTime);
  context.rows(orderLineRow(order, line, { units, usd, unitsPerUsd }));
}

function shopBook(tally: SellerTally, order: OrderRecord, periods: Periods): ShopBook {
  const known = tally.shops.get(order.shopId);
  if (known) return known;
  const book = {
    id: order.shopId,
    name: order.shopId,
    region: "",
    firstActivity: null,
    ledger: new Ledger(periods),
  };
  tally.shops.set(order.shopId, book);
  return book;
}
