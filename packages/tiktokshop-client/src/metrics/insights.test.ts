import type { IncomeRecord } from "@lendfriend/connector";
import { sumDecimals } from "@lendfriend/connector";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Attribution } from "./attribution.ts";
import { incomeMetrics } from "./income-metrics.ts";
import { InsightsBook } from "./insights.ts";
import type { InsightPart } from "./part-sums.ts";
import { recordsSource } from "./records-source.ts";
import {
  exampleAsOf,
  exampleCommission,
  exampleConnection,
  exampleOrder,
  exampleReturn,
  exampleShop,
  exampleSource,
} from "./testing/example-source.ts";

const rates = {
  rateOn: (currency: string) => (currency === "IDR" ? { unitsPerUsd: "16234.5" } : null),
  describe: () => ({ source: "test", hash: "0".repeat(64) }),
};

async function insightsOf(sellerRows: readonly IncomeRecord[], creatorRows: readonly IncomeRecord[]) {
  const book = new InsightsBook();
  const shops = [exampleShop(), exampleShop({ id: "S2", region: "ID", name: "Toko" })];
  const metrics = await incomeMetrics(
    exampleSource({
      connections: [exampleConnection("seller", { shops }), exampleConnection("creator")],
      read: recordsSource({ seller: sellerRows, creator: creatorRows }),
      rates,
    }),
    book,
  );
  return { metrics, insights: book.result() };
}

function netUsdOf(parts: readonly InsightPart[]): string {
  return sumDecimals(parts.map(({ netUsd }) => netUsd));
}

const time = fc.integer({ min: exampleAsOf - 100 * 86_400, max: exampleAsOf + 3 * 86_400 });
const amount = fc.integer({ min: 0, max: 900_000 }).map((cents) => (cents / 100).toFixed(2));
const anyOrder = fc
  .record({
    id: fc.integer({ min: 1, max: 30 }).map((id) => `O${id}`),
    shopId: fc.constantFrom("S1", "S2", "S3"),
    currency: fc.constantFrom("USD", "IDR", "XAF"),
    status: fc.constantFrom("COMPLETED", "DELIVERED", "CANCELLED", "ODD"),
    merchandiseValue: amount,
    createTime: time,
  })
  .map(exampleOrder);
const anyReturn = fc
  .record({
    id: fc.integer({ min: 1, max: 20 }).map((id) => `R${id}`),
    orderId: fc.integer({ min: 1, max: 30 }).map((id) => `O${id}`),
    refundAmount: amount,
  })
  .map(exampleReturn);
const anyLine = fc
  .record({
    orderId: fc.integer({ min: 1, max: 20 }).map((id) => `C${id}`),
    lineId: fc.constantFrom("1", "2", "3"),
    status: fc.constantFrom("SETTLED", "To-Settle", "REFUNDED", "ODD"),
    currency: fc.constantFrom("USD", "IDR", "XAF"),
    actualCommission: fc.oneof(amount, fc.constant("-3.5"), fc.constant(null)),
    estimatedCommission: fc.oneof(amount, fc.constant(null)),
    contentType: fc.constantFrom("VIDEO", "Live", null, "HOLOGRAM"),
    contentId: fc.constantFrom("V1", "V2", null),
    campaignId: fc.constantFrom("7", "8", null),
    openCollaborationId: fc.constantFrom("P1", "P2", null),
    targetCollaborationId: fc.constantFrom("P3", null),
    shopName: fc.integer({ min: 1, max: 60 }).map((shop) => (shop === 60 ? null : `Shop ${shop}`)),
    createTime: time,
  })
  .map(exampleCommission);

function attributionLists({ content, contentIds, campaigns, collaborationKinds, collaborations }: Attribution) {
  return [content, contentIds, campaigns, collaborationKinds, collaborations];
}

test("the parts of each insight add up to what the score counts, whatever the rows", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyOrder, { maxLength: 40 }),
      fc.array(anyReturn, { maxLength: 15 }),
      fc.array(anyLine, { maxLength: 60 }),
      async (orders, returns, lines) => {
        const { metrics, insights } = await insightsOf([...orders, ...returns], lines);

        expect(netUsdOf(insights.weekdays)).toBe(metrics.netUsd);
        expect(netUsdOf(insights.hours)).toBe(metrics.netUsd);
        expect(insights.weekdays.reduce((sum, { count }) => sum + count, 0)).toBe(metrics.orderCount);
        expect(netUsdOf(insights.markets)).toBe(metrics.seller?.netUsd);
        for (const parts of [insights.partnerShops, ...attributionLists(insights)]) {
          expect(netUsdOf(parts)).toBe(metrics.creator?.netUsd);
        }
        for (const { currency, net } of metrics.byCurrency) {
          const own = insights.weekdays.filter((part) => part.currency === currency);
          expect(sumDecimals(own.map((part) => part.net))).toBe(net);
        }
      },
    ),
    { numRuns: 300 },
  );
});

test("an unknown content type is a part of its own, and none told is a part without a key", async () => {
  const { insights } = await insightsOf(
    [],
    [
      exampleCommission({ orderId: "C1", contentType: "pre-live" }),
      exampleCommission({ orderId: "C2", contentType: null, actualCommission: "4" }),
    ],
  );

  expect(insights.content).toEqual([
    { key: "PRE_LIVE", isRest: false, currency: "USD", count: 1, net: "15", netUsd: "15" },
    { key: null, isRest: false, currency: "USD", count: 1, net: "4", netUsd: "4" },
  ]);
});

test("a line that was made for its creator is told from one of an open plan, and from one of neither", async () => {
  const { insights } = await insightsOf(
    [],
    [
      exampleCommission({ orderId: "C1", openCollaborationId: "P1" }),
      exampleCommission({ orderId: "C2", targetCollaborationId: "P2", actualCommission: "4" }),
      exampleCommission({
        orderId: "C3",
        openCollaborationId: "P1",
        targetCollaborationId: "P2",
        actualCommission: "2",
      }),
      exampleCommission({ orderId: "C4", actualCommission: "1" }),
    ],
  );

  expect(insights.collaborationKinds.map(({ key, netUsd }) => [key, netUsd])).toEqual([
    ["OPEN", "15"],
    ["TARGET", "6"],
    [null, "1"],
  ]);
  expect(insights.collaborations.map(({ key, netUsd }) => [key, netUsd])).toEqual([
    ["OPEN:P1", "15"],
    ["TARGET:P2", "6"],
    [null, "1"],
  ]);
});

const paid = { side: "seller", shopId: "S1", creator: "ana", status: "COMPLETED" } as const;

test("each list of what creators cost a shop adds up to the same sum, whatever the rows", async () => {
  const anyCost = anyLine.map((line) => ({ ...line, ...paid, creator: line.shopName, status: line.status }));
  await fc.assert(
    fc.asyncProperty(fc.array(anyCost, { maxLength: 60 }), async (lines) => {
      const { insights } = await insightsOf(lines, []);

      const sums = new Set(attributionLists(insights.costs).map(netUsdOf));
      expect(sums.size).toBe(1);
      expect(attributionLists(insights).flat()).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test("a creator costs a shop what was paid, else what is expected, and nothing before or after the window", async () => {
  const { metrics, insights } = await insightsOf(
    [
      exampleCommission({ ...paid, orderId: "C1", actualCommission: "12", estimatedCommission: "15", campaignId: "7" }),
      exampleCommission({ ...paid, orderId: "C2", actualCommission: null, estimatedCommission: "3", contentId: "V1" }),
      exampleCommission({ ...paid, orderId: "C3", status: "CANCELLED" }),
      exampleCommission({ ...paid, orderId: "C4", createTime: exampleAsOf }),
    ],
    [],
  );

  expect(insights.costs.campaigns.map(({ key, net }) => [key, net])).toEqual([
    ["7", "12"],
    [null, "3"],
  ]);
  expect(insights.costs.contentIds.map(({ key, net }) => [key, net])).toEqual([
    [null, "12"],
    ["V1", "3"],
  ]);
  expect(metrics.netUsd).toBe("0");
});

test("what creators cost changes no figure that is scored", async () => {
  const costs = [exampleCommission({ ...paid, currency: "IDR" }), exampleCommission({ ...paid, orderId: "C2" })];
  const free = costs.map((line) => ({ ...line, actualCommission: null, estimatedCommission: null }));

  const [withCosts, without] = [await insightsOf(costs, []), await insightsOf(free, [])];

  expect(withCosts.metrics).toEqual(without.metrics);
  expect(without.insights.costs.content).toEqual([]);
});

test("past the largest twenty the parts are one, so that a list stays short and still adds up", async () => {
  const lines = Array.from({ length: 25 }, (_, index) =>
    exampleCommission({ orderId: `C${index}`, shopName: `Shop ${index}`, actualCommission: String(index + 1) }),
  );
  const { metrics, insights } = await insightsOf([], lines);

  expect(insights.partnerShops).toHaveLength(21);
  expect(insights.partnerShops.at(-1)).toEqual({
    key: null,
    isRest: true,
    currency: "USD",
    count: 5,
    net: "15",
    netUsd: "15",
  });
  expect(netUsdOf(insights.partnerShops)).toBe(metrics.netUsd);
});

test("a Sunday order at 23:59:59 UTC is Sunday's", async () => {
  const sunday = Date.UTC(2026, 10, 15, 23, 59, 59) / 1_000;
  const { insights } = await insightsOf([exampleOrder({ createTime: sunday })], []);

  expect(insights.weekdays.map(({ key }) => key)).toEqual(["7"]);
  expect(insights.hours.map(({ key }) => key)).toEqual(["23"]);
});
