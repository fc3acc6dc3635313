import { decimalFromUnits, type OrderRecord } from "@lendfriend/connector";
import type { Concentration, Reconciliation, SideMetrics } from "@lendfriend/credit-score";
import { ConcentrationSum } from "./concentration.ts";
import type { Exchange } from "./exchange.ts";
import { type Entry, type Ledger, Ledger as SumLedger } from "./ledger.ts";
import { marketsOf } from "./market-expansion.ts";
import type { NotReported } from "./not-reported.ts";
import { orderKey } from "./order-key.ts";
import { type Periods, spanOf } from "./periods.ts";
import { exclusionOf } from "./qualify-order.ts";
import { type RefundsByOrder, refundsByOrder } from "./refunds-by-order.ts";
import { satisfactionOf } from "./satisfaction.ts";
import { readNetwork } from "./seller-network.ts";
import { medianDays, readSettledOrders, reconcileAfter, type SettledOrders } from "./settled-orders.ts";
import { byShopId, type ShopBook, shopSums } from "./shop-book.ts";
import type { ConnectionIncome, MetricsSource } from "./source.ts";
import { measureOf, unmeasuredStage } from "./stage-measure.ts";
import { standingMeasure, standingOf } from "./standing.ts";
import { unitsOrNull } from "./units-or-null.ts";

/** What the shops of one borrower come down to. */
export interface SellerSide {
  readonly metrics: SideMetrics;
  /** Sums over the side's own periods. */
  readonly ledger: Ledger;
  readonly itemsSold: number;
  readonly byShop: readonly ReturnType<typeof shopSums>[];
  readonly byProduct: Concentration;
  readonly byCreator: Concentration;
  readonly reconciliation: Reconciliation;
  readonly medianDaysToCash: number | null;
  readonly shopRating: string | null;
}

export interface SellerContext {
  readonly source: MetricsSource;
  readonly connections: readonly ConnectionIncome[];
  readonly periods: Periods;
  /** Every qualifying order goes here as well: the borrower's sums over both sides. */
  readonly whole: Ledger;
  readonly exchange: Exchange;
  readonly notReported: NotReported;
  readonly firstActivity: number | null;
  /** Called with each order id, so that commission on one's own sales can be told apart. */
  readonly onOwnOrder: (orderId: string) => void;
}

interface Tally {
  readonly ledger: Ledger;
  readonly shops: Map<string, ShopBook>;
  readonly products: ConcentrationSum;
  readonly firstSaleOf: Map<string, number>;
  itemsSold: number;
  measuredDispatch: number;
  lateDispatch: number;
  sellerFault: number;
  oldDeliveredUsd: bigint;
  unreconciledUsd: bigint;
}

/** Reads the shops' rows once and sums them (score model §2, §3, §5). */
export async function sellerSide(context: SellerContext): Promise<SellerSide> {
  const { source, connections, periods } = context;
  const tally = emptyTally(periods);
  const settled = new Map<string, SettledOrders>();
  for (const connection of connections) {
    const refunds = await refundsByOrder(source.read(connection.id, "return"), context.notReported);
    const settlement = await readSettledOrders(source, connection);
    settled.set(connection.id, settlement);
    await addOrders({ context, tally, connection, refunds, settlement });
  }
  const network = await readNetwork(context);
  const { satisfaction, rating } = await satisfactionOf(source, connections);
  const total = tally.ledger.total();
  const isReconcilable = [...settled.values()].some(({ isAvailable }) => isAvailable);
  return {
    metrics: {
      account: "seller",
      firstActivityAt: context.firstActivity,
      observedDays: periods.observedDays,
      orderCount: total.orders,
      netUsd: decimalFromUnits(total.netUsd),
      weeklyOrders: tally.ledger.weeklyOrders(),
      currencies: tally.ledger.sideCurrencies(),
      sellerType: connections.some(isIndividual) ? "individual" : "business",
      refunds: measureOf(unmeasuredStage(connections, "returns", "TikTok Shop lists no returns for this account."), {
        refundedUsd: decimalFromUnits(total.refundsUsd),
        baseUsd: decimalFromUnits(total.grossUsd),
      }),
      dispatch: { status: "available", late: tally.lateDispatch, measured: tally.measuredDispatch },
      cancellations: { status: "available", sellerFault: tally.sellerFault },
      satisfaction,
      standing: standingMeasure(
        await standingOf(source, connections, periods),
        unmeasuredStage(connections, "statements", "TikTok Shop lists no payments for this account."),
      ),
      launches: measureOf(unmeasuredStage(connections, "products", "TikTok Shop lists no products for this account."), {
        products: await countLaunches(context, tally),
      }),
      markets: { status: "available", ...marketsOf(tally.shops) },
      affiliates: measureOf(
        unmeasuredStage(connections, "commissions", "TikTok Shop has no affiliate programme in this market."),
        network.counts,
      ),
    },
    ledger: tally.ledger,
    itemsSold: tally.itemsSold,
    byShop: [...tally.shops.values()].sort(byShopId).map(shopSums),
    byProduct: tally.products.result(),
    byCreator: network.creators,
    reconciliation: isReconcilable
      ? {
          status: "available",
          oldDeliveredUsd: decimalFromUnits(tally.oldDeliveredUsd),
          unreconciledUsd: decimalFromUnits(tally.unreconciledUsd),
        }
      : { status: "unavailable" },
    medianDaysToCash: medianDays([...settled.values()].map((orders) => orders.secondsToCash())),
    shopRating: rating,
  };
}

interface OrderPass {
  readonly context: SellerContext;
  readonly tally: Tally;
  readonly connection: ConnectionIncome;
  readonly refunds: RefundsByOrder;
  readonly settlement: SettledOrders;
}

async function addOrders(pass: OrderPass): Promise<void> {
  const { context, tally, connection } = pass;
  for (const shop of connection.shops) {
    tally.shops.set(shop.id, tally.shops.get(shop.id) ?? { ...shop, ledger: new SumLedger(context.periods) });
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
  shopBook(tally, order, periods).ledger.add(entry);
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

function countDispatch(tally: Tally, order: OrderRecord): void {
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

function shopBook(tally: Tally, order: OrderRecord, periods: Periods): ShopBook {
  const known = tally.shops.get(order.shopId);
  if (known) return known;
  const book = {
    id: order.shopId,
    name: order.shopId,
    region: "",
    firstActivity: null,
    ledger: new SumLedger(periods),
  };
  tally.shops.set(order.shopId, book);
  return book;
}

/** Products created in the window whose first qualifying sale is in the newest block. */
async function countLaunches(context: SellerContext, tally: Tally): Promise<number> {
  const { source, connections, periods } = context;
  const launched = new Set<string>();
  for (const connection of connections) {
    for await (const product of source.read(connection.id, "product")) {
      const key = orderKey(product.shopId, product.id);
      const sale = tally.firstSaleOf.get(key);
      const isNew = product.createTime >= periods.from && product.createTime < periods.asOf;
      if (isNew && sale !== undefined && spanOf(periods.blockEdges, sale) === 2) launched.add(key);
    }
  }
  return launched.size;
}

function isIndividual(connection: ConnectionIncome): boolean {
  return connection.shops.some(({ sellerType }) => /individual/i.test(sellerType));
}

function emptyTally(periods: Periods): Tally {
  return {
    ledger: new SumLedger(periods),
    shops: new Map(),
    products: new ConcentrationSum(),
    firstSaleOf: new Map(),
    itemsSold: 0,
    measuredDispatch: 0,
    lateDispatch: 0,
    sellerFault: 0,
    oldDeliveredUsd: 0n,
    unreconciledUsd: 0n,
  };
}
