import type { IncomeRecord, OrderRecord } from "@lendfriend/connector";
import type { IncomeMetrics } from "@lendfriend/credit-score";
import { describe, expect, test } from "vitest";
import { recordsFromCreatorOrder } from "../records/records-from-commissions.ts";
import { incomeMetrics } from "./income-metrics.ts";
import { recordsSource } from "./records-source.ts";
import type { ConnectionIncome, ExchangeRates } from "./source.ts";
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

/*
 * Score model §2, §3 and §7 as tables: each row is a case of the text, worked out by hand.
 */

const day = 86_400;
const seller = exampleConnection("seller");
const creator = exampleConnection("creator");

async function metricsOf(
  records: readonly IncomeRecord[],
  { connection = seller, rates }: { readonly connection?: ConnectionIncome; readonly rates?: ExchangeRates } = {},
): Promise<IncomeMetrics> {
  const read = recordsSource({ [connection.id]: records });
  return incomeMetrics(exampleSource({ connections: [connection], read, ...(rates ? { rates } : {}) }));
}

describe("which of several reasons leaves an order out (§2)", () => {
  const wrong = {
    UNPAID: { status: "UNPAID", paidTime: null },
    ON_HOLD: { status: "ON_HOLD" },
    CANCELLED: { status: "CANCELLED" },
    SAMPLE: { isSample: true },
    REPLACEMENT: { isReplacement: true },
    EXCHANGE: { isExchange: true },
    GIFT_ONLY: { merchandiseValue: "0" },
    COD_UNDELIVERED: { isCod: true, paidTime: null, status: "IN_TRANSIT" },
    FUTURE: { createTime: asOf + 2 * day },
    UNKNOWN_STATUS: { status: "TELEPORTED" },
  } as const satisfies Record<string, Partial<OrderRecord>>;
  const names = Object.keys(wrong) as (keyof typeof wrong)[];
  // Two reasons that need a status of their own cannot both hold.
  const pairs = names.flatMap((first, at) =>
    names
      .slice(at + 1)
      .flatMap((second) => ("status" in wrong[first] && "status" in wrong[second] ? [] : [{ first, second }])),
  );

  test.each(pairs)("$first outranks $second", async ({ first, second }) => {
    const order = exampleOrder({ ...wrong[second], ...wrong[first] });
    // What came later in the text must still hold by itself.
    const both = exampleOrder({ ...wrong[first], ...wrong[second], ...pick(wrong[first], "status") });

    expect(Object.keys((await metricsOf([order])).excluded)).toEqual([first]);
    expect(Object.keys((await metricsOf([both])).excluded)).toEqual([first]);
  });

  test.each(names.filter((name) => name !== "FUTURE"))("the window outranks %s", async (name) => {
    const order = exampleOrder({ ...wrong[name], createTime: asOf - 91 * day });

    expect(Object.keys((await metricsOf([order])).excluded)).toEqual(["OUT_OF_WINDOW"]);
  });

  test.each(names)("a repeated order that is %s is a duplicate once", async (name) => {
    const { excluded } = await metricsOf([exampleOrder(wrong[name]), exampleOrder(wrong[name])]);

    expect(excluded).toMatchObject({ DUPLICATE: { count: 1 }, [name]: { count: 1 } });
  });
});

describe("which orders qualify (§2)", () => {
  const selling = [
    "AWAITING_SHIPMENT",
    "PARTIALLY_SHIPPING",
    "AWAITING_COLLECTION",
    "IN_TRANSIT",
    "DELIVERED",
    "COMPLETED",
  ];

  test.each(selling)("a paid one that is %s does", async (status) => {
    expect((await metricsOf([exampleOrder({ status })])).orderCount).toBe(1);
  });

  test.each(selling)("an unpaid cash-on-delivery one that is %s does only once it was handed over", async (status) => {
    const { orderCount } = await metricsOf([exampleOrder({ status, isCod: true, paidTime: null })]);

    expect(orderCount).toBe(status === "DELIVERED" || status === "COMPLETED" ? 1 : 0);
  });

  test("its gifts are no items, and its value was already lowered by them", async () => {
    const order = exampleOrder({ merchandiseValue: "80", itemCount: 2, giftCount: 1 });

    expect(await metricsOf([order])).toMatchObject({ gross: "80", itemsSold: 2, orderCount: 1 });
  });
});

/** Each day its own rate: dated rates must not be mixed up. */
const dated: ExchangeRates = {
  rateOn: (currency, on) => {
    const perUsd = { IDR: "16000", VND: "25000", GBP: "0.8", EUR: "0.9" }[currency];
    if (perUsd === undefined) return null;
    // On the 1st of October everything cost double.
    return { unitsPerUsd: on === "2026-10-01" ? String(Number(perUsd) * 2) : perUsd };
  },
  describe: () => ({ source: "test", hash: "0".repeat(64) }),
};

describe("several currencies at once (§3)", () => {
  const october = Date.UTC(2026, 9, 1, 12) / 1_000;
  const orders = [
    exampleOrder({ id: "idr", currency: "IDR", merchandiseValue: "160000" }),
    exampleOrder({ id: "idr-october", currency: "IDR", merchandiseValue: "320000", createTime: october }),
    exampleOrder({ id: "vnd", currency: "VND", merchandiseValue: "250000" }),
    exampleOrder({ id: "gbp", currency: "GBP", merchandiseValue: "8.08" }),
    exampleOrder({ id: "eur-october", currency: "EUR", merchandiseValue: "18", createTime: october }),
    exampleOrder({ id: "pln", currency: "PLN", merchandiseValue: "44.44" }),
  ];

  test("each is converted at the rate of its order's day, none is added to another, and one without a rate is left out loudly", async () => {
    const metrics = await metricsOf(orders, { rates: dated });

    expect(metrics).toMatchObject({ currency: "USD", gross: "50.1", netUsd: "50.1", orderCount: 5 });
    expect(metrics.byCurrency.map(({ currency, gross, netUsd }) => [currency, gross, netUsd])).toEqual([
      ["EUR", "18", "10"],
      ["GBP", "8.08", "10.1"],
      ["IDR", "480000", "20"],
      ["VND", "250000", "10"],
    ]);
    expect(metrics.exchangeRates.missing).toEqual(["PLN"]);
    expect(metrics.excluded.MISSING_RATE?.count).toBe(1);
  });

  test("a refund is converted at the rate of the order's day, however late it came", async () => {
    const late = exampleReturn({ orderId: "idr-october", refundAmount: "160000", currency: "IDR" });

    const metrics = await metricsOf([...orders, late], { rates: dated });

    expect(metrics).toMatchObject({ refunds: "5", net: "45.1" });
  });

  test("a refund in another currency than its order is listed, not converted", async () => {
    const metrics = await metricsOf([exampleOrder(), exampleReturn({ currency: "EUR" })], { rates: dated });

    expect(metrics).toMatchObject({ refunds: "0", notReported: [{ field: "refund_currency", examples: ["O1"] }] });
  });
});

describe("commissions printed for people, by their currency's rules (§3)", () => {
  const oneEach: ExchangeRates = {
    rateOn: (currency) => ({ unitsPerUsd: currency === "IDR" || currency === "VND" ? "10000" : "2" }),
    describe: () => ({ source: "test", hash: "0".repeat(64) }),
  };

  test.each([
    { currency: "IDR", printed: "Rp9.900", native: "9900", usd: "0.99" },
    { currency: "VND", printed: "12.000₫", native: "12000", usd: "1.2" },
    { currency: "THB", printed: "฿1,234.50", native: "1234.5", usd: "617.25" },
    { currency: "PHP", printed: "₱1,234.50", native: "1234.5", usd: "617.25" },
    { currency: "MYR", printed: "RM12.50", native: "12.5", usd: "6.25" },
    { currency: "SGD", printed: "S$12.50", native: "12.5", usd: "6.25" },
    { currency: "USD", printed: "$1,234.50", native: "1234.5", usd: "1234.5" },
    { currency: "GBP", printed: "£12.50", native: "12.5", usd: "6.25" },
    { currency: "EUR", printed: "1.234,50 €", native: "1234.5", usd: "617.25" },
    { currency: "BRL", printed: "R$ 1.234,50", native: "1234.5", usd: "617.25" },
    { currency: "MXN", printed: "MX$1,234.50", native: "1234.5", usd: "617.25" },
    { currency: "JPY", printed: "¥1,234", native: "1234", usd: "617" },
  ])("$printed is $native $currency", async ({ currency, printed, native, usd }) => {
    const metrics = await metricsOf(commissionOf(currency, printed), { connection: creator, rates: oneEach });

    expect(metrics).toMatchObject({ currency, affiliateCommission: native, net: native, netUsd: usd, orderCount: 1 });
  });

  test.each([
    { currency: "EUR", printed: "1.234" },
    { currency: "IDR", printed: "9.900" },
    { currency: "USD", printed: "1.234,50" },
    { currency: "JPY", printed: "¥1.5" },
    { currency: "PLN", printed: "5,86 zł" },
  ])("$printed in $currency stays unread: nothing is earned, and it is listed", async ({ currency, printed }) => {
    const metrics = await metricsOf(commissionOf(currency, printed), { connection: creator, rates: oneEach });

    expect(metrics).toMatchObject({
      affiliateCommission: "0",
      orderCount: 0,
      excluded: { NOT_REPORTED: { count: 1 } },
    });
    expect(metrics.notReported).toEqual([{ field: "commission", count: 1, examples: ["C1"] }]);
  });

  function commissionOf(currency: string, amount: string): readonly IncomeRecord[] {
    return recordsFromCreatorOrder({
      id: "C1",
      status: "SETTLED",
      create_time: asOf - 3 * day,
      skus: [
        {
          sku_id: "K",
          product_id: "P",
          shop_name: "Somebody's shop",
          actual_commission: { amount, currency },
          estimated_commission: { amount, currency },
        },
      ],
    }).records;
  }
});

describe("several shops (§7)", () => {
  const two = exampleConnection("seller", {
    shops: [
      exampleShop({ id: "S1", firstActivity: asOf - 30 * day }),
      exampleShop({ id: "S2", firstActivity: asOf - 500 * day, isActive: false, region: "GB" }),
    ],
  });

  test("are summed, with the age of the oldest and the standing of the worst", async () => {
    const orders = [exampleOrder({ shopId: "S1" }), exampleOrder({ shopId: "S2", merchandiseValue: "50" })];

    const metrics = await metricsOf(orders, { connection: two });

    expect(metrics).toMatchObject({ gross: "150", orderCount: 2, observedDays: 90 });
    expect(metrics.seller).toMatchObject({ firstActivityAt: asOf - 500 * day, standing: { state: "ended" } });
    expect(metrics.byShop.map(({ region, gross }) => [region, gross])).toEqual([
      ["US", "100"],
      ["GB", "50"],
    ]);
  });

  test("may use one order id each: a refund and a settlement belong to their own shop's", async () => {
    const old = { createTime: asOf - 40 * day, deliveryTime: asOf - 30 * day };
    const orders = [exampleOrder({ shopId: "S1", ...old }), exampleOrder({ shopId: "S2", ...old })];
    const elsewhere = exampleSettlement({ id: "T2", shopId: "S2", orderId: "O2" });
    const rows = [exampleReturn({ shopId: "S2" }), exampleSettlement({ shopId: "S1" }), elsewhere];

    const metrics = await metricsOf([...orders, ...rows], { connection: two });

    expect(metrics).toMatchObject({ refunds: "50", net: "125" }); // 100 + (100 − 50)/2
  });
});

describe("hybrids (§7)", () => {
  test("commission earned at one's own shop is no income, on either list", async () => {
    const lines = [
      exampleCommission({ orderId: "own", shopName: "MY SHOP" }),
      exampleCommission({ orderId: "O1", shopName: null }),
      exampleCommission({ orderId: "other", status: "To-SETTLE", actualCommission: null }),
    ];
    const read = recordsSource({ seller: [exampleOrder()], creator: lines });

    const metrics = await incomeMetrics(exampleSource({ connections: [seller, creator], read }));

    expect(metrics).toMatchObject({
      gross: "100",
      averageOrderValue: "100",
      affiliateCommission: "13.5",
      net: "113.5",
      orderCount: 2,
      excluded: { OWN_SHOP: { count: 2, value: "30" } },
    });
  });
});

describe("days from order to cash (§6)", () => {
  const order = exampleOrder({ createTime: asOf - 30 * day });

  test.each([
    { name: "paid", change: {}, days: 12 },
    { name: "still processing", change: { paymentStatus: "PROCESSING", paymentTime: null }, days: null },
    { name: "failed", change: { paymentStatus: "FAILED" }, days: null },
    { name: "failed, written otherwise", change: { paymentStatus: "failed" }, days: null },
  ])("of an order whose payment is $name: $days", async ({ change, days }) => {
    expect((await metricsOf([order, exampleSettlement(), exampleStatement(change)])).medianDaysToCash).toBe(days);
  });
});

function pick(from: Partial<OrderRecord>, name: "status"): Partial<OrderRecord> {
  const value = from[name];
  return value === undefined ? {} : { [name]: value };
}
