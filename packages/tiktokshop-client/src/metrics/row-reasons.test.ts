import type { IncomeRecord, ProductRecord, ReturnRecord, ShopPerformanceRecord } from "@lendfriend/connector";
import { describe, expect, test } from "vitest";
import { incomeMetrics } from "./income-metrics.ts";
import { InsightsBook } from "./insights.ts";
import { recordsSource } from "./records-source.ts";
import type { MetricRow } from "./rows/metric-row.ts";
import type { ExchangeRates } from "./source.ts";
import {
  exampleAsOf as asOf,
  dollarsOnly,
  exampleCommission,
  exampleConnection,
  exampleOrder,
  exampleReturn,
  exampleSource,
} from "./testing/example-source.ts";

/* What each row behind the figures says of itself: what it was worth, what of it counts, and why not. */

const day = 86_400;
const ago = (days: number) => asOf - days * day;
const poundsAtHalf: ExchangeRates = {
  ...dollarsOnly,
  rateOn: (currency) => (currency === "GBP" ? { unitsPerUsd: "0.5" } : null),
};

async function rowsOf(
  account: "seller" | "creator",
  records: readonly IncomeRecord[],
  kind: MetricRow["kind"],
): Promise<readonly MetricRow[]> {
  const rows: MetricRow[] = [];
  const source = exampleSource({
    connections: [exampleConnection(account)],
    read: recordsSource({ [account]: records }),
    rates: poundsAtHalf,
  });
  await incomeMetrics(source, new InsightsBook(), (row) => rows.push(row));
  return rows.filter((row) => row.kind === kind);
}

describe("a return is told", () => {
  const back = (id: string, change: Partial<ReturnRecord> = {}) => exampleReturn({ id, ...change });

  test.each([
    { name: "as counted", records: [back("R1")], told: [["R1", null, 50_000_000n]] },
    {
      name: "as an older state of itself",
      records: [back("R1", { updateTime: ago(2), refundAmount: "9" }), back("R1")],
      told: [
        ["R1", "DUPLICATE", null],
        ["R1", null, 50_000_000n],
      ],
    },
    {
      name: "as replaced",
      records: [back("R1", { nextReturnId: "R2", createTime: ago(2) }), back("R2")],
      told: [
        ["R1", "REPLACED", null],
        ["R2", null, 50_000_000n],
      ],
    },
    {
      name: "as not refunded",
      records: [back("R1", { status: "REFUND_OR_RETURN_REQUEST_REJECT" })],
      told: [["R1", "NOT_REFUNDED", null]],
    },
    {
      name: "as of a status that nobody knows",
      records: [back("R1", { status: "TELEPORTED" })],
      told: [["R1", "UNKNOWN_STATUS", null]],
    },
    { name: "as not reported", records: [back("R1", { refundAmount: null })], told: [["R1", "NOT_REPORTED", null]] },
    {
      name: "as in another currency",
      records: [back("R1", { currency: "GBP" })],
      told: [["R1", "OTHER_CURRENCY", null]],
    },
    {
      name: "as of no order that counts",
      records: [back("R1", { orderId: "O9" })],
      told: [["R1", "ORDER_NOT_COUNTED", null]],
    },
  ])("$name", async ({ records, told }) => {
    const rows = await rowsOf("seller", [exampleOrder(), ...records], "return");
    expect(rows.map(({ id, reason, counted }) => [id, reason, counted])).toEqual(told);
  });

  test("with what it adds to the refunds of its order, at the order's rate", async () => {
    const order = exampleOrder({ currency: "GBP", merchandiseValue: "40" });
    const returns = [back("R1", { refundAmount: "30" }), back("R2", { refundAmount: "30", currency: "GBP" })];
    expect(await rowsOf("seller", [order, ...returns], "return")).toMatchObject([
      {
        id: "R1",
        currency: "GBP",
        amount: 30_000_000n,
        counted: 30_000_000n,
        countedUsd: 60_000_000n,
        unitsPerUsd: "0.5",
      },
      {
        id: "R2",
        currency: "GBP",
        amount: 30_000_000n,
        counted: 10_000_000n,
        countedUsd: 20_000_000n,
        figures: ["refunds"],
      },
    ]);
  });

  test("in a figure only where it counts or could not be read", async () => {
    const rows = await rowsOf(
      "seller",
      [
        exampleOrder(),
        back("R1", { refundAmount: "x" }),
        back("R2", { currency: "GBP" }),
        back("R3", { orderId: "O9" }),
      ],
      "return",
    );
    expect(Object.fromEntries(rows.map(({ id, figures }) => [id, figures]))).toEqual({
      R1: ["not_reported:refund_amount"],
      R2: ["not_reported:refund_currency"],
      R3: [],
    });
  });
});

describe("a product is told", () => {
  const product = (createTime: number): ProductRecord => ({
    kind: "product",
    id: "P",
    shopId: "S1",
    title: "Candle",
    status: "ACTIVATE",
    createTime,
    updateTime: createTime,
  });

  test.each([
    {
      name: "as a launch, once",
      records: [exampleOrder(), product(ago(9)), product(ago(9))],
      told: [[null, ["launches"]]],
    },
    { name: "as not new", records: [exampleOrder(), product(ago(91))], told: [["NOT_NEW", []]] },
    { name: "as not sold", records: [product(ago(9))], told: [["NOT_SOLD", []]] },
    {
      name: "as sold earlier",
      records: [exampleOrder({ createTime: ago(40) }), product(ago(60))],
      told: [["SOLD_EARLIER", []]],
    },
  ])("$name", async ({ records, told }) => {
    const rows = await rowsOf("seller", records, "product");
    expect(rows.map(({ reason, figures }) => [reason, figures])).toEqual(told);
    expect(rows[0]).toMatchObject({ shopId: "S1", id: "P", label: "Candle" });
  });
});

describe("an order is told", () => {
  test("with why it does not count, and what it was worth", async () => {
    const orders = [
      exampleOrder({ id: "O1", status: "CANCELLED", cancellationInitiator: "Seller", currency: "GBP" }),
      exampleOrder({ id: "O2", currency: "XAF" }),
      exampleOrder({ id: "O3", merchandiseValue: "x", lines: [] }),
    ];
    expect(await rowsOf("seller", orders, "order")).toMatchObject([
      {
        id: "O1",
        reason: "CANCELLED",
        amount: 100_000_000n,
        amountUsd: 200_000_000n,
        figures: ["excluded:CANCELLED", "seller_fault"],
      },
      { id: "O2", reason: "MISSING_RATE", amount: 100_000_000n, amountUsd: null, figures: ["excluded:MISSING_RATE"] },
      {
        id: "O3",
        reason: "NOT_REPORTED",
        amount: null,
        figures: ["excluded:NOT_REPORTED", "not_reported:merchandise_value"],
      },
    ]);
  });

  test("line by line, at the rate of its day", async () => {
    const order = exampleOrder({ currency: "GBP", merchandiseValue: "10" });
    expect(await rowsOf("seller", [order], "order_line")).toMatchObject([
      {
        id: "P",
        orderId: "O1",
        label: "Candle",
        amount: 10_000_000n,
        amountUsd: 20_000_000n,
        unitsPerUsd: "0.5",
        figures: ["product:S1 P"],
      },
    ]);
  });
});

test("a commission line is told with why it does not count, and its order with why it brings nothing", async () => {
  const lines = [
    exampleCommission({ orderId: "C1", status: "FROZEN" }),
    exampleCommission({ orderId: "C2", actualCommission: "-1" }),
    exampleCommission({ orderId: "C4", actualCommission: "0", estimatedCommission: null }),
    exampleCommission({ orderId: "C3", currency: "GBP", actualCommission: "4", estimatedCommission: null }),
  ];
  expect(await rowsOf("creator", lines, "commission_order")).toMatchObject([
    { id: "C2", reason: "NO_COMMISSION", amount: -1_000_000n, counted: null, unitsPerUsd: "1" },
    { id: "C3", reason: null, amount: 4_000_000n, counted: 4_000_000n, countedUsd: 8_000_000n, unitsPerUsd: "0.5" },
    { id: "C4", reason: "NO_COMMISSION", amount: 0n, counted: null },
  ]);
  const told = await rowsOf("creator", lines, "commission");
  expect(told.map(({ orderId, reason, counted }) => [orderId, reason, counted])).toEqual([
    ["C2", null, -1_000_000n], // settled: what the reversal rate reads
    ["C1", "FROZEN", null],
    ["C2", "NO_COMMISSION", -1_000_000n],
    ["C3", null, 4_000_000n],
    ["C4", "NO_COMMISSION", 0n],
  ]);
});

test("an official measure is told, and whether it says something of satisfaction", async () => {
  const figure = (measure: ShopPerformanceRecord["measure"]): ShopPerformanceRecord => ({
    kind: "shop_performance",
    shopId: "S1",
    measure,
    value: "4",
    currency: null,
    periodEnd: null,
  });
  const rows = await rowsOf("seller", [figure("shop_score"), figure("gmv")], "performance");
  expect(rows.map(({ id, reason, figures }) => [id, reason, figures])).toEqual([
    ["gmv", "NOT_SATISFACTION", []],
    ["shop_score", null, ["satisfaction"]],
  ]);
});
