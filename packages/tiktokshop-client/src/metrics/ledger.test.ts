import { describe, expect, test } from "vitest";
import { atLeastZero, type Entry, Ledger, roundedRatio } from "./ledger.ts";
import { periodsOf } from "./periods.ts";

const asOf = Date.UTC(2026, 10, 22) / 1_000;
const day = 86_400;
const before = (days: number) => asOf - days * day;

/** Of three whole weeks: blocks of seven days each. */
const periods = periodsOf(asOf, before(21));

/** 10 units of gross, 2 refunded, 3 of commission; a dollar is two units. */
function entry(change: Partial<Entry> = {}): Entry {
  return {
    time: before(3),
    currency: "GBP",
    gross: 10_000_000n,
    refunds: 2_000_000n,
    net: 8_000_000n,
    commission: 3_000_000n,
    grossUsd: 5_000_000n,
    refundsUsd: 1_000_000n,
    netUsd: 4_000_000n,
    commissionUsd: 1_500_000n,
    unitsPerUsd: "2",
    ...change,
  };
}

function ledgerOf(...entries: readonly Entry[]): Ledger {
  const ledger = new Ledger(periods);
  for (const each of entries) ledger.add(each);
  return ledger;
}

const dollars = { currency: "USD", gross: 5_000_000n, refunds: 1_000_000n, net: 4_000_000n, commission: 1_500_000n };

describe("one currency", () => {
  const ledger = ledgerOf(entry(), entry({ time: before(17) }));

  test("is summed in itself", () => {
    expect(ledger.currencies()).toEqual(["GBP"]);
    expect((["gross", "refunds", "net", "commission"] as const).map((field) => ledger.amount("GBP", field))).toEqual([
      20_000_000n,
      4_000_000n,
      16_000_000n,
      6_000_000n,
    ]);
    expect(ledger.total()).toEqual({
      orders: 2,
      gross: 20_000_000n,
      refunds: 4_000_000n,
      net: 16_000_000n,
      commission: 6_000_000n,
      grossUsd: 10_000_000n,
      refundsUsd: 2_000_000n,
      netUsd: 8_000_000n,
      commissionUsd: 3_000_000n,
    });
  });

  test("is told by week and by block, the oldest first", () => {
    const empty = { orderCount: 0, gross: "0", net: "0", netUsd: "0" };
    const one = { orderCount: 1, gross: "10", net: "8", netUsd: "4" };
    const spans = [
      { from: before(21), to: before(14), ...one },
      { from: before(14), to: before(7), ...empty },
      { from: before(7), to: asOf, ...one },
    ];
    expect(ledger.weekly("GBP")).toEqual(spans);
    expect(ledger.blocks("GBP")).toEqual(spans);
    expect(ledger.weeklyOrders()).toEqual([1, 0, 1]);
    expect(ledger.blockTotals().map(({ orders, netUsd }) => [orders, netUsd])).toEqual([
      [1, 4_000_000n],
      [0, 0n],
      [1, 4_000_000n],
    ]);
  });

  test("is told in dollars where those are asked for", () => {
    expect(ledger.amount("USD", "net")).toBe(8_000_000n);
    expect(ledger.weekly("USD")[0]).toMatchObject({ gross: "5", net: "4" });
  });
});

describe("several currencies", () => {
  const ledger = ledgerOf(entry(), entry({ ...dollars, grossUsd: 5_000_000n }));

  test("are summed in dollars, never one to one", () => {
    expect(ledger.currencies()).toEqual(["GBP", "USD"]);
    expect((["gross", "refunds", "net", "commission"] as const).map((field) => ledger.amount("USD", field))).toEqual([
      10_000_000n,
      2_000_000n,
      8_000_000n,
      3_000_000n,
    ]);
    expect(ledger.amount("GBP", "net")).toBe(8_000_000n);
    expect(ledger.blocks("USD")[2]).toMatchObject({ orderCount: 2, gross: "10", net: "8", netUsd: "8" });
  });

  test("are told each in itself, by name, with its share of the dollars", () => {
    const lost = { ...dollars, currency: "AUD", netUsd: -9_000_000n };
    const mixed = ledgerOf(entry({ ...dollars, netUsd: 12_000_000n }), entry(), entry(lost));
    expect(mixed.byCurrency()).toEqual([
      {
        currency: "AUD",
        orderCount: 1,
        gross: "5",
        refunds: "1",
        net: "4",
        affiliateCommission: "1.5",
        netUsd: "-9",
        usdShare: 0,
      },
      {
        currency: "GBP",
        orderCount: 1,
        gross: "10",
        refunds: "2",
        net: "8",
        affiliateCommission: "3",
        netUsd: "4",
        usdShare: 0.25,
      },
      {
        currency: "USD",
        orderCount: 1,
        gross: "5",
        refunds: "1",
        net: "4",
        affiliateCommission: "1.5",
        netUsd: "12",
        usdShare: 0.75,
      },
    ]);
  });
});

describe("what the score reads of a currency", () => {
  test("holds sales with commissions, by block and week", () => {
    expect(ledgerOf(entry()).sideCurrencies()).toEqual([
      {
        currency: "GBP",
        orderCount: 1,
        net: "8",
        netUsd: "4",
        openingUnitsPerUsd: "2",
        weeklyOrders: [0, 0, 1],
        blocks: [
          { orderCount: 0, gross: "0", net: "0" },
          { orderCount: 0, gross: "0", net: "0" },
          { orderCount: 1, gross: "13", net: "8" },
        ],
      },
    ]);
  });

  test("opens at the rate of its first order, in whatever order the rows come", () => {
    const rows = [
      entry({ time: before(9), unitsPerUsd: "1.8" }),
      entry({ time: before(12), unitsPerUsd: "1.7" }),
      entry(),
    ];
    for (const list of [rows, rows.toReversed(), [rows[2], rows[0], rows[1]].filter((row) => row !== undefined)]) {
      expect(ledgerOf(...list).sideCurrencies()[0]?.openingUnitsPerUsd).toBe("1.7");
    }
  });

  test("comes by the currency's name", () => {
    const side = ledgerOf(entry({ ...dollars }), entry()).sideCurrencies();
    expect(side.map(({ currency }) => currency)).toEqual(["GBP", "USD"]);
  });
});

describe("rows left out", () => {
  test("are counted by reason, in order, with the value that is known", () => {
    const ledger = ledgerOf();
    ledger.exclude("UNPAID", "USD", 5_000_000n, 5_000_000n);
    ledger.exclude("CANCELLED", "USD", 1_000_000n, 1_000_000n);
    ledger.exclude("UNPAID", "USD", 7_000_000n, 7_000_000n);
    ledger.exclude("UNPAID", null, 9_000_000n, null);
    ledger.exclude("UNPAID", "USD", null, null);
    expect(Object.entries(ledger.excluded("USD"))).toEqual([
      ["CANCELLED", { count: 1, value: "1" }],
      ["UNPAID", { count: 4, value: "12" }],
    ]);
  });

  test("of the metrics' currency alone are valued in it, others in dollars, and say so", () => {
    const ledger = ledgerOf();
    ledger.exclude("UNPAID", "GBP", 10_000_000n, 5_000_000n);
    ledger.exclude("UNPAID", "USD", 1_000_000n, 1_000_000n);
    ledger.exclude("CANCELLED", "GBP", 10_000_000n, null);
    ledger.exclude("ON_HOLD", "IDR", null, null);
    expect(ledger.excluded("GBP")).toEqual({
      CANCELLED: { count: 1, value: "10" },
      ON_HOLD: { count: 1, value: "0" },
      UNPAID: { count: 2, value: "6", currency: "USD" },
    });
    expect(ledger.excluded("USD")).toEqual({
      CANCELLED: { count: 1, value: "0" },
      ON_HOLD: { count: 1, value: "0" },
      UNPAID: { count: 2, value: "6" },
    });
    expect(ledger.excluded("EUR").UNPAID).toEqual({ count: 2, value: "6", currency: "USD" });
  });
});

test.each([
  { units: 10_000_000n, multiplier: 1, divisor: 3, text: "3.33" },
  { units: 10_000_000n, multiplier: 30, divisor: 90, text: "3.33" },
  { units: 125_000n, multiplier: 1, divisor: 1, text: "0.12" }, // half to the even cent
  { units: 135_000n, multiplier: 1, divisor: 1, text: "0.14" },
  { units: 10_000_000n, multiplier: 1, divisor: 0, text: "0" },
])("$units millionths × $multiplier ÷ $divisor is $text", ({ units, multiplier, divisor, text }) => {
  expect(roundedRatio(units, multiplier, divisor)).toBe(text);
});

test.each([
  [-1n, 0n],
  [0n, 0n],
  [1n, 1n],
])("%d millionths are at least %d", (units, held) => {
  expect(atLeastZero(units)).toBe(held);
});
