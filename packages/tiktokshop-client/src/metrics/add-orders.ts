import type { OrderRecord } from "@lendfriend/connector";
import { type Entry, Ledger } from "./ledger.ts";
import { orderKey } from "./order-key.ts";
import type { Periods } from "./periods.ts";
import { exclusionOf } from "./qualify-order.ts";
import type { RefundsByOrder } from "./refunds-by-order.ts";
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
  readonly refunds: RefundsByOrder;
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
    addOrder(pass, order, key, key === previous);
    previous = key;
  }
}

function addOrder(pass: OrderPass, order: OrderRecord, key: string, isDuplicate: boolean): void {
  const { context, tally } = pass;
  const { periods, exchange, whole } = context;
  const merchandise = unitsOrNull(order.merchandiseValue);
  if (merchandise === null) {
    context.notReported.note("merchandise_value", order.id);
    whole.exclude("NOT_REPORTED", order.currency, null, null);
    return;
  }
  const reason = isDuplicate ? "DUPLICATE" : exclusionOf(order, merchandise, periods);
  const inDollars = reason === null ? exchange.toUsd : exchange.peekUsd;
  const grossUsd = inDollars(merchandise, order.currency, order.createTime);
  if (reason === "CANCELLED" && order.cancellationInitiator?.toUpperCase() === "SELLER") tally.sellerFault++;
  if (reason !== null || grossUsd === null) {
    whole.exclude(reason ?? "MISSING_RATE", order.currency, merchandise, grossUsd);
    return;
  }
  const entry = entryOf(pass, order, { key, merchandise, grossUsd });
  tally.ledger.add(entry);
  whole.add(entry);
  tally.itemsSold += order.itemCount;
  countDispatch(tally, order);
  for (const line of order.lines) addLine(pass, order, line);
  const shop = shopBook(tally, order, periods);
  shop.ledger.add(entry);
  context.insights.addSale(entry, shop.region);
}

function entryOf(
  pass: OrderPass,
  order: OrderRecord,
  value: { readonly key: string; readonly merchandise: bigint; readonly grossUsd: bigint },
): Entry {
  const { context, tally, settlement } = pass;
  const { exchange, periods } = context;
  const { currency, createTime } = order;
  const usd = (units: bigint) => exchange.toUsd(units, currency, createTime) ?? 0n;
  const refunds = refundedUnits(pass, order, value);
  const refundsUsd = usd(refunds);
  const isOld = order.deliveryTime !== null && order.deliveryTime < periods.asOf - reconcileAfter;
  const isJudged = settlement.isAvailable && isOld;
  const isUnreconciled = isJudged && !settlement.has(order.shopId, order.id);
  if (isJudged) tally.oldDeliveredUsd += value.grossUsd;
  if (isUnreconciled) tally.unreconciledUsd += value.grossUsd;
  const kept = value.merchandise - refunds;
  const keptUsd = value.grossUsd - refundsUsd;
  return {
    time: createTime,
    currency,
    gross: value.merchandise,
    refunds,
    net: isUnreconciled ? kept / 2n : kept,
    commission: 0n,
    grossUsd: value.grossUsd,
    refundsUsd,
    netUsd: isUnreconciled ? keptUsd / 2n : keptUsd,
    commissionUsd: 0n,
    unitsPerUsd: exchange.unitsPerUsd(currency, createTime) ?? "1",
  };
}

/** At most the order's own value; a refund in another currency than the order's is noted, not converted. */
function refundedUnits(
  pass: OrderPass,
  order: OrderRecord,
  value: { readonly key: string; readonly merchandise: bigint },
): bigint {
  let refunded = 0n;
  for (const refund of pass.refunds.get(value.key) ?? []) {
    const isSame = refund.currency === null || refund.currency === order.currency;
    if (isSame) refunded += refund.units;
    else pass.context.notReported.note("refund_currency", order.id);
  }
  if (refunded < 0n) return 0n;
  return refunded > value.merchandise ? value.merchandise : refunded;
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
  if (usd !== null) tally.products.add(key, line.productName, usd);
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
