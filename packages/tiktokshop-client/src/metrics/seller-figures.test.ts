import type {
  CommissionRecord,
  IncomeRecord,
  PayoutRecord,
  ProductRecord,
  ShopPerformanceRecord,
} from "@lendfriend/connector";
import type { IncomeMetrics } from "@lendfriend/credit-score";
import { describe, expect, test } from "vitest";
import { incomeMetrics } from "./income-metrics.ts";
import { recordsSource } from "./records-source.ts";
import { revenueData } from "./revenue-data.ts";
import type { ConnectionIncome, ExchangeRates } from "./source.ts";
import {
  exampleAsOf as asOf,
  dollarsOnly,
  exampleCommission,
  exampleConnection,
  exampleOrder,
  exampleReturn,
  exampleSettlement,
  exampleShop,
  exampleSource,
  exampleStatement,
} from "./testing/example-source.ts";

/* Each figure of a shop's side, by the rows that make it. */

const day = 86_400;
const ago = (days: number) => asOf - days * day;
const seller = exampleConnection("seller");

async function ofSeller(
  records: readonly IncomeRecord[],
  connection: ConnectionIncome = seller,
  rates: ExchangeRates = dollarsOnly,
): Promise<IncomeMetrics> {
  return incomeMetrics(
    exampleSource({ connections: [connection], read: recordsSource({ [connection.id]: records }), rates }),
  );
}

/** An account of its own shop. */
function accountOf(id: string, shopId: string): ConnectionIncome {
  const stages = seller.stages.map((outcome) => ({ ...outcome, shopId }));
  return { ...seller, id, shops: [exampleShop({ id: shopId })], stages };
}

const poundsAtHalf: ExchangeRates = {
  ...dollarsOnly,
  rateOn: (currency) => (currency === "GBP" ? { unitsPerUsd: "0.5" } : null),
};

describe("the figures of each shop", () => {
  const two = exampleConnection("seller", {
    shops: [exampleShop({ id: "S2", name: "Two", region: "GB" }), exampleShop({ id: "S1", name: "One" })],
  });

  test("come by its id, one without sales among them", async () => {
    const metrics = await ofSeller([exampleOrder(), exampleReturn()], two);
    expect(metrics.byShop).toEqual([
      { shopId: "S1", name: "One", region: "US", orderCount: 1, gross: "100", refunds: "50", net: "50" },
      { shopId: "S2", name: "Two", region: "GB", orderCount: 0, gross: "0", refunds: "0", net: "0" },
    ]);
  });

  test("are in the currency of the whole, or in dollars where there are several", async () => {
    const pounds = exampleOrder({ shopId: "S2", currency: "GBP", merchandiseValue: "10" });
    const alone = await ofSeller([pounds], two, poundsAtHalf);
    expect([alone.currency, alone.byShop.map(({ gross }) => gross)]).toEqual(["GBP", ["0", "10"]]);
    const mixed = await ofSeller([pounds, exampleOrder()], two, poundsAtHalf);
    expect([mixed.currency, mixed.byShop.map(({ gross, net }) => [gross, net])]).toEqual([
      "USD",
      [
        ["100", "100"],
        ["20", "20"],
      ],
    ]);
    const both = await ofSeller([pounds, exampleOrder({ id: "O2", shopId: "S2" })], two, poundsAtHalf);
    expect(both.byShop[1]).toMatchObject({ gross: "120", orderCount: 2 });
  });

  test("of a shop that the account does not list are kept under its id, in no market", async () => {
    const metrics = await ofSeller([exampleOrder({ shopId: "S9" }), exampleOrder({ id: "O2", shopId: "S9" })]);
    expect(metrics.byShop.at(-1)).toEqual({
      shopId: "S9",
      name: "S9",
      region: "",
      orderCount: 2,
      gross: "200",
      refunds: "0",
      net: "200",
    });
    expect(metrics.seller?.markets).toEqual({ status: "available", regions: 0, newRegionShare: 0 });
  });

  test("of one shop under two accounts are its figures once", async () => {
    const other = { ...seller, id: "other" };
    const orders = [exampleOrder(), exampleOrder({ id: "O2" })];
    const read = recordsSource({ seller: orders, other: orders });
    const metrics = await incomeMetrics(exampleSource({ connections: [other, seller], read }));
    expect(metrics.byShop).toMatchObject([{ shopId: "S1", orderCount: 2, gross: "200" }]);
  });
});

describe("sales by product", () => {
  const line = (productId: string, value: string) => ({
    productId,
    productName: `The ${productId}`,
    skuId: "K",
    value,
  });

  test("are shares of the lines' value", async () => {
    const orders = [
      exampleOrder({ lines: [line("A", "30"), line("B", "45")] }),
      exampleOrder({ id: "O2", lines: [line("A", "25"), line("C", "unread")] }),
    ];
    expect((await ofSeller(orders)).byProduct).toEqual({
      hhi: 5_050, // .55² + .45²
      count: 2,
      largest: [
        { id: "S1 A", name: "The A", share: 0.55 },
        { id: "S1 B", name: "The B", share: 0.45 },
      ],
    });
  });

  test("of two shops are two products, though their ids are one", async () => {
    const orders = [exampleOrder(), exampleOrder({ shopId: "S2" })];
    expect((await ofSeller(orders)).byProduct).toMatchObject({ count: 2, hhi: 5_000 });
  });
});

describe("sales by creator", () => {
  const paid = (creator: string | null, change: Partial<CommissionRecord> = {}) =>
    exampleCommission({ side: "seller", creator, orderId: `C${creator}`, ...change });

  test("are shares of the sale base, within the window, for those who are owed", async () => {
    const lines = [
      paid("ann", { commissionBase: "75" }),
      paid("bob", { commissionBase: "25" }),
      paid("cid", { status: "FROZEN" }),
      paid(null),
      paid("dee", { createTime: ago(90) - 1 }),
      paid("eve", { createTime: asOf }),
      paid("fay", { commissionBase: null }),
      paid("gil", { currency: null }),
      paid("hal", { currency: "XAF" }),
    ];
    const metrics = await ofSeller(lines);
    expect(metrics.byCreator).toEqual({
      hhi: 6_250, // .75² + .25²
      count: 2,
      largest: [
        { id: "ann", name: "ann", share: 0.75 },
        { id: "bob", name: "bob", share: 0.25 },
      ],
    });
    expect(metrics.seller?.affiliates).toEqual({ status: "available", firstBlock: 0, lastBlock: 5 });
    expect(metrics.exchangeRates.missing).toEqual(["XAF"]);
  });

  test.each([
    ["ORDERED", 1],
    ["To-Settle", 1],
    ["SETTLED", 1],
    ["PROCESSING", 1],
    ["COMPLETED", 1],
    ["AWAITING PAYMENT", 0],
    ["REFUNDED", 0],
  ])("count a line that is %s: %d", async (status, count) => {
    expect((await ofSeller([paid("ann", { status })])).byCreator.count).toBe(count);
  });

  test("count from the first second of the window", async () => {
    const metrics = await ofSeller([paid("ann", { createTime: ago(90) }), paid("bob", { createTime: asOf - 1 })]);
    expect(metrics.seller?.affiliates).toEqual({ status: "available", firstBlock: 1, lastBlock: 1 });
  });
});

describe("customer satisfaction", () => {
  const figure = (measure: ShopPerformanceRecord["measure"], value: string, shopId = "S1"): ShopPerformanceRecord => ({
    kind: "shop_performance",
    shopId,
    measure,
    value,
    currency: null,
    periodEnd: null,
  });

  test.each([
    {
      name: "the official score, with its text",
      rows: [figure("shop_score", "4.50"), figure("chat_satisfaction", "99"), figure("gmv", "1")],
      satisfaction: { status: "available", source: "shop_score", value: 4.5 },
      rating: "4.50",
    },
    {
      name: "the lowest of several shops",
      rows: [figure("shop_score", "4.1", "S1"), figure("shop_score", "3.9", "S2"), figure("shop_score", "4.8", "S3")],
      satisfaction: { status: "available", source: "shop_score", value: 3.9 },
      rating: "3.9",
    },
    {
      name: "chats where there is no score",
      rows: [figure("chat_satisfaction", "91.5")],
      satisfaction: { status: "available", source: "chat_satisfaction", value: 91.5 },
      rating: null,
    },
    {
      name: "not there otherwise",
      rows: [figure("gmv", "4")],
      satisfaction: {
        status: "unavailable_platform",
        explanation: "TikTok Shop gives this account no official shop score and no chat satisfaction figure.",
      },
      rating: null,
    },
  ])("is $name", async ({ rows, satisfaction, rating }) => {
    const metrics = await ofSeller(rows);
    expect([metrics.seller?.satisfaction, metrics.shopRating]).toEqual([satisfaction, rating]);
  });
});

describe("dispatch", () => {
  test("is late only after its due time, of the orders that have both times", async () => {
    const orders = [
      exampleOrder({ id: "O1", rtsTime: ago(2), rtsSlaTime: ago(2) }),
      exampleOrder({ id: "O2", rtsTime: ago(2) + 1, rtsSlaTime: ago(2) }),
      exampleOrder({ id: "O3", rtsTime: ago(2) }),
      exampleOrder({ id: "O4", rtsSlaTime: ago(2) }),
      exampleOrder({ id: "O5", status: "CANCELLED", rtsTime: ago(1), rtsSlaTime: ago(2) }),
    ];
    expect((await ofSeller(orders)).seller?.dispatch).toEqual({ status: "available", late: 1, measured: 2 });
  });
});

test("only cancellations by the seller are the seller's, however it is written", async () => {
  const cancelled = (id: string, cancellationInitiator: string | null) =>
    exampleOrder({ id, status: "CANCELLED", cancellationInitiator });
  const orders = [
    cancelled("O1", "SELLER"),
    cancelled("O2", "seller"),
    cancelled("O3", "BUYER"),
    cancelled("O4", null),
    exampleOrder({ id: "O5", cancellationInitiator: "SELLER" }),
    { ...cancelled("O6", "SELLER"), createTime: ago(91) },
  ];
  expect((await ofSeller(orders)).seller?.cancellations).toEqual({ status: "available", sellerFault: 2 });
});

test.each([
  { sellerTypes: ["LOCAL"], sellerType: "business" },
  { sellerTypes: ["LOCAL", "Individual_Seller"], sellerType: "individual" },
])("shops of types $sellerTypes are an $sellerType's", async ({ sellerTypes, sellerType }) => {
  const shops = sellerTypes.map((type, index) => exampleShop({ id: `S${index}`, sellerType: type }));
  expect((await ofSeller([], { ...seller, shops })).seller?.sellerType).toBe(sellerType);
});

describe("an order's value that cannot be read", () => {
  test("is left out as not reported, and listed", async () => {
    const metrics = await ofSeller([
      exampleOrder({ merchandiseValue: "1,000", lines: [] }),
      exampleOrder({ id: "O2" }),
    ]);
    expect(metrics).toMatchObject({
      orderCount: 1,
      gross: "100",
      excluded: { NOT_REPORTED: { count: 1, value: "0" } },
    });
    expect(metrics.notReported).toEqual([{ field: "merchandise_value", count: 1, examples: ["O1"] }]);
  });
});

test("rows left out are told with their value", async () => {
  const orders = [
    exampleOrder({ id: "O1", status: "CANCELLED" }),
    exampleOrder({ id: "O2", status: "CANCELLED", merchandiseValue: "20.5" }),
    exampleOrder({ id: "O3", status: "UNPAID" }),
  ];
  expect((await ofSeller(orders)).excluded).toEqual({
    CANCELLED: { count: 2, value: "120.5" },
    UNPAID: { count: 1, value: "100" },
  });
});

describe("refunds of one order", () => {
  test.each([
    { name: "add up", refundAmounts: ["20", "30.5"], refunds: "50.5" },
    { name: "below zero are none", refundAmounts: ["-5"], refunds: "0" },
    { name: "are at most its value", refundAmounts: ["100.01"], refunds: "100" },
  ])("$name: $refunds", async ({ refundAmounts, refunds }) => {
    const returns = refundAmounts.map((refundAmount, index) => exampleReturn({ id: `R${index}`, refundAmount }));
    expect((await ofSeller([exampleOrder(), ...returns])).refunds).toBe(refunds);
  });

  test("whose return was told twice are those of the newer state", async () => {
    const states = [
      exampleReturn({ updateTime: ago(2), refundAmount: "10" }),
      exampleReturn({ updateTime: ago(1), refundAmount: "30" }),
    ];
    const older = exampleReturn({ updateTime: ago(1), status: "RETURN_OR_REFUND_REQUEST_PENDING" });
    expect((await ofSeller([exampleOrder(), ...states])).refunds).toBe("30");
    expect((await ofSeller([exampleOrder(), states[0] ?? older, older])).refunds).toBe("0");
  });

  test.each([
    "RETURN_OR_REFUND_REQUEST_SUCCESS",
    "RETURN_OR_REFUND_REQUEST_COMPLETE",
    "REPLACEMENT_REQUEST_REFUND_SUCCESS",
  ])("count once they are %s, and nothing of them is missing", async (status) => {
    const metrics = await ofSeller([exampleOrder(), exampleReturn({ status })]);
    expect(metrics).toMatchObject({ refunds: "50", notReported: [] });
  });

  test("of a chain that points back are those of the newest return, whatever its id", async () => {
    const chain = [
      exampleReturn({ id: "R1", refundAmount: "30", nextReturnId: "R2" }),
      exampleReturn({ id: "R2", refundAmount: "90", nextReturnId: "R1", createTime: ago(2) }),
    ];
    expect((await ofSeller([exampleOrder(), ...chain])).refunds).toBe("30");
  });

  test("of a chain made in one second are those of the larger id", async () => {
    const chain = [
      exampleReturn({ id: "R1", refundAmount: "10", nextReturnId: "R2" }),
      exampleReturn({ id: "R2", refundAmount: "30", nextReturnId: "R1" }),
    ];
    expect((await ofSeller([exampleOrder(), ...chain])).refunds).toBe("30");
  });

  test("of a return that names itself are counted", async () => {
    expect((await ofSeller([exampleOrder(), exampleReturn({ nextReturnId: "R1" })])).refunds).toBe("50");
  });

  test("do not lean on another shop's return of the same id", async () => {
    const rows = [
      exampleReturn({ nextReturnId: "R2" }),
      exampleReturn({ id: "R2", shopId: "S2", orderId: "O9", createTime: asOf }),
    ];
    expect((await ofSeller([exampleOrder(), ...rows])).refunds).toBe("50");
  });
});

test.each(["IN_TRANSIT", "COMPLETED"])(
  "an order that is %s and neither paid nor cash on delivery is unpaid",
  async (status) => {
    const metrics = await ofSeller([exampleOrder({ status, paidTime: null, isCod: false })]);
    expect(metrics).toMatchObject({ orderCount: 0, excluded: { UNPAID: { count: 1 } } });
  },
);

test("a currency opens at the rate of its first order", async () => {
  const metrics = await ofSeller([exampleOrder({ currency: "GBP" })], seller, poundsAtHalf);
  expect(metrics.seller?.currencies).toMatchObject([{ currency: "GBP", openingUnitsPerUsd: "0.5" }]);
});

describe("an old order is judged by its own account's finance rows", () => {
  test("and half of an odd millionth is dropped, in its currency and in dollars", async () => {
    const old = exampleOrder({
      merchandiseValue: "0.000003",
      createTime: ago(40),
      deliveryTime: ago(30),
      currency: "GBP",
    });
    const metrics = await ofSeller([old, exampleSettlement({ orderId: "other" })], seller, poundsAtHalf);
    expect(metrics).toMatchObject({ gross: "0.000003", net: "0.000001", netUsd: "0.000003" });
    expect(metrics.reconciliation).toEqual({
      status: "available",
      oldDeliveredUsd: "0.000006",
      unreconciledUsd: "0.000006",
    });
  });

  test("but not while it is not known to be delivered", async () => {
    const metrics = await ofSeller([exampleOrder({ createTime: ago(40) }), exampleSettlement({ orderId: "other" })]);
    expect(metrics).toMatchObject({ net: "100", reconciliation: { oldDeliveredUsd: "0" } });
  });

  test("which are judged by where any account has them", async () => {
    const old = (shopId: string) => exampleOrder({ shopId, createTime: ago(40), deliveryTime: ago(30) });
    const read = recordsSource({ a: [old("S1")], b: [old("S2"), exampleSettlement({ shopId: "S2" })] });
    const connections = [accountOf("a", "S1"), accountOf("b", "S2")];
    const metrics = await incomeMetrics(exampleSource({ connections, read }));
    expect(metrics).toMatchObject({
      net: "200", // nobody judges the order of S1
      reconciliation: { status: "available", oldDeliveredUsd: "100", unreconciledUsd: "0" },
    });
  });
});

test("the middle of the days to cash is over all accounts", async () => {
  const read = recordsSource({
    a: [exampleStatement(), exampleSettlement()], // 12 days
    b: [exampleStatement({ shopId: "S2", paymentTime: ago(10) }), exampleSettlement({ shopId: "S2" })], // 20 days
  });
  const connections = [accountOf("a", "S1"), accountOf("b", "S2")];
  expect((await incomeMetrics(exampleSource({ connections, read }))).medianDaysToCash).toBe(16);
});

describe("standing", () => {
  const payout = (change: Partial<PayoutRecord> = {}): PayoutRecord => ({
    kind: "payout",
    id: "P1",
    shopId: "S1",
    source: "payment",
    type: null,
    status: "FAILED",
    currency: "USD",
    amount: "80",
    settlementAmount: null,
    settlementCurrency: null,
    createTime: ago(20),
    paidTime: null,
    ...change,
  });

  test.each([
    { row: payout(), state: "payment_problem" },
    { row: payout({ status: "on-hold" }), state: "payment_problem" },
    { row: payout({ status: "Hold" }), state: "payment_problem" },
    { row: payout({ status: "PAID" }), state: "good" },
    { row: payout({ source: "withdrawal" }), state: "good" },
    { row: payout({ createTime: ago(90) }), state: "payment_problem" },
    { row: payout({ createTime: ago(90) - 1 }), state: "good" },
    { row: payout({ createTime: asOf - 1 }), state: "payment_problem" },
    { row: payout({ createTime: asOf }), state: "good" },
    { row: exampleStatement({ paymentStatus: "On Hold" }), state: "payment_problem" },
    { row: exampleStatement({ paymentStatus: null }), state: "good" },
    { row: exampleStatement({ paymentStatus: "PROCESSING" }), state: "good" },
    { row: exampleStatement({ paymentStatus: "FAILED", statementTime: ago(90) }), state: "payment_problem" },
    { row: exampleStatement({ paymentStatus: "FAILED", statementTime: asOf }), state: "good" },
  ])("with $row.kind $row.status $row.paymentStatus is $state", async ({ row, state }) => {
    expect((await ofSeller([row])).seller?.standing).toEqual({ status: "available", state });
  });

  test("of several accounts is the worst", async () => {
    const ended = { ...accountOf("ended", "S2"), isAuthorized: false };
    const expiring = { ...accountOf("expiring", "S3"), authorizationExpiresAt: asOf + day };
    const failed = accountOf("failed", "S4");
    const read = recordsSource({ failed: [payout({ shopId: "S4" })] });
    const stateOf = async (...connections: ConnectionIncome[]) =>
      (await incomeMetrics(exampleSource({ connections, read }))).seller?.standing;
    expect(await stateOf(seller, expiring)).toEqual({ status: "available", state: "authorization_expiring" });
    expect(await stateOf(expiring, failed, seller)).toEqual({ status: "available", state: "payment_problem" });
    expect(await stateOf(failed, ended, expiring)).toEqual({ status: "available", state: "ended" });
  });

  test("that has ended shows though payments are withheld", async () => {
    const stages = seller.stages.map((outcome) =>
      outcome.stage === "statements" ? { ...outcome, status: "withheld" as const } : outcome,
    );
    const metrics = await ofSeller([], { ...seller, stages, isAuthorized: false });
    expect(metrics.seller?.standing).toEqual({ status: "available", state: "ended" });
  });

  test("does not end where the platform does not tell whether the shop is active", async () => {
    const shops = [exampleShop({ isActive: null })];
    expect((await ofSeller([], { ...seller, shops })).seller?.standing).toEqual({ status: "available", state: "good" });
  });
});

describe("a list that the platform does not offer", () => {
  const without = (stage: string, status: "unsupported" | "failed" = "unsupported"): ConnectionIncome => ({
    ...seller,
    stages: seller.stages.map((outcome) => (outcome.stage === stage ? { ...outcome, status } : outcome)),
  });

  test.each([
    { stage: "returns", measure: "refunds", explanation: "TikTok Shop lists no returns for this account." },
    { stage: "products", measure: "launches", explanation: "TikTok Shop lists no products for this account." },
    {
      stage: "commissions",
      measure: "affiliates",
      explanation: "TikTok Shop has no affiliate programme in this market.",
    },
  ] as const)("leaves $measure unavailable: $explanation", async ({ stage, measure, explanation }) => {
    const metrics = await ofSeller([exampleOrder()], without(stage));
    expect(metrics.seller?.[measure]).toEqual({ status: "unavailable_platform", explanation });
  });

  test("of returns leaves the return rate unknown, not 0", async () => {
    expect(revenueData(await ofSeller([exampleOrder()]))).toMatchObject({ returnRate: 0 });
    expect(revenueData(await ofSeller([exampleOrder()], without("returns")))).toMatchObject({ returnRate: null });
  });

  test("takes nothing from the standing, which needs no payment to be good", async () => {
    const metrics = await ofSeller([], without("statements"));
    expect(metrics.seller?.standing).toEqual({ status: "available", state: "good" });
  });

  test("counts as read where it only failed: the run is provisional", async () => {
    const metrics = await ofSeller([exampleOrder(), exampleReturn()], without("returns", "failed"));
    expect(metrics.seller?.refunds).toEqual({ status: "available", refundedUsd: "50", baseUsd: "100" });
  });

  test("is made up for by another account that has it", async () => {
    const connections = [without("products"), accountOf("other", "S2")];
    const metrics = await incomeMetrics(exampleSource({ connections, read: recordsSource({}) }));
    expect(metrics.seller?.launches.status).toBe("available");
  });
});

test("refunds are not known while the platform does not list the returns of one of the shops", async () => {
  const other = accountOf("other", "S2");
  const stages = other.stages.map((outcome) =>
    outcome.stage === "returns" ? { ...outcome, status: "unsupported" as const } : outcome,
  );
  const connections = [seller, { ...other, stages }];
  const metrics = await incomeMetrics(exampleSource({ connections, read: recordsSource({}) }));
  expect(metrics.seller?.refunds.status).toBe("unavailable_platform");
});

describe("product launches", () => {
  const product = (createTime: number, change: Partial<ProductRecord> = {}): ProductRecord => ({
    kind: "product",
    id: "P",
    shopId: "S1",
    title: "Candle",
    status: "ACTIVATE",
    createTime,
    updateTime: createTime,
    ...change,
  });

  test.each([
    { name: "made in the first second of the window", rows: [product(ago(90))], products: 1 },
    { name: "made a second earlier", rows: [product(ago(90) - 1)], products: 0 },
    { name: "made in the last second", rows: [product(asOf - 1)], products: 1 },
    { name: "made after the import", rows: [product(asOf)], products: 0 },
    { name: "of another shop", rows: [product(ago(10), { shopId: "S2" })], products: 0 },
    { name: "listed twice", rows: [product(ago(10)), product(ago(10))], products: 1 },
  ])("count a product $name: $products", async ({ rows, products }) => {
    expect((await ofSeller([exampleOrder(), ...rows])).seller?.launches).toEqual({ status: "available", products });
  });

  test("are judged by the first sale, in whatever order the rows come", async () => {
    const sales = [exampleOrder({ id: "O1" }), exampleOrder({ id: "O2", createTime: ago(40) })];
    const renamed = [exampleOrder({ id: "O2" }), exampleOrder({ id: "O1", createTime: ago(40) })];
    for (const orders of [sales, renamed]) {
      const metrics = await ofSeller([...orders, product(ago(60))]);
      expect(metrics.seller?.launches).toEqual({ status: "available", products: 0 });
    }
  });
});

describe("a new market", () => {
  const shops = (firstActivity: number | null) => [
    exampleShop(),
    exampleShop({ id: "S2", region: "GB", firstActivity }),
    exampleShop({ id: "S3", region: "DE", firstActivity: null }),
  ];
  const home = exampleOrder({ merchandiseValue: "50", createTime: ago(5) });
  const abroad = exampleOrder({ id: "O2", shopId: "S2", merchandiseValue: "30", createTime: ago(5) });
  const third = exampleOrder({ id: "O3", shopId: "S3", merchandiseValue: "20", createTime: ago(5) });

  test.each([
    { name: "the larger of two", firstActivity: null, rows: [home, abroad, third], share: 0.3, regions: 3 },
    { name: "from its first second", firstActivity: ago(30), rows: [home, abroad], share: 0.375, regions: 2 },
    { name: "not a second earlier", firstActivity: ago(30) - 1, rows: [home, abroad], share: 0, regions: 2 },
    {
      name: "not one that sold in the middle block",
      firstActivity: null,
      rows: [home, abroad, { ...abroad, id: "O4", createTime: ago(31) }],
      share: 0,
      regions: 2,
    },
    {
      name: "not one that sold in the oldest block",
      firstActivity: null,
      rows: [home, abroad, { ...abroad, id: "O4", createTime: ago(89) }],
      share: 0,
      regions: 2,
    },
    {
      name: "not one that no longer sells",
      firstActivity: null,
      rows: [home, { ...abroad, createTime: ago(40) }],
      share: 0,
      regions: 2,
    },
    { name: "not one without sales", firstActivity: null, rows: [home], share: 0, regions: 1 },
  ])("is $name", async ({ firstActivity, rows, share, regions }) => {
    const metrics = await ofSeller(rows, { ...seller, shops: shops(firstActivity) });
    expect(metrics.seller?.markets).toEqual({ status: "available", regions, newRegionShare: share });
  });
});

test("without sales the return rate is 0", async () => {
  expect(revenueData(await ofSeller([]))).toMatchObject({ totalRevenue: "0", returnRate: 0 });
});

test("the whole of a shop's metrics, word for word", async () => {
  const orders = [
    exampleOrder({ itemCount: 2 }),
    exampleOrder({ id: "O2", createTime: ago(80), merchandiseValue: "50.25" }),
  ];
  const source = exampleSource({
    read: recordsSource({ seller: orders }),
    provisional: ["returns: the platform did not answer"],
  });
  const metrics = await incomeMetrics(source);
  expect(metrics).toMatchObject({
    schema: 1,
    asOf,
    window: { from: ago(90), to: asOf, days: 90 },
    observedDays: 90,
    blockDays: 30,
    currency: "USD",
    gross: "150.25",
    monthlyNet: "50.08",
    averageOrderValue: "75.12", // 75.125: half to the even cent
    itemsSold: 3,
    affiliateCommission: "0",
    affiliateCommissionEstimated: "0",
    commissionReversalRate: 0,
    excluded: {},
    byCreator: { hhi: null, count: 0, largest: [] },
    medianDaysToCash: null,
    creator: null,
    exchangeRates: { source: "none needed", hash: "0".repeat(64), missing: [] },
    notReported: [],
    provisional: ["returns: the platform did not answer"],
  });
  expect(metrics.weekly[0]).toEqual({
    from: ago(84),
    to: ago(77),
    orderCount: 1,
    gross: "50.25",
    net: "50.25",
    netUsd: "50.25",
  });
  expect(metrics.seller).toMatchObject({
    account: "seller",
    firstActivityAt: ago(400),
    observedDays: 90,
    orderCount: 2,
    netUsd: "150.25",
    weeklyOrders: [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1],
    refunds: { status: "available", refundedUsd: "0", baseUsd: "150.25" },
  });
});
