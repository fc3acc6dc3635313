import { randomUUID } from "node:crypto";
import type { IncomeRecord } from "@lendfriend/connector";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { connectSeller, type ImportBench, openBench, orderRow } from "../../jobs/testing/import-bench.ts";
import { streamRecords } from "./income-reader.ts";
import { saveRows } from "./income-writer.ts";
import { inTransaction } from "./pool.ts";

let bench: ImportBench;
let connectionId: string;
let shops = 0;

beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());
beforeEach(async () => {
  shops += 1;
  ({ connectionId } = await connectSeller(bench, [`writer-${shops}`]));
  await bench.pool.query(`update public.shops set platform_shop_id = 's' where connection_id = $1`, [connectionId]);
});

const everyKind: readonly IncomeRecord[] = [
  orderRow("s", "576461413038785752", { merchandiseValue: "12345678901234.123457", paidTime: null }),
  {
    kind: "return",
    id: "r",
    shopId: "s",
    orderId: "576461413038785752",
    status: "RETURN_OR_REFUND_REQUEST_COMPLETE",
    type: null,
    currency: "USD",
    refundAmount: "39.08",
    createTime: 1_790_000_000,
    updateTime: 1_790_000_001,
    nextReturnId: null,
  },
  {
    kind: "statement",
    id: "st",
    shopId: "s",
    currency: "IDR",
    statementTime: 1_790_000_000,
    settlementAmount: "-4.2",
    revenueAmount: null,
    feeAmount: "0",
    adjustmentAmount: null,
    paymentId: null,
    paymentStatus: "PAID",
    paymentTime: 1_790_000_500,
  },
  {
    kind: "settlement",
    id: "se",
    shopId: "s",
    statementId: "st",
    type: "ORDER",
    orderId: "576461413038785752",
    adjustmentId: null,
    orderCreateTime: null,
    currency: "VND",
    settlementAmount: "168000",
    revenueAmount: "170000.5",
    feeTaxAmount: null,
  },
  {
    kind: "unsettled",
    id: "u",
    shopId: "s",
    type: "ORDER",
    orderId: null,
    currency: "USD",
    estimatedSettlementAmount: null,
    orderCreateTime: 1,
    orderDeliveryTime: null,
    reason: "waiting",
  },
  {
    kind: "payout",
    id: "p",
    shopId: "s",
    source: "payment",
    type: null,
    status: "PAID",
    currency: "USD",
    amount: "28.84",
    settlementAmount: "29.84",
    settlementCurrency: "USD",
    createTime: 1_790_000_000,
    paidTime: null,
  },
  {
    kind: "product",
    id: "pr",
    shopId: "s",
    title: "Candle",
    status: "ACTIVATE",
    createTime: 1_790_000_000,
    updateTime: 1_790_000_000,
  },
  {
    kind: "commission",
    side: "creator",
    orderId: "o",
    lineId: "l",
    shopId: null,
    shopName: "Shop",
    creator: null,
    status: "SETTLED",
    productId: null,
    productName: null,
    currency: "USD",
    estimatedCommission: "22.5",
    actualCommission: "22.5",
    commissionBase: "150",
    commissionRateBps: 1500,
    quantity: 1,
    refundedQuantity: null,
    contentType: null,
    contentId: null,
    campaignId: null,
    openCollaborationId: "7388112233445566778",
    targetCollaborationId: null,
    createTime: 1_790_000_000,
    deliveryTime: null,
  },
  {
    kind: "shop_performance",
    shopId: "s",
    measure: "shop_score",
    value: "4.7",
    currency: null,
    periodEnd: "2026-11-20",
  },
];

describe("saveRows", () => {
  it("keeps every kind of record exactly as it was reported", async () => {
    await save(everyKind);

    for (const record of everyKind) expect(await readBack(record.kind)).toEqual([record]);
  });

  it("lets the newer of two versions win, whichever comes last", async () => {
    await save([orderRow("s", "1", { status: "DELIVERED", updateTime: 20 })]);
    await save([orderRow("s", "1", { status: "IN_TRANSIT", updateTime: 10 })]);
    expect(await readBack("order")).toMatchObject([{ status: "DELIVERED" }]);

    await save([orderRow("s", "1", { status: "COMPLETED", updateTime: 30 })]);
    expect(await readBack("order")).toMatchObject([{ status: "COMPLETED" }]);
  });

  it("takes a page that repeats a row", async () => {
    await save([
      orderRow("s", "1", { status: "COMPLETED", updateTime: 30 }),
      orderRow("s", "1", { status: "DELIVERED", updateTime: 20 }),
    ]);

    expect(await readBack("order")).toMatchObject([{ status: "COMPLETED" }]);
  });

  it("writes nothing for another epoch, and nothing once disconnected", async () => {
    expect(await save([orderRow("s", "1")], 2)).toBe(false);
    await bench.pool.query(
      `update public.business_connections set status = 'disconnected', is_active = false, access_token = null where id = $1`,
      [connectionId],
    );
    expect(await save([orderRow("s", "1")])).toBe(false);

    expect(await readBack("order")).toEqual([]);
  });

  it("leaves out rows of a shop that the connection no longer covers", async () => {
    await save([orderRow("s", "1"), orderRow("gone", "2")]);

    expect(await readBack("order")).toMatchObject([{ shopId: "s" }]);
  });

  it("reads back more rows than fit one fetch, in the order of their keys", async () => {
    const rows = Array.from({ length: 4_500 }, (_, index) => orderRow("s", String(index).padStart(6, "0")));
    await save(rows);

    const ids = (await readBack("order")).map((row) => (row.kind === "order" ? row.id : ""));
    expect(ids).toEqual(rows.map((row) => row.id));
  });
});

function save(records: readonly IncomeRecord[], epoch = 1): Promise<boolean> {
  return inTransaction(bench.pool, (tx) =>
    saveRows(tx, { connectionId, runId: randomUUID(), epoch }, [{ shopId: "s", rows: records, rejected: [] }]),
  );
}

function readBack(kind: IncomeRecord["kind"]): Promise<readonly IncomeRecord[]> {
  return inTransaction(bench.pool, async (tx) => {
    const rows: IncomeRecord[] = [];
    for await (const row of streamRecords(tx, kind, connectionId)) rows.push(row);
    return rows;
  });
}
