import type { CommissionRecord, IncomeRecord, ProductRecord, SettlementRecord } from "@lendfriend/connector";
import { type IncomeMetrics, scoreIncome } from "@lendfriend/credit-score";
import { describe, expect, test } from "vitest";
import { incomeMetrics } from "./income-metrics.ts";
import { InsightsBook } from "./insights.ts";
import { recordsSource } from "./records-source.ts";
import { revenueData } from "./revenue-data.ts";
import type { MetricRow } from "./rows/metric-row.ts";
import type { ConnectionIncome, ExchangeRates, MetricsSource, StageOutcome } from "./source.ts";
import {
  exampleAsOf as asOf,
  exampleCommission,
  exampleConnection,
  exampleOrder,
  exampleReturn,
  exampleSettlement,
  exampleShop,
  exampleSource,
  exampleStatement,
} from "./testing/example-source.ts";

const day = 86_400;
const seller = exampleConnection("seller");
const creator = exampleConnection("creator");

async function ofSeller(
  records: readonly IncomeRecord[],
  connection: ConnectionIncome = seller,
  change: Partial<MetricsSource> = {},
): Promise<IncomeMetrics> {
  const read = recordsSource({ [connection.id]: records });
  return incomeMetrics(exampleSource({ connections: [connection], read, ...change }));
}

async function ofCreator(
  lines: readonly CommissionRecord[],
  change: Partial<ConnectionIncome> = {},
): Promise<IncomeMetrics> {
  const connection = { ...creator, ...change };
  return incomeMetrics(exampleSource({ connections: [connection], read: recordsSource({ [connection.id]: lines }) }));
}

function settlement(orderId: string): SettlementRecord {
  return exampleSettlement({ id: `T${orderId}`, orderId });
}

function product(id: string, ageDays: number): ProductRecord {
  const createTime = asOf - ageDays * day;
  return { kind: "product", id, shopId: "S1", title: id, status: "ACTIVATE", createTime, updateTime: createTime };
}

function paidTo(name: string, daysAgo: number, status: string): CommissionRecord {
  return exampleCommission({
    side: "seller",
    shopId: "S1",
    shopName: null,
    creator: name,
    status,
    orderId: `${name}${daysAgo}`,
    createTime: asOf - daysAgo * day,
  });
}

describe("refunds", () => {
  test("are booked to the order's block, whenever they were made", async () => {
    const old = exampleOrder({ createTime: asOf - 80 * day });

    const { blocks } = await ofSeller([old, exampleReturn({ createTime: asOf - day })]);

    expect(blocks.map((block) => block.net)).toEqual(["50", "0", "0"]);
  });

  test("take at most the order's own value", async () => {
    const twice = [exampleReturn({ id: "R1", refundAmount: "70" }), exampleReturn({ id: "R2", refundAmount: "70" })];

    expect(await ofSeller([exampleOrder(), ...twice])).toMatchObject({ gross: "100", refunds: "100", net: "0" });
  });

  test.each([
    { name: "a pending one", returns: [exampleReturn({ status: "RETURN_OR_REFUND_REQUEST_PENDING" })], refunds: "0" },
    {
      name: "a replacement refunded",
      returns: [exampleReturn({ status: "REPLACEMENT_REQUEST_REFUND_SUCCESS" })],
      refunds: "50",
    },
    { name: "one of an order that does not count", returns: [exampleReturn({ orderId: "elsewhere" })], refunds: "0" },
    { name: "one of a shop with the same order id", returns: [exampleReturn({ shopId: "S2" })], refunds: "0" },
    {
      name: "the last of an edited chain",
      returns: [
        exampleReturn({ id: "R1", refundAmount: "90", nextReturnId: "R2", createTime: asOf - 2 * day }),
        exampleReturn({ id: "R2", refundAmount: "30" }),
      ],
      refunds: "30",
    },
    { name: "one whose successor was not imported", returns: [exampleReturn({ nextReturnId: "R9" })], refunds: "50" },
    {
      name: "the newest of a chain that bites its tail",
      returns: [
        exampleReturn({ id: "R1", refundAmount: "90", nextReturnId: "R2", createTime: asOf - 2 * day }),
        exampleReturn({ id: "R2", refundAmount: "30", nextReturnId: "R1" }),
      ],
      refunds: "30",
    },
  ])("count $name as $refunds", async ({ returns, refunds }) => {
    expect((await ofSeller([exampleOrder(), ...returns])).refunds).toBe(refunds);
  });

  test.each([null, "1.000,50", "NaN"])("of an amount written as %s are listed, not guessed", async (refundAmount) => {
    const metrics = await ofSeller([exampleOrder(), exampleReturn({ refundAmount })]);

    expect(metrics.refunds).toBe("0");
    expect(metrics.notReported).toEqual([{ field: "refund_amount", count: 1, examples: ["R1"] }]);
  });
});

describe("a return with a status", () => {
  const ofStatus = (status: string) =>
    ofSeller([exampleOrder(), exampleReturn({ status, currency: "USD", refundAmount: "30" })]);

  test("that nobody knows is told, and raises the alert", async () => {
    const metrics = await ofStatus("BUYER_SENT_A_PIGEON");

    expect(metrics).toMatchObject({ refunds: "0", excluded: { UNKNOWN_STATUS: { count: 1, value: "30" } } });
    expect(scoreIncome(metrics).alerts.map(({ code }) => code)).toContain("UNKNOWN_STATUS");
  });

  test("that nobody knows is told once, as it last was, whatever is reported of the amount", async () => {
    const odd = exampleReturn({ status: "ODD", currency: "GBP", refundAmount: null, updateTime: 1 });
    const states = [odd, { ...odd, updateTime: 2 }, { ...odd, id: "R2", refundAmount: "5" }];
    const { excluded, notReported, exchangeRates } = await ofSeller([exampleOrder(), ...states]);

    expect(excluded).toEqual({ UNKNOWN_STATUS: { count: 2, value: "0" } });
    expect([notReported, exchangeRates.missing]).toEqual([[], []]);
  });

  test.each([
    "return_or_refund_request_complete",
    "Replacement_Request_Refund_Success",
    "REFUND_OR_RETURN_REQUEST_SUCCESS",
    "QUICK_REFUND_COMPLETE",
    "REPLACEMENT_REQUEST_REFUND_COMPLETE",
  ])("that ends as a refund does is one: %s", async (status) => {
    expect(await ofStatus(status)).toMatchObject({ refunds: "30", excluded: {} });
  });

  test.each([
    "RETURN_OR_REFUND_REQUEST_PENDING",
    "REFUND_OR_RETURN_REQUEST_REJECT",
    "AWAITING_BUYER_SHIP",
    "BUYER_SHIPPED_ITEM",
    "REJECT_RECEIVE_PACKAGE",
    "RETURN_OR_REFUND_REQUEST_CANCEL",
    "REPLACEMENT_REQUEST_PENDING",
    "REPLACEMENT_REQUEST_REJECT",
    "REPLACEMENT_REQUEST_CANCEL",
    "REPLACEMENT_REQUEST_COMPLETE",
    "AWAITING_BUYER_RESPONSE",
    "awaiting_buyer_ship",
  ])("that is known to refund nothing is neither: %s", async (status) => {
    expect(await ofStatus(status)).toMatchObject({ refunds: "0", excluded: {} });
  });

  test.each(["REPLACEMENT_REQUEST_DROPSHIP_COMPLETE", "RETURN_OR_REFUND_REQUEST_COMPLETED", ""])(
    "that only looks like a refund is unknown: %s",
    async (status) => {
      expect(await ofStatus(status)).toMatchObject({ refunds: "0", excluded: { UNKNOWN_STATUS: { count: 1 } } });
    },
  );
});

describe("an old order that no finance row names", () => {
  const delivered = (id: string, daysAgo: number) =>
    exampleOrder({ id, createTime: asOf - 30 * day, deliveryTime: asOf - daysAgo * day });

  test("counts half of what it kept", async () => {
    const orders = [delivered("known", 20), delivered("unknown", 20), delivered("young", 14)];
    const refund = exampleReturn({ orderId: "unknown", refundAmount: "20" });

    const metrics = await ofSeller([...orders, refund, settlement("known")]);

    expect(metrics.net).toBe("240"); // 100 + (100 − 20)/2 + 100
    expect(metrics.reconciliation).toEqual({ status: "available", oldDeliveredUsd: "200", unreconciledUsd: "100" });
  });

  test("is judged by nobody while no settlement names any order", async () => {
    const metrics = await ofSeller([delivered("unknown", 20)]);

    expect(metrics.net).toBe("100");
    expect(metrics.reconciliation).toEqual({ status: "unavailable" });
  });

  test("of a shop whose settlements were not read is judged by nobody", async () => {
    const shops = [exampleShop(), exampleShop({ id: "S2" })];
    const ten = (shopId: string) =>
      Array.from({ length: 10 }, (_, index) => ({ ...delivered(`${shopId}-${index}`, 20), shopId }));
    const first = ten("S1");
    const orders = [...first, ...ten("S2")];
    const settled = [...first.map(({ id }) => settlement(id)), { ...settlement("S2-0"), id: "T", shopId: "S2" }];
    const stagesOf = (status: StageOutcome["status"]) => [
      ...seller.stages,
      ...seller.stages.map((outcome) => ({
        ...outcome,
        shopId: "S2",
        status: outcome.stage === "settlements" ? status : outcome.status,
      })),
    ];

    for (const status of ["failed", "unsupported"] as const) {
      const metrics = await ofSeller([...orders, ...settled], { ...seller, shops, stages: stagesOf(status) });
      expect(metrics.net).toBe("2000");
      expect(metrics.reconciliation).toEqual({ status: "available", oldDeliveredUsd: "1000", unreconciledUsd: "0" });
    }
    const read = await ofSeller([...orders, ...settled], { ...seller, shops, stages: stagesOf("read") });
    expect(read.net).toBe("1550"); // 1,000 + 100 + 9 halves
    const unsettled = orders.filter(({ shopId }) => shopId === "S2");
    const nothing = await ofSeller([...unsettled, settlement("elsewhere")], {
      ...seller,
      shops,
      stages: stagesOf("read"),
    });
    expect(nothing.net).toBe("1000");
  });

  test("becomes old only after 15 whole days", async () => {
    const edge = exampleOrder({ id: "edge", createTime: asOf - 30 * day, deliveryTime: asOf - 15 * day });

    expect((await ofSeller([edge, settlement("other")])).net).toBe("100");
    expect((await ofSeller([{ ...edge, deliveryTime: asOf - 15 * day - 1 }, settlement("other")])).net).toBe("50");
  });
});

describe("the window", () => {
  test.each([
    { createTime: asOf - 90 * day, counted: 1 },
    { createTime: asOf - 90 * day - 1, counted: 0 },
    { createTime: asOf - 1, counted: 1 },
    { createTime: asOf, counted: 0 },
  ])("holds an order made at $createTime: $counted", async ({ createTime, counted }) => {
    expect((await ofSeller([exampleOrder({ createTime })])).orderCount).toBe(counted);
  });

  test.each([
    { createTime: asOf + day, reason: "OUT_OF_WINDOW" },
    { createTime: asOf + day + 1, reason: "FUTURE" },
    { createTime: Number.NaN, reason: "OUT_OF_WINDOW" },
    { createTime: 9e15, reason: "FUTURE" },
  ])("excludes an order made at $createTime as $reason", async ({ createTime, reason }) => {
    expect(Object.keys((await ofSeller([exampleOrder({ createTime })])).excluded)).toEqual([reason]);
  });

  test("is cut into thirds of what was observed", async () => {
    const young = {
      ...seller,
      firstActivity: asOf - 41 * day - 5,
      shops: [exampleShop({ firstActivity: asOf - 41 * day - 5 })],
    };

    const metrics = await ofSeller([exampleOrder({ createTime: asOf - 20 * day })], young);

    expect(metrics).toMatchObject({ observedDays: 41, blockDays: 41 / 3 });
    expect(metrics.blocks.map((block) => block.orderCount)).toEqual([0, 1, 0]);
    expect(metrics.weekly).toHaveLength(5);
    expect(metrics.weekly.map((week) => week.orderCount)).toEqual([0, 0, 1, 0, 0]);
  });
});

describe("an exchange rate", () => {
  const sterling: ExchangeRates = {
    rateOn: (currency, on) => (currency === "GBP" && on >= "2026-09-01" ? { unitsPerUsd: "0.8" } : null),
    describe: () => ({ source: "test", hash: "0".repeat(64) }),
  };
  const pounds = exampleOrder({ currency: "GBP", merchandiseValue: "80" });

  test("leaves one currency as it is and converts for the tiers", async () => {
    const metrics = await ofSeller([pounds], seller, { rates: sterling });

    expect(metrics).toMatchObject({ currency: "GBP", gross: "80", netUsd: "100" });
  });

  test("turns several currencies into dollars and keeps each", async () => {
    const metrics = await ofSeller([pounds, exampleOrder({ id: "O2" })], seller, { rates: sterling });

    expect(metrics).toMatchObject({ currency: "USD", gross: "200", net: "200" });
    expect(metrics.byCurrency.map(({ currency, gross, usdShare }) => [currency, gross, usdShare])).toEqual([
      ["GBP", "80", 0.5],
      ["USD", "100", 0.5],
    ]);
  });

  test("that is missing for a row outside the window leaves no income out", async () => {
    const long = exampleOrder({ id: "old", currency: "GBP", createTime: asOf - 200 * day });

    const metrics = await ofSeller([pounds, long], seller, { rates: sterling });

    expect(metrics.exchangeRates.missing).toEqual([]);
    expect(metrics.orderCount).toBe(1);
  });
});

describe("product launches", () => {
  const sale = (productId: string, daysAgo: number) =>
    exampleOrder({
      id: `${productId}${daysAgo}`,
      createTime: asOf - daysAgo * day,
      lines: [{ productId, productName: productId, skuId: "K", value: "100" }],
    });

  test.each([
    { name: "new and first sold in the newest block", rows: [product("A", 60), sale("A", 5)], launched: 1 },
    { name: "new, first sold before", rows: [product("A", 60), sale("A", 40), sale("A", 5)], launched: 0 },
    { name: "older than the window", rows: [product("A", 91), sale("A", 5)], launched: 0 },
    { name: "never sold", rows: [product("A", 10)], launched: 0 },
    { name: "sold and not listed", rows: [sale("A", 5)], launched: 0 },
  ])("count what is $name: $launched", async ({ rows, launched }) => {
    expect((await ofSeller(rows)).seller?.launches).toEqual({ status: "available", products: launched });
  });
});

describe("markets", () => {
  const twoShops = (firstActivity: number | null) => ({
    ...seller,
    shops: [exampleShop(), exampleShop({ id: "S2", name: "Shop two", region: "GB", firstActivity })],
  });
  const sales = [
    exampleOrder({ id: "A", createTime: asOf - 50 * day }),
    exampleOrder({ id: "B", createTime: asOf - 5 * day, merchandiseValue: "300" }),
    exampleOrder({ id: "C", shopId: "S2", createTime: asOf - 5 * day }),
  ];

  test("tell a region first seen in the newest block and its share of it", async () => {
    const metrics = await ofSeller(sales, twoShops(asOf - 6 * day));

    expect(metrics.seller?.markets).toEqual({ status: "available", regions: 2, newRegionShare: 0.25 });
  });

  test("know a region from before the window", async () => {
    const metrics = await ofSeller(sales, twoShops(asOf - 300 * day));

    expect(metrics.seller?.markets).toEqual({ status: "available", regions: 2, newRegionShare: 0 });
  });

  test("do not call a shop that slept a new market", async () => {
    const metrics = await ofSeller([exampleOrder({ createTime: asOf - 5 * day })]);

    expect(metrics.seller?.markets).toEqual({ status: "available", regions: 1, newRegionShare: 0 });
  });
});

test("the affiliate network counts creators who are owed, in the first and the last block", async () => {
  const lines = [
    paidTo("ann", 80, "COMPLETED"),
    paidTo("ann", 70, "SETTLED"),
    paidTo("bob", 50, "SETTLED"),
    paidTo("cid", 5, "To-SETTLE"),
    paidTo("dee", 5, "PROCESSING"),
    paidTo("eve", 5, "AWAITING PAYMENT"),
    paidTo("fay", 5, "CANCELLED"),
    paidTo("gil", 5, "INELIGIBLE"),
  ];

  expect((await ofSeller(lines)).seller?.affiliates).toEqual({ status: "available", firstBlock: 1, lastBlock: 2 });
});

describe("commission lines", () => {
  test.each([
    { line: { status: "SETTLED", actualCommission: "12" }, counted: "12" },
    { line: { status: "settled", actualCommission: "12" }, counted: "12" },
    { line: { status: "To-SETTLE", actualCommission: null }, counted: "13.5" }, // 15 × .9
    { line: { status: "ORDERED", actualCommission: null }, counted: "13.5" },
    { line: { status: "AWAITING PAYMENT" }, counted: "0" },
    { line: { status: "REFUNDED" }, counted: "0" },
    { line: { status: "FROZEN" }, counted: "0" },
    { line: { status: "DEDUCTED" }, counted: "0" },
    { line: { status: "UNSPECIFIED" }, counted: "0" },
    { line: { status: "PENDING REVIEW" }, counted: "0" },
    { line: { status: "SETTLED", actualCommission: null }, counted: "0" },
    { line: { status: "SETTLED", actualCommission: "0" }, counted: "0" },
  ])("of $line count $counted", async ({ line, counted }) => {
    const metrics = await ofCreator([exampleCommission(line)]);

    expect(metrics.affiliateCommission).toBe(counted);
    expect(metrics.orderCount).toBe(counted === "0" ? 0 : 1);
  });

  test("not settled yet are cut by what settled ones lost", async () => {
    const metrics = await ofCreator([
      exampleCommission({ orderId: "C1", estimatedCommission: "60", actualCommission: "60" }),
      exampleCommission({ orderId: "C2", estimatedCommission: "40", actualCommission: "20" }),
      exampleCommission({ orderId: "C3", status: "To-SETTLE", estimatedCommission: "100", actualCommission: null }),
    ]);

    // reversalRate = 1 − 80/100 = .2; 60 + 20 + 100 × .8 × .9
    expect(metrics).toMatchObject({
      affiliateCommission: "152",
      affiliateCommissionEstimated: "72",
      commissionReversalRate: 0.2,
      orderCount: 3,
    });
    expect(metrics.creator?.refunds).toEqual({ status: "available", refundedUsd: "20", baseUsd: "100" });
  });

  test("of one order are one order", async () => {
    const lines = ["1", "2", "3"].map((lineId) => exampleCommission({ lineId, actualCommission: "5" }));

    expect(await ofCreator(lines)).toMatchObject({ orderCount: 1, affiliateCommission: "15" });
  });

  test("without an amount are listed", async () => {
    const metrics = await ofCreator([exampleCommission({ actualCommission: null })]);

    expect(metrics.notReported).toEqual([{ field: "commission", count: 1, examples: ["C1"] }]);
    expect(metrics.excluded).toEqual({ NOT_REPORTED: { count: 1, value: "15" } });
  });

  test("on an order of one's own shop are a transfer", async () => {
    const read = recordsSource({
      seller: [exampleOrder({ id: "same" })],
      creator: [exampleCommission({ orderId: "same", shopName: "Another name" })],
    });

    const metrics = await incomeMetrics(exampleSource({ connections: [seller, creator], read }));

    expect(metrics).toMatchObject({ net: "100", excluded: { OWN_SHOP: { count: 1, value: "15" } } });
  });
});

describe("standing", () => {
  test.each([
    { name: "current", change: {}, rows: [], state: "good" },
    { name: "ending in 7 days", change: { authorizationExpiresAt: asOf + 7 * day }, rows: [], state: "good" },
    {
      name: "ending sooner",
      change: { authorizationExpiresAt: asOf + 7 * day - 1 },
      rows: [],
      state: "authorization_expiring",
    },
    {
      name: "with a failed payment",
      change: {},
      rows: [exampleStatement({ paymentStatus: "FAILED" })],
      state: "payment_problem",
    },
    {
      name: "with a payment that failed before the window",
      change: {},
      rows: [exampleStatement({ paymentStatus: "FAILED", statementTime: asOf - 91 * day })],
      state: "good",
    },
    { name: "deauthorised", change: { isAuthorized: false }, rows: [], state: "ended" },
    {
      name: "of a shop that is not active",
      change: { shops: [exampleShop({ isActive: false })] },
      rows: [],
      state: "ended",
    },
  ])("$name is $state", async ({ change, rows, state }) => {
    const metrics = await ofSeller(rows, { ...seller, ...change });

    expect(metrics.seller?.standing).toEqual({ status: "available", state });
  });

  test("is not known while payments are withheld", async () => {
    const metrics = await ofSeller([], withheld("statements"));

    expect(metrics.seller?.standing).toEqual({ status: "withheld", permissions: ["seller.finance.info"] });
  });
});

describe("a permission that was withheld", () => {
  test("for settlements leaves no order unreconciled, whatever an earlier consent left behind", async () => {
    const old = exampleOrder({ createTime: asOf - 40 * day, deliveryTime: asOf - 30 * day });

    const metrics = await ofSeller([old, settlement("O-earlier")], withheld("settlements"));

    expect(metrics.reconciliation).toEqual({ status: "unavailable" });
    expect(metrics.net).toBe("100");
  });

  test.each([
    { stage: "returns", measure: "refunds", scope: "seller.return_refund.basic" },
    { stage: "products", measure: "launches", scope: "seller.product.basic" },
    { stage: "commissions", measure: "affiliates", scope: "seller.affiliate_collaboration.read" },
  ] as const)("for $stage leaves $measure withheld and named", async ({ stage, measure, scope }) => {
    const metrics = await ofSeller([exampleOrder()], withheld(stage));

    expect(metrics.seller?.[measure]).toEqual({ status: "withheld", permissions: [scope] });
  });

  test("by one of two shops' accounts is withheld for both", async () => {
    const other = { ...withheld("returns", "S2"), id: "other" };
    const metrics = await incomeMetrics(exampleSource({ connections: [seller, other], read: recordsSource({}) }));

    expect(metrics.seller?.refunds.status).toBe("withheld");
  });
});

function withheld(stage: string, shopId = "S1"): ConnectionIncome {
  const stages = seller.stages.map((outcome) =>
    outcome.stage === stage ? { ...outcome, shopId, status: "withheld" as const } : { ...outcome, shopId },
  );
  return { ...seller, shops: [exampleShop({ id: shopId })], stages };
}

describe("an order of a shop that two accounts read", () => {
  const first = { ...seller, id: "1" };
  const second = { ...seller, id: "2" };
  const old = { createTime: asOf - 40 * day, deliveryTime: asOf - 30 * day };
  const rows: readonly IncomeRecord[] = [
    exampleOrder({ id: "A", ...old, rtsTime: asOf - 39 * day, rtsSlaTime: asOf - 38 * day }),
    exampleOrder({ id: "B", ...old }),
    exampleOrder({ id: "C", status: "CANCELLED", cancellationInitiator: "SELLER" }),
    exampleReturn({ orderId: "A", refundAmount: "30" }),
    settlement("A"),
    exampleStatement(),
    paidTo("ann", 80, "SETTLED"),
    product("P", 10),
  ];

  const ofBoth = (twin: readonly IncomeRecord[], connections = [second, first]) =>
    incomeMetrics(exampleSource({ connections, read: recordsSource({ 1: rows, 2: twin }) }));

  test("counts once, with all that hangs on it, and is told as a duplicate", async () => {
    const { excluded, ...both } = await ofBoth(rows);
    const alone = await ofSeller(rows, first);

    expect({ ...both, excluded: alone.excluded }).toEqual(alone);
    expect(excluded).toEqual({ ...alone.excluded, DUPLICATE: { count: 3, value: "300" } });
  });

  test("counts as the account says that may still read it, and of two such the one with the smaller id", async () => {
    const newer = [...rows, exampleOrder({ id: "D" })];
    const ended = { ...first, isAuthorized: false };
    const unread = { ...first, stages: first.stages.filter(({ stage }) => stage !== "orders") };

    expect((await ofBoth(newer)).orderCount).toBe(2);
    expect((await ofBoth(newer, [ended, second])).orderCount).toBe(3);
    expect((await ofBoth(newer, [unread, second])).orderCount).toBe(3);
  });

  test("takes nothing from a shop that only one of them reads", async () => {
    const both = { ...second, shops: [exampleShop(), exampleShop({ id: "S2" })] };
    const { byShop } = await ofBoth([...rows, exampleOrder({ shopId: "S2" })], [first, both]);

    expect(byShop.map(({ shopId, orderCount }) => [shopId, orderCount])).toEqual([
      ["S1", 2],
      ["S2", 1],
    ]);
  });

  test("is told once in every kind of row, but for the orders, whose others are duplicates", async () => {
    const told: MetricRow[] = [];
    await incomeMetrics(
      exampleSource({ connections: [first, second], read: recordsSource({ 1: rows, 2: rows }) }),
      new InsightsBook(),
      (row) => told.push(row),
    );

    const keys = told
      .filter(({ reason }) => reason !== "DUPLICATE")
      .map((row) => `${row.kind} ${row.orderId} ${row.id}`);
    expect(keys).toEqual([...new Set(keys)]);
    expect(told.filter(({ reason }) => reason === "DUPLICATE").map(({ kind, id }) => [kind, id])).toEqual([
      ["order", "A"],
      ["order", "B"],
      ["order", "C"],
    ]);
  });
});

test("the headline figures of a connection are read out of its metrics", async () => {
  const rows = [
    exampleOrder({ id: "A" }),
    exampleOrder({ id: "B" }),
    exampleOrder({ id: "C" }),
    exampleReturn({ orderId: "A" }),
  ];

  expect(revenueData(await ofSeller(rows))).toEqual({
    totalRevenue: "300",
    netRevenue: "250",
    orderCount: 3,
    itemsSold: 3,
    averageOrderValue: "100",
    affiliateCommission: "0",
    returnRate: 0.1667, // 50/300
    periodDays: 90,
    currency: "USD",
    shopRating: null,
  });
});

test("an older state of an order that cannot be read is a duplicate, not an amount that was not reported", async () => {
  const older = exampleOrder({ merchandiseValue: "x", updateTime: asOf - 9 * day });
  const metrics = await ofSeller([exampleOrder(), older]);

  expect(metrics.excluded).toEqual({ DUPLICATE: { count: 1, value: "0" } });
  expect(metrics.notReported).toEqual([]);
});
