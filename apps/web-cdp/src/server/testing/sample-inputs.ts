import type { IncomeMetrics, PeriodMetrics, SideMetrics } from "@lendfriend/credit-score";

const day = 86_400;
const asOf = 1_763_640_000;

function period(fromDay: number, toDay: number, orderCount: number, net: string): PeriodMetrics {
  const [from, to] = [asOf + fromDay * day, asOf + toDay * day];
  return { from, to, orderCount, gross: net, net, netUsd: net };
}

/** A small shop: 90 orders in 90 days, $3,000 a month, nothing refunded. */
export const sampleInputs: IncomeMetrics & { readonly seller: SideMetrics } = {
  schema: 1,
  asOf,
  window: { from: asOf - 90 * day, to: asOf, days: 90 },
  observedDays: 90,
  blockDays: 30,
  currency: "USD",
  gross: "9000",
  refunds: "0",
  net: "9000",
  monthlyNet: "3000",
  netUsd: "9000",
  orderCount: 90,
  itemsSold: 90,
  averageOrderValue: "100",
  affiliateCommission: "0",
  affiliateCommissionEstimated: "0",
  commissionReversalRate: 0,
  excluded: {},
  weekly: Array.from({ length: 12 }, (_, week) => period(-84 + week * 7, -77 + week * 7, 7, "700")),
  blocks: [period(-90, -60, 30, "3000"), period(-60, -30, 30, "3000"), period(-30, 0, 30, "3000")],
  byCurrency: [],
  byShop: [],
  byProduct: { hhi: null, count: 0, largest: [] },
  byCreator: { hhi: null, count: 0, largest: [] },
  medianDaysToCash: null,
  shopRating: null,
  seller: {
    account: "seller",
    firstActivityAt: asOf - 400 * day,
    observedDays: 90,
    orderCount: 90,
    netUsd: "9000",
    weeklyOrders: Array.from({ length: 12 }, () => 7),
    currencies: [
      {
        currency: "USD",
        orderCount: 90,
        net: "9000",
        netUsd: "9000",
        openingUnitsPerUsd: "1",
        weeklyOrders: Array.from({ length: 12 }, () => 7),
        blocks: Array.from({ length: 3 }, () => ({ orderCount: 30, gross: "3000", net: "3000" })),
      },
    ],
    sellerType: "business",
    refunds: { status: "available", refundedUsd: "900", baseUsd: "9000" },
    dispatch: { status: "available", late: 0, measured: 90 },
    cancellations: { status: "available", sellerFault: 0 },
    satisfaction: { status: "unavailable_platform", explanation: "No figure here." },
    standing: { status: "available", state: "good" },
    launches: { status: "available", products: 0 },
    markets: { status: "available", regions: 1, newRegionShare: 0 },
    affiliates: { status: "available", firstBlock: 0, lastBlock: 0 },
  },
  creator: null,
  reconciliation: { status: "unavailable" },
  exchangeRates: { source: "seed", hash: "hash", missing: [] },
  notReported: [],
  provisional: [],
};

/** The same shop where its returns were not given out. */
export const withoutReturns: IncomeMetrics = {
  ...sampleInputs,
  seller: { ...sampleInputs.seller, refunds: { status: "unavailable_platform", explanation: "No list of returns." } },
};
