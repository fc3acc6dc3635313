import type { CommissionRecord, IncomeRecord, OrderRecord, ReturnRecord } from "@lendfriend/connector";
import { expect, test } from "vitest";
import { incomeMetrics } from "./income-metrics.ts";
import { recordsSource } from "./records-source.ts";
import type { ConnectionIncome, ExchangeRates, MetricsSource } from "./source.ts";
import {
  exampleAsOf as asOf,
  exampleCommission,
  exampleConnection,
  exampleOrder,
  exampleReturn,
  exampleSource,
} from "./testing/example-source.ts";

const day = 86_400;
const seller = exampleConnection("seller");
const creator = exampleConnection("creator");

function order(id: number, daysAgo: number, value: string, more: Partial<OrderRecord> = {}): OrderRecord {
  return exampleOrder({
    id: String(576_000_000_000_000_000n + BigInt(id)),
    createTime: asOf - daysAgo * day,
    merchandiseValue: value,
    ...more,
  });
}

function refund(id: string, orderId: string, amount: string): ReturnRecord {
  return exampleReturn({ id, orderId, refundAmount: amount, currency: "USD" });
}

function commission(id: number, daysAgo: number, actual: string): CommissionRecord {
  return exampleCommission({
    orderId: `C${id}`,
    createTime: asOf - daysAgo * day,
    estimatedCommission: actual,
    actualCommission: actual,
  });
}

function sourceOf(
  connections: readonly ConnectionIncome[],
  records: Readonly<Record<string, readonly IncomeRecord[]>>,
): MetricsSource {
  return exampleSource({ connections, read: recordsSource(records) });
}

const sellerOrders = Array.from({ length: 150 }, (_, index) => order(index, 1 + (index % 85), "100"));
const sellerRows = [
  ...sellerOrders,
  ...sellerOrders.slice(0, 15).map(({ id }, index) => refund(`R${index}`, id, "50")),
];

test("150 orders of $100 with 5 % returned: gross 15,000, refunds 750, net 14,250, 4,750 a month", async () => {
  const metrics = await incomeMetrics(sourceOf([seller], { seller: sellerRows }));

  expect(metrics).toMatchObject({
    currency: "USD",
    gross: "15000",
    orderCount: 150,
    averageOrderValue: "100",
    refunds: "750",
    net: "14250",
    monthlyNet: "4750",
  });
});

test("200 settled lines on $30,000 at 15 %: 4,500, or 1,500 a month", async () => {
  const lines = Array.from({ length: 200 }, (_, index) => commission(index, 1 + (index % 85), "22.5"));

  const metrics = await incomeMetrics(sourceOf([creator], { creator: lines }));

  expect(metrics).toMatchObject({
    gross: "0",
    orderCount: 200,
    refunds: "0",
    net: "4500",
    monthlyNet: "1500",
    affiliateCommission: "4500",
  });
});

test("shop sales of $10,000 and commissions of $3,000: net 13,000, or 4,333.33 a month", async () => {
  const orders = Array.from({ length: 100 }, (_, index) => order(index, 1 + (index % 85), "100"));
  const lines = Array.from({ length: 100 }, (_, index) => commission(index, 1 + (index % 85), "30"));

  const metrics = await incomeMetrics(sourceOf([seller, creator], { seller: orders, creator: lines }));

  expect(metrics).toMatchObject({
    gross: "10000",
    refunds: "0",
    net: "13000",
    monthlyNet: "4333.33",
    affiliateCommission: "3000",
  });
});

test("commission on one's own shop is a transfer and does not count", async () => {
  const own = { ...commission(1, 3, "30"), shopName: "my SHOP " };

  const metrics = await incomeMetrics(sourceOf([seller, creator], { seller: [order(1, 3, "100")], creator: [own] }));

  expect(metrics.net).toBe("100");
  expect(metrics.excluded).toEqual({ OWN_SHOP: { count: 1, value: "30" } });
});

test.each([
  ["DUPLICATE", [order(1, 3, "100"), order(1, 3, "100")]],
  ["OUT_OF_WINDOW", [order(1, 91, "100")]],
  ["UNPAID", [order(1, 3, "100", { status: "UNPAID", paidTime: null })]],
  ["ON_HOLD", [order(1, 3, "100", { status: "ON_HOLD" })]],
  ["CANCELLED", [order(1, 3, "100", { status: "CANCELLED" })]],
  ["SAMPLE", [order(1, 3, "100", { isSample: true, isExchange: true })]],
  ["REPLACEMENT", [order(1, 3, "100", { isReplacement: true })]],
  ["EXCHANGE", [order(1, 3, "100", { isExchange: true })]],
  ["GIFT_ONLY", [order(1, 3, "0", { itemCount: 0 })]],
  ["COD_UNDELIVERED", [order(1, 3, "100", { status: "IN_TRANSIT", isCod: true, paidTime: null })]],
  ["FUTURE", [order(1, -2, "100")]],
  ["UNKNOWN_STATUS", [order(1, 3, "100", { status: "TELEPORTED" })]],
])("an order that is %s is left out with that reason and its value", async (reason, orders) => {
  const metrics = await incomeMetrics(sourceOf([seller], { seller: orders }));

  expect(Object.keys(metrics.excluded)).toEqual([reason]);
  expect(metrics.excluded[reason]?.count).toBe(1);
});

test("orders left out in another currency than that of what counts are valued in dollars, and say so", async () => {
  const orders = [
    order(1, 3, "100", { currency: "GBP" }),
    order(2, 3, "60", { currency: "GBP", status: "CANCELLED" }),
    order(3, 3, "160000", { currency: "IDR", status: "CANCELLED" }),
    order(4, 3, "20", { currency: "GBP", status: "UNPAID", paidTime: null }),
  ];
  const unitsPerUsd: Readonly<Record<string, string>> = { GBP: "0.8", IDR: "16000" };
  const rates: ExchangeRates = {
    rateOn: (currency) => ({ unitsPerUsd: unitsPerUsd[currency] ?? "1" }),
    describe: () => ({ source: "test", hash: "0".repeat(64) }),
  };

  const { currency, excluded } = await incomeMetrics({ ...sourceOf([seller], { seller: orders }), rates });

  expect(currency).toBe("GBP");
  expect(excluded).toEqual({
    CANCELLED: { count: 2, value: "85", currency: "USD" },
    UNPAID: { count: 1, value: "20" },
  });
});

test("cash on delivery counts once it is delivered", async () => {
  const delivered = order(1, 3, "100", { status: "DELIVERED", isCod: true, paidTime: null });

  expect((await incomeMetrics(sourceOf([seller], { seller: [delivered] }))).gross).toBe("100");
});

test("the order of the rows and repeated rows change nothing that is counted", async () => {
  const once = await incomeMetrics(sourceOf([seller], { seller: sellerRows }));

  const again = await incomeMetrics(sourceOf([seller], { seller: [...sellerRows, ...sellerRows].toReversed() }));

  expect({ ...again, excluded: {} }).toEqual({ ...once, excluded: {} });
});

test("a currency without a rate is left out loudly, never counted one to one", async () => {
  const metrics = await incomeMetrics(sourceOf([seller], { seller: [order(1, 3, "100", { currency: "VND" })] }));

  expect(metrics).toMatchObject({ gross: "0", orderCount: 0, excluded: { MISSING_RATE: { count: 1 } } });
  expect(metrics.exchangeRates.missing).toEqual(["VND"]);
});

test("no rows at all give zeros, not an error", async () => {
  const metrics = await incomeMetrics(sourceOf([seller], {}));

  expect(metrics).toMatchObject({ gross: "0", net: "0", monthlyNet: "0", averageOrderValue: "0", observedDays: 90 });
});
