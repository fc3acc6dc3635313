import { type CommissionRecord, decimalFromUnits } from "@lendfriend/connector";
import type { Concentration, IncomeMetrics } from "@lendfriend/credit-score";
import { type CreatorSide, creatorSide } from "./creator-side.ts";
import { createExchange } from "./exchange.ts";
import { excludeTwins } from "./exclude-twins.ts";
import { firstActivityOf } from "./first-activity.ts";
import { InsightsBook } from "./insights.ts";
import { Ledger, roundedRatio } from "./ledger.ts";
import { NotReported } from "./not-reported.ts";
import { periodsOf, windowDays } from "./periods.ts";
import type { RowSink } from "./rows/metric-row.ts";
import { type SellerSide, sellerSide } from "./seller-side.ts";
import { ShopOwners } from "./shop-owners.ts";
import type { ConnectionIncome, MetricsSource } from "./source.ts";

const nothing: Concentration = { hhi: null, count: 0, largest: [] };

/**
 * Brings a wallet's imported rows down to what the score reads (score model §1–§3, §7). Streams orders and commissions; holds
 * ids of settled orders, returns, and ids of the orders that a hybrid's creators were commissioned for. Pure but for `source.read`: the order of the rows changes nothing.
 * What counts is handed to `insights` as well, for figures beside the score. `rows` takes each row behind the figures, counted or not,
 * and which figures it is in; without it no row is made.
 */
export async function incomeMetrics(
  source: MetricsSource,
  insights = new InsightsBook(),
  rows: RowSink | null = null,
): Promise<IncomeMetrics> {
  const sellers = connectionsOf(source, "seller");
  const creators = connectionsOf(source, "creator");
  const sellerSince = await firstActivityOf(source, sellers);
  const creatorSince = await firstActivityOf(source, creators);
  const periods = periodsOf(source.asOf, earliest(sellerSince, creatorSince));
  const whole = new Ledger(periods);
  const exchange = createExchange(source.rates);
  const notReported = new NotReported();
  const shared = { source, whole, exchange, notReported, insights, rows };
  const owners = new ShopOwners(sellers);

  const ownOrders = new Set<string>();
  const promoted = sellers.length > 0 ? await orderIdsOf(source, creators) : new Set<string>();
  const seller =
    sellers.length === 0
      ? null
      : await sellerSide({
          ...shared,
          source: { ...source, read: (id, kind) => owners.ownRows(id, source.read(id, kind)) },
          connections: sellers.map((connection) => owners.own(connection)),
          periods: periodsOf(source.asOf, sellerSince),
          firstActivity: sellerSince,
          onOwnOrder: (orderId) => {
            if (promoted.has(orderId)) ownOrders.add(orderId);
          },
        });
  await excludeTwins({ ...shared, connections: sellers, owners });
  const ownShops = new Set(sellers.flatMap(({ shops }) => shops.map(({ name }) => nameKey(name))));
  const creator =
    creators.length === 0
      ? null
      : await creatorSide({
          ...shared,
          connections: creators,
          periods: periodsOf(source.asOf, creatorSince),
          firstActivity: creatorSince,
          isOwnSale: (line) => isOwnSale(line, ownOrders, ownShops),
        });
  return assemble({ source, whole, seller, creator, notReported, missing: exchange.missing() });
}

interface Parts {
  readonly source: MetricsSource;
  readonly whole: Ledger;
  readonly seller: SellerSide | null;
  readonly creator: CreatorSide | null;
  readonly notReported: NotReported;
  readonly missing: readonly string[];
}

function assemble({ source, whole, seller, creator, notReported, missing }: Parts): IncomeMetrics {
  const { periods } = whole;
  const currencies = whole.currencies();
  const currency = (currencies.length === 1 ? currencies[0] : undefined) ?? "USD";
  const gross = whole.amount(currency, "gross");
  const net = whole.amount(currency, "net");
  const total = whole.total();
  return {
    schema: 1,
    asOf: source.asOf,
    window: { from: periods.from, to: source.asOf, days: windowDays },
    observedDays: periods.observedDays,
    blockDays: periods.blockDays,
    currency,
    gross: decimalFromUnits(gross),
    refunds: decimalFromUnits(whole.amount(currency, "refunds")),
    net: decimalFromUnits(net),
    monthlyNet: roundedRatio(net, 30, Math.max(30, periods.observedDays)),
    netUsd: decimalFromUnits(total.netUsd),
    orderCount: total.orders,
    itemsSold: seller?.itemsSold ?? 0,
    averageOrderValue: roundedRatio(gross, 1, seller?.metrics.orderCount ?? 0),
    affiliateCommission: decimalFromUnits(whole.amount(currency, "commission")),
    affiliateCommissionEstimated: decimalFromUnits(estimatedIn(creator, currency, currencies)),
    commissionReversalRate: creator?.reversalRate ?? 0,
    excluded: whole.excluded(currency),
    weekly: whole.weekly(currency),
    blocks: whole.blocks(currency),
    byCurrency: whole.byCurrency(),
    byShop: (seller?.byShop ?? []).map(({ shop, currency: own }) => (own === currency ? shop.native : shop.usd)),
    byProduct: seller?.byProduct ?? creator?.byProduct ?? nothing,
    byCreator: seller?.byCreator ?? nothing,
    medianDaysToCash: seller?.medianDaysToCash ?? null,
    shopRating: seller?.shopRating ?? null,
    seller: seller?.metrics ?? null,
    creator: creator?.metrics ?? null,
    reconciliation: seller?.reconciliation ?? { status: "unavailable" },
    exchangeRates: { ...source.rates.describe(), missing },
    notReported: notReported.list(),
    provisional: [...source.provisional],
  };
}

function connectionsOf(source: MetricsSource, account: ConnectionIncome["account"]): readonly ConnectionIncome[] {
  return source.connections
    .filter((connection) => connection.account === account)
    .sort((left, right) => (left.id < right.id ? -1 : 1));
}

function earliest(left: number | null, right: number | null): number | null {
  if (left === null || right === null) return left ?? right;
  return Math.min(left, right);
}

/** Orders that the creators were commissioned for: of a hybrid's own orders only these need to be known. */
async function orderIdsOf(source: MetricsSource, creators: readonly ConnectionIncome[]): Promise<ReadonlySet<string>> {
  const ids = new Set<string>();
  for (const { id } of creators) {
    for await (const line of source.read(id, "commission")) ids.add(line.orderId);
  }
  return ids;
}

function isOwnSale(line: CommissionRecord, ownOrders: ReadonlySet<string>, ownShops: ReadonlySet<string>): boolean {
  return ownOrders.has(line.orderId) || (line.shopName !== null && ownShops.has(nameKey(line.shopName)));
}

function nameKey(name: string): string {
  return name.trim().toLowerCase();
}

function estimatedIn(creator: CreatorSide | null, currency: string, currencies: readonly string[]): bigint {
  if (creator === null) return 0n;
  return currencies.length === 1 ? (creator.estimated.byCurrency.get(currency) ?? 0n) : creator.estimated.usd;
}
