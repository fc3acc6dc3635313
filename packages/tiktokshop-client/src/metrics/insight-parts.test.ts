import { expect, test } from "vitest";
import { InsightsBook } from "./insights.ts";
import type { Entry } from "./ledger.ts";
import { exampleCommission } from "./testing/example-source.ts";

const monday = Date.UTC(2026, 10, 16, 5) / 1_000;

function entry(change: Partial<Entry> = {}): Entry {
  return {
    time: monday,
    currency: "USD",
    gross: 10_000_000n,
    refunds: 0n,
    net: 10_000_000n,
    commission: 0n,
    grossUsd: 10_000_000n,
    refundsUsd: 0n,
    netUsd: 10_000_000n,
    commissionUsd: 0n,
    unitsPerUsd: "1",
    ...change,
  };
}

function part(key: string | null, netUsd: string, change: object = {}) {
  return { key, isRest: false, currency: "USD", count: 1, net: netUsd, netUsd, ...change };
}

test("nothing sold is no part of anything", () => {
  const attribution = { content: [], contentIds: [], campaigns: [], collaborationKinds: [], collaborations: [] };
  expect(new InsightsBook().result()).toEqual({
    schema: 2,
    weekdays: [],
    hours: [],
    markets: [],
    ...attribution,
    partnerShops: [],
    costs: attribution,
    daysToCash: null,
  });
});

test("days and hours come in their order, each currency a part of its own", () => {
  const book = new InsightsBook();
  const at = (hours: number) => monday + hours * 3_600;
  for (const time of [at(6), at(24), at(0), at(6)]) book.addSale(entry({ time }), "US");
  book.addSale(entry({ time: at(0), currency: "GBP", net: 5_000_000n }), "US");
  const { weekdays, hours } = book.result();
  const pounds = { currency: "GBP", net: "5" };
  expect(weekdays).toEqual([part("1", "10", pounds), part("1", "30", { count: 3 }), part("2", "10")]);
  expect(hours).toEqual([part("5", "10", pounds), part("5", "20", { count: 2 }), part("11", "20", { count: 2 })]);
});

test("markets come by dollars, then by name and currency; one that is not told has no key", () => {
  const book = new InsightsBook();
  const sale = (region: string, netUsd: bigint, currency = "USD") =>
    book.addSale(entry({ net: netUsd, netUsd, currency }), region);
  sale("US", 1_000_000n);
  sale("GB", 3_000_000n);
  sale("DE", 1_000_000n);
  sale("", 1_000_000n);
  sale("DE", 1_000_000n, "EUR");
  sale("US", 1_000_000n);
  expect(book.result().markets).toEqual([
    part("GB", "3"),
    part("US", "2", { count: 2 }),
    part(null, "1"),
    part("DE", "1", { currency: "EUR" }),
    part("DE", "1"),
  ]);
});

test("a commission is told by content, campaign and shop of each line, and by the time of its order", () => {
  const book = new InsightsBook();
  const line = (change: object, dollars: bigint) => ({
    record: exampleCommission(change),
    units: dollars * 1_000_000n,
    usd: dollars * 1_000_000n,
  });
  book.addCommission(entry(), [
    line({ contentType: " short video", campaignId: "7", shopName: "One" }, 6n),
    line({ contentType: "SHORT-VIDEO", campaignId: null, shopName: "Two" }, 3n),
    line({ contentType: "live", campaignId: "7", shopName: null }, 1n),
  ]);
  const { weekdays, content, campaigns, partnerShops, markets } = book.result();
  expect(weekdays).toEqual([part("1", "10")]);
  expect(markets).toEqual([]);
  expect(content).toEqual([part("SHORT_VIDEO", "9", { count: 2 }), part("LIVE", "1")]);
  expect(campaigns).toEqual([part("7", "7", { count: 2 }), part(null, "3")]);
  expect(partnerShops).toEqual([part("One", "6"), part("Two", "3"), part(null, "1")]);
});

test("twenty parts stand alone, and what is smaller is one part of each currency", () => {
  const book = new InsightsBook();
  const sell = (region: string, dollars: bigint, currency: string) =>
    book.addSale(entry({ net: dollars * 2_000_000n, netUsd: dollars * 1_000_000n, currency }), region);
  for (let index = 0; index < 20; index++) sell(`R${index}`, BigInt(100 - index), "USD");
  expect(book.result().markets).toHaveLength(20);
  for (const [region, currency] of [
    ["A", "USD"],
    ["B", "EUR"],
    ["C", "USD"],
  ] as const)
    sell(region, 1n, currency);
  const { markets } = book.result();
  expect(markets).toHaveLength(22);
  expect(markets[0]).toEqual(part("R0", "100", { net: "200" }));
  expect(markets.slice(20)).toEqual([
    { key: null, isRest: true, currency: "EUR", count: 1, net: "2", netUsd: "1" },
    { key: null, isRest: true, currency: "USD", count: 2, net: "4", netUsd: "2" },
  ]);
});
