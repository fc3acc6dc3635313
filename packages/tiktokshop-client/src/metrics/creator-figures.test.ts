import type { CommissionRecord, IncomeRecord } from "@lendfriend/connector";
import type { IncomeMetrics } from "@lendfriend/credit-score";
import { describe, expect, test } from "vitest";
import { incomeMetrics } from "./income-metrics.ts";
import { recordsSource } from "./records-source.ts";
import type { ConnectionIncome, ExchangeRates, MetricsSource } from "./source.ts";
import {
  exampleAsOf as asOf,
  dollarsOnly,
  exampleCommission,
  exampleConnection,
  exampleOrder,
  exampleShop,
  exampleSource,
  exampleStatement,
} from "./testing/example-source.ts";

/* Each figure of a creator's side, by the rows that make it (score model §7). */

const day = 86_400;
const ago = (days: number) => asOf - days * day;
const creator = exampleConnection("creator");
const estimate = { status: "To-SETTLE", actualCommission: null } as const;

async function ofCreator(
  records: readonly IncomeRecord[],
  change: Partial<MetricsSource> = {},
  connection: ConnectionIncome = creator,
): Promise<IncomeMetrics> {
  const read = recordsSource({ [connection.id]: records });
  return incomeMetrics(exampleSource({ connections: [connection], read, ...change }));
}

const poundsAtHalf: ExchangeRates = {
  ...dollarsOnly,
  rateOn: (currency) => (currency === "GBP" ? { unitsPerUsd: "0.5" } : null),
};

describe("which lines count", () => {
  test.each([
    { line: { createTime: ago(90) }, reason: null },
    { line: { createTime: ago(90) - 1 }, reason: "OUT_OF_WINDOW" },
    { line: { createTime: asOf - 1 }, reason: null },
    { line: { createTime: asOf }, reason: "OUT_OF_WINDOW" },
    { line: { createTime: asOf + day }, reason: "OUT_OF_WINDOW" },
    { line: { createTime: asOf + day + 1 }, reason: "FUTURE" },
    { line: { status: "Awaiting Payment" }, reason: "AWAITING_PAYMENT" },
    { line: { status: "REFUNDED" }, reason: "REFUNDED" },
    { line: { status: "FROZEN" }, reason: "FROZEN" },
    { line: { status: "deducted" }, reason: "DEDUCTED" },
    { line: { status: "UNSPECIFIED" }, reason: "UNSPECIFIED" },
    { line: { status: "TELEPORTED" }, reason: "UNKNOWN_STATUS" },
    { line: { actualCommission: null }, reason: "NOT_REPORTED" },
    { line: { ...estimate, estimatedCommission: null }, reason: "NOT_REPORTED" },
    { line: { currency: null }, reason: "NOT_REPORTED" },
    { line: { currency: "XAF" }, reason: "MISSING_RATE" },
    { line: { actualCommission: "0" }, reason: "NO_COMMISSION" },
    { line: { actualCommission: "-1" }, reason: "NO_COMMISSION" },
  ] satisfies { line: Partial<CommissionRecord>; reason: string | null }[])(
    "$line is left out for $reason",
    async ({ line, reason }) => {
      const metrics = await ofCreator([exampleCommission(line)]);
      expect(Object.keys(metrics.excluded)).toEqual(reason === null ? [] : [reason]);
      expect(metrics.orderCount).toBe(reason === null ? 1 : 0);
      expect(metrics.notReported.map(({ field }) => field)).toEqual(reason === "NOT_REPORTED" ? ["commission"] : []);
    },
  );

  test("a line told twice is a duplicate, one of another order or another line is not", async () => {
    const lines = [
      exampleCommission(),
      exampleCommission(),
      exampleCommission({ lineId: "2" }),
      exampleCommission({ orderId: "C2" }),
    ];
    expect(await ofCreator(lines)).toMatchObject({
      orderCount: 2,
      affiliateCommission: "45",
      excluded: { DUPLICATE: { count: 1, value: "15" } },
    });
  });

  test("lines left out are valued at what was paid, else at what was estimated", async () => {
    const frozen = (orderId: string, change: Partial<CommissionRecord>) =>
      exampleCommission({ orderId, status: "FROZEN", ...change });
    const lines = [
      frozen("C1", { actualCommission: "4", estimatedCommission: "9" }),
      frozen("C2", { actualCommission: null, estimatedCommission: "2.5" }),
      frozen("C3", { actualCommission: null, estimatedCommission: null }),
      frozen("C4", { currency: null }),
    ];
    expect((await ofCreator(lines)).excluded).toEqual({ FROZEN: { count: 4, value: "6.5" } });
    const pounds = await ofCreator([...lines, frozen("C5", { currency: "GBP", actualCommission: "5" })], {
      rates: poundsAtHalf,
    });
    expect(pounds.excluded).toEqual({ FROZEN: { count: 5, value: "16.5" } }); // £5 at half a pound a dollar
    expect(pounds.exchangeRates.missing).toEqual([]);
  });

  test("what was taken back of an order lowers what its other lines bring", async () => {
    const lines = [
      exampleCommission({ actualCommission: "15" }),
      exampleCommission({ lineId: "2", actualCommission: "-5" }),
    ];
    expect(await ofCreator(lines)).toMatchObject({ orderCount: 1, affiliateCommission: "10" });
    const lost = [
      exampleCommission({ actualCommission: "3" }),
      exampleCommission({ lineId: "2", actualCommission: "-5" }),
    ];
    expect(await ofCreator(lost)).toMatchObject({
      orderCount: 0,
      affiliateCommission: "0",
      excluded: { NO_COMMISSION: { count: 1, value: "-2" } },
    });
  });
});

describe("orders", () => {
  test("are one for each currency of their lines", async () => {
    const lines = [
      exampleCommission({ actualCommission: "5" }),
      exampleCommission({ lineId: "2", currency: "GBP", actualCommission: "5" }),
    ];
    expect(await ofCreator(lines, { rates: poundsAtHalf })).toMatchObject({
      currency: "USD",
      orderCount: 2,
      affiliateCommission: "15", // $5 and £5 at half a pound a dollar
      net: "15",
    });
  });

  test("are booked when their first line was made", async () => {
    const lines = [
      exampleCommission({ lineId: "1", createTime: ago(70) }),
      exampleCommission({ lineId: "2", createTime: ago(10) }),
    ];
    expect((await ofCreator(lines)).blocks.map(({ orderCount, net }) => [orderCount, net])).toEqual([
      [1, "30"],
      [0, "0"],
      [0, "0"],
    ]);
  });

  test("of two accounts are told apart", async () => {
    const connections = [
      { ...creator, id: "b" },
      { ...creator, id: "a" },
    ];
    const read = recordsSource({ a: [exampleCommission()], b: [exampleCommission({ orderId: "C2" })] });
    expect(await incomeMetrics(exampleSource({ connections, read }))).toMatchObject({ orderCount: 2, net: "30" });
  });
});

describe("the reversal rate", () => {
  const settled = (orderId: string, estimated: string | null, actual: string | null, change = {}) =>
    exampleCommission({ orderId, estimatedCommission: estimated, actualCommission: actual, ...change });

  test.each([
    {
      name: "what was not paid of what was estimated",
      lines: [settled("C1", "60", "60"), settled("C2", "40", "20")],
      rate: 0.2,
      base: "100",
      refunded: "20",
    },
    { name: "never below 0", lines: [settled("C1", "60", "90")], rate: 0, base: "60", refunded: "0" },
    { name: "never above 1", lines: [settled("C1", "60", "-90")], rate: 1, base: "60", refunded: "150" },
    { name: "0 without settled lines", lines: [exampleCommission(estimate)], rate: 0, base: "0", refunded: "0" },
    { name: "0 where nothing was estimated", lines: [settled("C1", "0", "5")], rate: 0, base: "0", refunded: "0" },
    {
      name: "of lines with both figures",
      lines: [settled("C1", "60", "30"), settled("C2", null, "9"), settled("C3", "9", null)],
      rate: 0.5,
      base: "60",
      refunded: "30",
    },
    {
      name: "of lines with a currency",
      lines: [settled("C1", "60", "30"), settled("C2", "60", "0", { currency: null })],
      rate: 0.5,
      base: "60",
      refunded: "30",
    },
    {
      name: "of lines with a rate",
      lines: [settled("C1", "60", "30"), settled("C2", "60", "0", { currency: "XAF" })],
      rate: 0.5,
      base: "60",
      refunded: "30",
    },
    {
      name: "of lines in the window",
      lines: [
        settled("C1", "60", "30"),
        settled("C2", "60", "0", { createTime: ago(90) - 1 }),
        settled("C3", "60", "0", { createTime: asOf }),
      ],
      rate: 0.5,
      base: "60",
      refunded: "30",
    },
    {
      name: "of settled lines",
      lines: [settled("C1", "60", "30"), settled("C2", "60", "0", { status: "REFUNDED" })],
      rate: 0.5,
      base: "60",
      refunded: "30",
    },
    {
      name: "of each line once",
      lines: [settled("C1", "60", "30"), settled("C1", "60", "30"), settled("C2", "40", "20")],
      rate: 0.5,
      base: "100",
      refunded: "50",
    },
  ])("is $name: $rate", async ({ lines, rate, base, refunded }) => {
    const metrics = await ofCreator(lines);
    expect(metrics.commissionReversalRate).toBe(rate);
    expect(metrics.creator?.refunds).toEqual({ status: "available", refundedUsd: refunded, baseUsd: base });
    expect(metrics.exchangeRates.missing).toEqual(lines.some(({ currency }) => currency === "XAF") ? ["XAF"] : []);
  });

  test("is no one's own shop's", async () => {
    const seller = exampleConnection("seller");
    const read = recordsSource({
      seller: [],
      creator: [settled("C1", "60", "30"), settled("C2", "60", "0", { shopName: " my shop" })],
    });
    const metrics = await incomeMetrics(exampleSource({ connections: [seller, creator], read }));
    expect(metrics.commissionReversalRate).toBe(0.5);
  });

  test("takes as much of the estimates as settled lines lost, and all where they lost all", async () => {
    const half = [
      settled("C1", "60", "30"),
      exampleCommission({ ...estimate, orderId: "C2", estimatedCommission: "100" }),
    ];
    expect(await ofCreator(half)).toMatchObject({ affiliateCommission: "75", affiliateCommissionEstimated: "45" });
    const all = [
      settled("C1", "60", "-1"),
      exampleCommission({ ...estimate, orderId: "C2", estimatedCommission: "100" }),
    ];
    expect(await ofCreator(all)).toMatchObject({ affiliateCommission: "0", affiliateCommissionEstimated: "0" });
  });
});

describe("what rests on estimates", () => {
  const rows = [
    exampleCommission({ ...estimate, orderId: "C1", estimatedCommission: "10", currency: "GBP" }),
    exampleCommission({ ...estimate, orderId: "C2", estimatedCommission: "20", currency: "GBP" }),
    exampleCommission({ orderId: "C3", actualCommission: "5", currency: "GBP" }),
  ];

  test("is told in the one currency, or in dollars of several", async () => {
    const alone = await ofCreator(rows, { rates: poundsAtHalf });
    expect(alone).toMatchObject({ currency: "GBP", affiliateCommissionEstimated: "9" }); // 30 × 5/15 × .9
    expect(alone.creator?.currencies).toMatchObject([{ currency: "GBP", openingUnitsPerUsd: "0.5" }]);
    const mixed = await ofCreator([...rows, exampleCommission({ orderId: "C4", estimatedCommission: null })], {
      rates: poundsAtHalf,
    });
    expect(mixed).toMatchObject({ currency: "USD", affiliateCommissionEstimated: "18" });
  });
});

describe("the shops that a creator sells for", () => {
  test("are counted in the first and the last block, where something was earned", async () => {
    const lines = [
      exampleCommission({ orderId: "C1", shopName: "One", createTime: ago(80) }),
      exampleCommission({ orderId: "C2", shopName: "Two", createTime: ago(50) }),
      exampleCommission({ orderId: "C3", shopName: "Three" }),
      exampleCommission({ orderId: "C4", shopName: "Four" }),
      exampleCommission({ orderId: "C5", shopName: "Four" }),
      exampleCommission({ orderId: "C6", shopName: "Five", actualCommission: "0" }),
      exampleCommission({ orderId: "C7", shopName: null }),
    ];
    expect((await ofCreator(lines)).creator?.affiliates).toEqual({ status: "available", firstBlock: 1, lastBlock: 2 });
  });

  test.each([
    {
      status: "withheld",
      affiliates: { status: "withheld", permissions: ["creator.affiliate_collaboration.read"] },
    },
    {
      status: "unsupported",
      affiliates: {
        status: "unavailable_platform",
        explanation: "TikTok Shop has no affiliate programme in this market.",
      },
    },
  ] as const)("are not known where the list is $status", async ({ status, affiliates }) => {
    const stages = [{ stage: "commissions", shopId: null, status }];
    expect((await ofCreator([], {}, { ...creator, stages })).creator?.affiliates).toEqual(affiliates);
  });
});

test("commission by product has its name, or its id where the platform gives none", async () => {
  const lines = [
    exampleCommission({ orderId: "C1", productId: "A", productName: "Candle", actualCommission: "6" }),
    exampleCommission({ orderId: "C2", productId: "B", productName: null, actualCommission: "4" }),
    exampleCommission({ orderId: "C3", productId: null, actualCommission: "90" }),
  ];
  expect((await ofCreator(lines)).byProduct).toEqual({
    hhi: 5_200, // .6² + .4²
    count: 2,
    largest: [
      { id: "A", name: "Candle", share: 0.6 },
      { id: "B", name: "B", share: 0.4 },
    ],
  });
});

test("the whole of a creator's metrics, word for word", async () => {
  const metrics = await ofCreator([exampleCommission()]);
  expect(metrics).toMatchObject({ gross: "0", refunds: "0", itemsSold: 0, averageOrderValue: "0", seller: null });
  expect(metrics.byShop).toEqual([]);
  expect(metrics.reconciliation).toEqual({ status: "unavailable" });
  const only = (what: string) => ({
    status: "unavailable_platform",
    explanation: `TikTok Shop reports ${what} of shops only.`,
  });
  expect(metrics.creator).toEqual({
    account: "creator",
    firstActivityAt: ago(400),
    observedDays: 90,
    orderCount: 1,
    netUsd: "15",
    weeklyOrders: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1],
    currencies: [
      {
        currency: "USD",
        orderCount: 1,
        net: "15",
        netUsd: "15",
        openingUnitsPerUsd: "1",
        weeklyOrders: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1],
        blocks: [
          { orderCount: 0, gross: "0", net: "0" },
          { orderCount: 0, gross: "0", net: "0" },
          { orderCount: 1, gross: "15", net: "15" },
        ],
      },
    ],
    sellerType: "creator",
    refunds: { status: "available", refundedUsd: "0", baseUsd: "15" },
    dispatch: only("dispatch"),
    cancellations: only("cancellations"),
    satisfaction: only("customer satisfaction"),
    standing: { status: "available", state: "good" },
    launches: only("product launches"),
    markets: { status: "available", regions: 1, newRegionShare: 0 },
    affiliates: { status: "available", firstBlock: 0, lastBlock: 1 },
  });
});

test("regions of creator accounts are counted once each, and one that is not told is none", async () => {
  const connections = ["US", "US", "GB", null].map((region, index) => ({ ...creator, id: String(index), region }));
  const metrics = await incomeMetrics(exampleSource({ connections, read: recordsSource({}) }));
  expect(metrics.creator?.markets).toEqual({ status: "available", regions: 2, newRegionShare: 0 });
});

test("a creator's standing is that of the authorisation", async () => {
  const standing = async (change: Partial<ConnectionIncome>) =>
    (await ofCreator([], {}, { ...creator, ...change })).creator?.standing;
  expect(await standing({ isAuthorized: false })).toEqual({ status: "available", state: "ended" });
  expect(await standing({ authorizationExpiresAt: asOf + day })).toEqual({
    status: "available",
    state: "authorization_expiring",
  });
});

describe("a hybrid", () => {
  const seller = exampleConnection("seller", { shops: [exampleShop({ firstActivity: ago(40) })], firstActivity: null });
  const young = { ...creator, firstActivity: ago(20) };

  test("is as old as its older side, and each side as old as itself", async () => {
    const read = recordsSource({ seller: [exampleOrder()], creator: [exampleCommission()] });
    for (const connections of [
      [seller, young],
      [young, seller],
    ]) {
      const metrics = await incomeMetrics(exampleSource({ connections, read }));
      expect([metrics.observedDays, metrics.seller?.observedDays, metrics.creator?.observedDays]).toEqual([40, 40, 20]);
    }
  });

  test("has one side's age where the other was never active", async () => {
    const never = { ...creator, firstActivity: null };
    const metrics = await incomeMetrics(exampleSource({ connections: [never, seller], read: recordsSource({}) }));
    expect([metrics.observedDays, metrics.creator?.firstActivityAt]).toEqual([40, null]);
  });

  test("counts commission on other shops' orders of the same window, and only its own orders are its own", async () => {
    const read = recordsSource({
      seller: [exampleOrder({ id: "mine" }), exampleOrder({ id: "cancelled", status: "CANCELLED" })],
      creator: [
        exampleCommission({ orderId: "mine" }),
        exampleCommission({ orderId: "cancelled" }),
        exampleCommission({ orderId: "other" }),
      ],
    });
    const metrics = await incomeMetrics(exampleSource({ connections: [seller, young], read }));
    expect(metrics).toMatchObject({ affiliateCommission: "15", excluded: { OWN_SHOP: { count: 2, value: "30" } } });
    expect(metrics.byProduct.largest).toMatchObject([{ id: "S1 P" }]); // the shop's
  });
});

test("payments of a shop say nothing of a creator", async () => {
  const read = recordsSource({
    seller: [exampleStatement({ paymentStatus: "FAILED" })],
    creator: [exampleCommission()],
  });
  const metrics = await incomeMetrics(exampleSource({ connections: [exampleConnection("seller"), creator], read }));
  expect(metrics.seller?.standing).toEqual({ status: "available", state: "payment_problem" });
  expect(metrics.creator?.standing).toEqual({ status: "available", state: "good" });
});
