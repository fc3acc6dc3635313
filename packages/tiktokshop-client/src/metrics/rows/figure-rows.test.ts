import type { CommissionRecord, IncomeRecord, OrderRecord } from "@lendfriend/connector";
import type { IncomeMetrics } from "@lendfriend/credit-score";
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { ConcentrationSum } from "../concentration.ts";
import { incomeMetrics } from "../income-metrics.ts";
import { type Insights, InsightsBook } from "../insights.ts";
import { recordsSource } from "../records-source.ts";
import type { ExchangeRates, MetricsSource } from "../source.ts";
import {
  exampleCommission,
  exampleConnection,
  exampleOrder,
  exampleReturn,
  exampleSettlement,
  exampleShop,
  exampleSource,
  exampleStatement,
} from "../testing/example-source.ts";
import { FigureSums, figureTotal } from "./figure-sums.ts";
import { figureValues } from "./figure-values.ts";
import type { MetricRow } from "./metric-row.ts";
import { shownFigures } from "./shown-figures.ts";

// Ten thousand cases take a while on a busy machine.
vi.setConfig({ testTimeout: 240_000 });

const runs = { numRuns: 10_000 };
const asOf = Date.UTC(2026, 10, 22) / 1_000;
const day = 86_400;
const amount = fc.integer({ min: 0, max: 90_000 }).map((cents) => (cents / 100).toFixed(2));
const currency = fc.constantFrom("USD", "GBP", "XAF");
const time = fc.integer({ min: asOf - 95 * day, max: asOf + 3 * day });
const rates: ExchangeRates = {
  rateOn: (code, on) => (code === "GBP" ? { unitsPerUsd: on < "2026-10-15" ? "0.8" : "0.7431" } : null),
  describe: () => ({ source: "test", hash: "0".repeat(64) }),
};

const anOrder = fc
  .record({
    id: fc.nat(12).map((id) => `O${id}`),
    shopId: fc.constantFrom("S1", "S2", "S3"),
    createTime: time,
    merchandiseValue: fc.oneof(amount, fc.constantFrom("0", "unclear")),
    currency,
    status: fc.constantFrom("COMPLETED", "DELIVERED", "CANCELLED", "UNPAID", "ODD"),
    itemCount: fc.integer({ min: 1, max: 4 }),
    isSample: fc.boolean(),
    cancellationInitiator: fc.constantFrom("SELLER", "BUYER", null),
    lateBy: fc.option(fc.integer({ min: -1, max: 1 })),
    delivered: fc.option(fc.integer({ min: 1, max: 40 })),
    products: fc.array(fc.tuple(fc.nat(4), amount), { maxLength: 3 }),
  })
  .map(
    ({ lateBy, delivered, products, ...order }): OrderRecord =>
      exampleOrder({
        ...order,
        isSample: order.isSample && order.id === "O3",
        rtsTime: lateBy === null ? null : order.createTime + (2 + lateBy) * day,
        rtsSlaTime: order.createTime + 2 * day,
        deliveryTime: delivered === null ? null : order.createTime + delivered * day,
        lines: products.map(([product, value]) => ({
          productId: `P${product}`,
          productName: `Product ${product}`,
          skuId: "K",
          value,
        })),
      }),
  );

const aReturn = fc
  .record({
    id: fc.nat(9).map((id) => `R${id}`),
    orderId: fc.nat(12).map((id) => `O${id}`),
    shopId: fc.constantFrom("S1", "S2"),
    currency: fc.constantFrom("USD", "GBP", null),
    refundAmount: fc.oneof(amount, fc.constantFrom(null, "-20")),
    status: fc.constantFrom("RETURN_OR_REFUND_REQUEST_COMPLETE", "RETURN_OR_REFUND_REQUEST_PENDING", "ODD"),
    nextReturnId: fc.option(fc.nat(9).map((id) => `R${id}`)),
    updateTime: time,
  })
  .map(exampleReturn);

const aSettlement = fc
  .record({
    id: fc.nat(20).map((id) => `T${id}`),
    orderId: fc.option(fc.nat(12).map((id) => `O${id}`)),
    statementId: fc.constantFrom("1", "2", "3"),
    type: fc.constantFrom("ORDER", "ADJUSTMENT"),
    orderCreateTime: fc.constantFrom(null, asOf - 30 * day, asOf - 20 * day),
  })
  .map(exampleSettlement);

const aStatement = fc
  .record({
    id: fc.constantFrom("1", "2"),
    paymentTime: fc.constantFrom(null, asOf - 10 * day, asOf),
    paymentStatus: fc.constantFrom("PAID", "FAILED"),
  })
  .map(exampleStatement);

const aLine = fc
  .record({
    orderId: fc.nat(9).map((id) => `C${id}`),
    lineId: fc.constantFrom("1", "2", "3"),
    status: fc.constantFrom("SETTLED", "To-Settle", "ORDERED", "REFUNDED", "ODD"),
    currency: fc.constantFrom("USD", "GBP", "XAF", null),
    actualCommission: fc.oneof(amount, fc.constantFrom("-30", null)),
    estimatedCommission: fc.oneof(amount, fc.constant(null)),
    commissionBase: fc.oneof(amount, fc.constant(null)),
    contentType: fc.constantFrom("VIDEO", "Pre-live", null),
    campaignId: fc.constantFrom("7", "a:b", null),
    shopName: fc.constantFrom("Alpha", "Beta: the shop", "My shop", null),
    creator: fc.constantFrom("ann", "ben", null),
    contentId: fc.constantFrom("V1", null),
    openCollaborationId: fc.constantFrom("11", null),
    targetCollaborationId: fc.constantFrom("22", null),
    productId: fc.constantFrom("P1", "P2", null),
    createTime: time,
  })
  .map(exampleCommission);

/** More shops and campaigns than the insights show one by one. */
const manyShops = fc.array(aLine, { minLength: 26, maxLength: 32 }).map((lines) =>
  lines.map((line, index) => ({
    ...line,
    orderId: `M${index}`,
    status: "SETTLED",
    currency: index % 3 === 0 ? "GBP" : "USD",
    actualCommission: String(index + 1),
    shopName: `Shop ${index}`,
    campaignId: `${index}`,
    createTime: asOf - (index + 1) * day,
  })),
);

const aProduct = fc.record({ id: fc.nat(4).map((id) => `P${id}`), createTime: time }).map(
  ({ id, createTime }): IncomeRecord => ({
    kind: "product",
    id,
    shopId: "S1",
    title: "Thing",
    status: "ACTIVATE",
    createTime,
    updateTime: createTime,
  }),
);

interface Case {
  readonly seller: readonly IncomeRecord[];
  readonly creator: readonly CommissionRecord[];
  readonly isHybrid: boolean;
}

const cases: fc.Arbitrary<Case> = fc
  .record({
    orders: fc.array(anOrder, { maxLength: 14 }),
    returns: fc.array(aReturn, { maxLength: 8 }),
    settlements: fc.array(aSettlement, { maxLength: 10 }),
    statements: fc.array(aStatement, { maxLength: 2 }),
    products: fc.array(aProduct, { maxLength: 4 }),
    partners: fc.array(aLine, { maxLength: 6 }),
    lines: fc.oneof({ weight: 3, arbitrary: fc.array(aLine, { maxLength: 14 }) }, { weight: 1, arbitrary: manyShops }),
    isHybrid: fc.boolean(),
  })
  .map(({ orders, returns, settlements, statements, products, partners, lines, isHybrid }) => ({
    seller: [...orders, ...returns, ...settlements, ...statements, ...products, ...partners],
    creator: lines,
    isHybrid,
  }));

interface Told {
  readonly metrics: IncomeMetrics;
  readonly insights: Insights;
  readonly rows: readonly MetricRow[];
  readonly sums: ReturnType<FigureSums["result"]>;
}

function sourceOf({ seller, creator, isHybrid }: Case): MetricsSource {
  const shops = [exampleShop(), exampleShop({ id: "S2", name: "Toko", region: "GB" })];
  const connections = [exampleConnection("seller", { shops }), exampleConnection("creator")];
  return exampleSource({
    asOf,
    connections: isHybrid ? connections : connections.slice(0, 1),
    read: recordsSource({ seller, creator }),
    rates,
  });
}

async function tell(given: Case): Promise<Told> {
  const book = new InsightsBook();
  const rows: MetricRow[] = [];
  const metrics = await incomeMetrics(sourceOf(given), book, (row) => rows.push(row));
  const insights = book.result();
  const sums = new FigureSums();
  const toShown = shownFigures(metrics, insights);
  for (const row of rows) sums.add(toShown(row));
  return { metrics, insights, rows, sums: sums.result() };
}

/** Figures whose rows come to something else than the metrics say. */
function differences({ metrics, insights, sums }: Pick<Told, "metrics" | "insights" | "sums">): readonly unknown[] {
  return [...figureValues(metrics, insights)].flatMap(([figure, value]) => {
    const sum = sums.get(figure);
    const { count, amount, currency } = figureTotal(figure, sum, metrics);
    const total = { count, amount, currency, usd: sum?.usd ?? "0", quantity: sum?.quantity ?? 0 };
    const isSame = fields.every((field) => value[field] === null || value[field] === total[field]);
    return isSame ? [] : [{ figure, value, total }];
  });
}

const fields = ["count", "amount", "currency", "usd", "quantity"] as const;

describe("whatever the rows", () => {
  test("those of a figure add up to it exactly", async () => {
    await fc.assert(
      fc.asyncProperty(cases, async (given) => {
        const { metrics, insights, rows, sums } = await tell(given);

        expect(differences({ metrics, insights, sums })).toEqual([]);
        expect(sums.get("days_to_cash")?.medianDays ?? null).toBe(metrics.medianDaysToCash);
        expect(replayed(rows, "product:").result()).toEqual(metrics.byProduct);
        expect(replayed(rows, "creator:").result()).toEqual(metrics.byCreator);
        for (const side of [metrics.seller, metrics.creator]) {
          if (side?.affiliates.status !== "available") continue;
          const partners = (block: string) => partnersIn(rows, `partners:${side.account}:${block}`);
          expect(partners("first")).toBe(side.affiliates.firstBlock);
          expect(partners("last")).toBe(side.affiliates.lastBlock);
        }
      }),
      runs,
    );
  });

  test("every order, return and settlement is told, counted or with a reason, and telling changes no figure", async () => {
    await fc.assert(
      fc.asyncProperty(cases, async (given) => {
        const hybrid = { ...given, isHybrid: true };
        const { rows, metrics } = await tell(hybrid);
        const told = (kind: MetricRow["kind"]) => rows.filter((row) => row.kind === kind).length;

        expect(await incomeMetrics(sourceOf(hybrid))).toEqual(metrics);
        expect(told("order")).toBe(given.seller.filter(({ kind }) => kind === "order").length);
        expect(told("return")).toBe(given.seller.filter(({ kind }) => kind === "return").length);
        expect(told("settlement")).toBe(given.seller.filter(({ kind }) => kind === "settlement").length);
        const isTold = ({ kind, reason, figures }: MetricRow) =>
          (kind !== "order" || figures.includes("orders") === (reason === null)) &&
          (kind !== "return" || figures.includes("refunds") === (reason === null));
        expect(rows.filter((row) => !isTold(row))).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });
});

test("what a refund takes beyond the order's own value is told and does not count", async () => {
  const { rows, metrics } = await tell({
    seller: [
      exampleOrder({ id: "O1", shopId: "S1", createTime: asOf - day }),
      exampleReturn({ id: "R1", refundAmount: "70" }),
      exampleReturn({ id: "R2", refundAmount: "60" }),
    ],
    creator: [],
    isHybrid: false,
  });
  const refunds = rows.filter(({ kind }) => kind === "return");

  expect(refunds.map(({ id, amount: reported, counted }) => [id, reported, counted])).toEqual([
    ["R1", 70_000_000n, 70_000_000n],
    ["R2", 60_000_000n, 30_000_000n],
  ]);
  expect(metrics.refunds).toBe("100");
});

function replayed(rows: readonly MetricRow[], family: string): ConcentrationSum {
  const sum = new ConcentrationSum();
  for (const { figures, label, amountUsd } of rows) {
    for (const figure of figures.filter((name) => name.startsWith(family))) {
      sum.add(figure.slice(family.length), label ?? "", amountUsd ?? 0n);
    }
  }
  return sum;
}

function partnersIn(rows: readonly MetricRow[], figure: string): number {
  return new Set(rows.filter(({ figures }) => figures.includes(figure)).map(({ label }) => label)).size;
}
