import type { IncomeMetrics, SideCurrency, SideMetrics } from "../income-metrics.ts";
import { decimalOf } from "../rescale.ts";

/** 2026-11-22 12:00:00 UTC. */
export const exampleAsOf = 1_795_348_800;
const day = 86_400;

/** One currency with the given nets per block; sales equal the nets unless told, orders are spread evenly. */
export function exampleCurrency(
  change: Partial<SideCurrency> & { readonly nets?: readonly number[] } = {},
): SideCurrency {
  const { nets = [4_750, 4_750, 4_750], ...own } = change;
  const net = decimalOf(nets.reduce((sum, amount) => sum + amount, 0));
  const orderCount = own.orderCount ?? 150;
  return {
    currency: "USD",
    orderCount,
    net,
    netUsd: net,
    openingUnitsPerUsd: "1",
    weeklyOrders: Array.from({ length: 12 }, () => orderCount / 12),
    blocks: nets.map((amount) => ({ orderCount: orderCount / 3, gross: decimalOf(amount), net: decimalOf(amount) })),
    ...own,
  };
}

/** A two-year-old US shop: 150 orders of $100, 5 % refunded, 3 late, 1 cancelled, no official score. */
export function exampleSeller(change: Partial<SideMetrics> = {}): SideMetrics {
  const currencies = change.currencies ?? [exampleCurrency()];
  return {
    account: "seller",
    firstActivityAt: exampleAsOf - 730 * day,
    observedDays: 90,
    orderCount: currencies.reduce((sum, currency) => sum + currency.orderCount, 0),
    netUsd: sumUsd(currencies),
    weeklyOrders: currencies[0]?.weeklyOrders ?? [],
    currencies,
    sellerType: "business",
    refunds: { status: "available", refundedUsd: "750", baseUsd: "15000" },
    dispatch: { status: "available", late: 3, measured: 150 },
    cancellations: { status: "available", sellerFault: 1 },
    satisfaction: { status: "unavailable_platform", explanation: "The platform gives no shop score here." },
    standing: { status: "available", state: "good" },
    launches: { status: "available", products: 0 },
    markets: { status: "available", regions: 1, newRegionShare: 0 },
    affiliates: { status: "available", firstBlock: 4, lastBlock: 5 },
    ...change,
  };
}

/** A creator of 200 settled lines worth $4,500. */
export function exampleCreator(change: Partial<SideMetrics> = {}): SideMetrics {
  const currencies = change.currencies ?? [exampleCurrency({ nets: [1_500, 1_500, 1_500], orderCount: 200 })];
  const explanation = "Creators do not ship or list products.";
  return {
    ...exampleSeller({ currencies }),
    account: "creator",
    sellerType: "creator",
    refunds: { status: "available", refundedUsd: "0", baseUsd: "4500" },
    dispatch: { status: "unavailable_platform", explanation },
    cancellations: { status: "unavailable_platform", explanation },
    launches: { status: "unavailable_platform", explanation },
    ...change,
  };
}

/** A snapshot whose totals follow its sides. Amounts are in US dollars. */
export function exampleMetrics(change: Partial<IncomeMetrics> = {}): IncomeMetrics {
  const seller = change.seller === undefined ? exampleSeller() : change.seller;
  const creator = change.creator === undefined ? null : change.creator;
  const sides = [seller, creator].filter((side) => side !== null);
  const netUsd = sumUsd(sides);
  const observedDays = Math.max(1, ...sides.map((side) => side.observedDays));
  const refunds = seller?.refunds.status === "available" ? seller.refunds : { refundedUsd: "0", baseUsd: "0" };
  return {
    schema: 1,
    asOf: exampleAsOf,
    window: { from: exampleAsOf - 90 * day, to: exampleAsOf, days: 90 },
    observedDays,
    blockDays: Math.min(30, observedDays / 3),
    currency: "USD",
    gross: refunds.baseUsd,
    refunds: refunds.refundedUsd,
    net: netUsd,
    monthlyNet: decimalOf((Number(netUsd) * 30) / Math.max(30, observedDays)),
    netUsd,
    orderCount: sides.reduce((sum, side) => sum + side.orderCount, 0),
    itemsSold: 150,
    averageOrderValue: "100",
    affiliateCommission: creator?.netUsd ?? "0",
    affiliateCommissionEstimated: "0",
    commissionReversalRate: 0,
    excluded: {},
    weekly: [],
    blocks: [0, 1, 2].map((index) => exampleBlock(sides, index)),
    byCurrency: [],
    byShop: [],
    byProduct: { hhi: null, count: 0, largest: [] },
    byCreator: { hhi: null, count: 0, largest: [] },
    medianDaysToCash: null,
    shopRating: null,
    reconciliation: { status: "available", oldDeliveredUsd: "10000", unreconciledUsd: "0" },
    exchangeRates: { source: "test", hash: "none", missing: [] },
    notReported: [],
    provisional: [],
    ...change,
    seller,
    creator,
  };
}

/** A two-year-old shop that sold nothing in the window. */
export function emptyShopMetrics(): IncomeMetrics {
  const weeklyOrders = Array.from({ length: 12 }, () => 0);
  return exampleMetrics({
    averageOrderValue: "0",
    itemsSold: 0,
    reconciliation: { status: "unavailable" },
    seller: exampleSeller({
      currencies: [],
      weeklyOrders,
      refunds: { status: "available", refundedUsd: "0", baseUsd: "0" },
      dispatch: { status: "available", late: 0, measured: 0 },
      cancellations: { status: "available", sellerFault: 0 },
      markets: { status: "available", regions: 0, newRegionShare: 0 },
      affiliates: { status: "unavailable_platform", explanation: "No affiliate partner sold for this account." },
    }),
  });
}

function exampleBlock(sides: readonly SideMetrics[], index: number): IncomeMetrics["blocks"][number] {
  const blocks = sides.flatMap((side) => side.currencies.map((currency) => currency.blocks[index]));
  const net = decimalOf(blocks.reduce((sum, block) => sum + Number(block?.net ?? 0), 0));
  const orderCount = blocks.reduce((sum, block) => sum + (block?.orderCount ?? 0), 0);
  return { from: 0, to: 0, orderCount, gross: net, net, netUsd: net };
}

function sumUsd(parts: readonly { readonly netUsd: string }[]): string {
  return decimalOf(parts.reduce((sum, part) => sum + Number(part.netUsd), 0));
}
