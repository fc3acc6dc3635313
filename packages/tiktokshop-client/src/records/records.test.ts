import { describe, expect, test } from "vitest";
import answers from "../fixtures/answers.json" with { type: "json" };
import { creatorCommissionsStage } from "../stages/creator-stages.ts";
import {
  paymentsStage,
  settlementsStage,
  statementsStage,
  unsettledStage,
  withdrawalsStage,
} from "../stages/finance-stages.ts";
import { chatSatisfactionStage, shopGmvStage, shopPerformanceStage } from "../stages/performance-stages.ts";
import { ordersStage, productsStage, returnsStage, sellerCommissionsStage } from "../stages/seller-stages.ts";
import type { RowContext, StageReader } from "../stages/stage-reader.ts";

const shopId = "7495880012345678901";
const context: RowContext = {
  shopId,
  parentId: "7350112233445566778",
  window: { from: 1_787_616_000, to: 1_795_392_000, parentId: null },
  currency: "USD",
};

function read(reader: StageReader, row: unknown, changes: Partial<RowContext> = {}) {
  return reader.readRow(row, { ...context, ...changes });
}

const order = answers["order.search"].response.data.orders[0];
const wireReturn = answers["returns.search"].response.data.return_orders[0];
const [creatorOrder, unsettledCreatorOrder] = answers["affiliate_creator.orders"].response.data.orders;
const sellerOrder = answers["affiliate_seller.orders"].response.data.orders[0];

describe("the platform's composed example becomes this record", () => {
  test("an order", () => {
    const line = {
      productId: "1729480055512345678",
      productName: "Soy Candle 8oz Sea Salt",
      skuId: "1729480055512410001",
    };
    expect(read(ordersStage, order).records).toEqual([
      {
        kind: "order",
        id: "576512340987654321",
        shopId,
        status: "COMPLETED",
        currency: "USD",
        merchandiseValue: "41.38",
        itemCount: 2,
        giftCount: 0,
        isCod: false,
        isSample: false,
        isReplacement: false,
        isExchange: false,
        cancellationInitiator: null,
        createTime: 1_791_209_550,
        updateTime: 1_792_608_070,
        paidTime: 1_791_209_583,
        rtsTime: 1_791_298_931,
        rtsSlaTime: 1_791_417_599,
        deliveryTime: 1_791_657_665,
        cancelTime: null,
        lines: [
          { ...line, value: "20.69" },
          { ...line, value: "20.69" },
        ],
      },
    ]);
  });

  test("the detail of the same order, which reports less", () => {
    const [record] = read(ordersStage, answers["order.detail"].response.data.orders[0]).records;

    expect(record).toMatchObject({ id: "576512340987654321", merchandiseValue: "41.38", rtsTime: null, itemCount: 1 });
  });

  test("a return", () => {
    expect(read(returnsStage, wireReturn).records).toEqual([
      {
        kind: "return",
        id: "4035310011223344556",
        shopId,
        orderId: "576512555566667777",
        status: "RETURN_OR_REFUND_REQUEST_COMPLETE",
        type: "RETURN_AND_REFUND",
        currency: "USD",
        refundAmount: "19.54",
        createTime: 1_791_964_800,
        updateTime: 1_792_663_200,
        nextReturnId: null,
      },
    ]);
  });

  test("a statement", () => {
    expect(read(statementsStage, answers["finance.statements"].response.data.statements[0])).toEqual({
      rowId: "7350112233445566778",
      reasons: [],
      records: [
        {
          kind: "statement",
          id: "7350112233445566778",
          shopId,
          currency: "USD",
          statementTime: 1_792_627_200,
          settlementAmount: "28.84",
          revenueAmount: "41.38",
          feeAmount: "-8.34",
          adjustmentAmount: "0",
          paymentId: "7350998877665544332",
          paymentStatus: "PAID",
          paymentTime: 1_792_822_200,
        },
      ],
    });
  });

  test("a statement's transaction", () => {
    const row = answers["finance.statement_transactions"].response.data.transactions[0];
    expect(read(settlementsStage, row).records).toEqual([
      {
        kind: "settlement",
        id: "7350445566778899001",
        shopId,
        statementId: "7350112233445566778",
        type: "ORDER",
        orderId: "576512340987654321",
        adjustmentId: null,
        orderCreateTime: 1_791_209_550,
        currency: "USD",
        settlementAmount: "28.84",
        revenueAmount: "41.38",
        feeTaxAmount: "-8.34",
      },
    ]);
  });

  test("money not yet settled", () => {
    expect(read(unsettledStage, answers["finance.unsettled"].response.data.transactions[0]).records).toEqual([
      {
        kind: "unsettled",
        id: "7351002233445566778",
        shopId,
        type: "ORDER",
        orderId: "576512990011223344",
        currency: "USD",
        estimatedSettlementAmount: "16.68",
        orderCreateTime: 1_794_513_669,
        orderDeliveryTime: 1_794_933_000,
        reason: "waiting for settlement period",
      },
    ]);
  });

  test("a payment, without its bank account", () => {
    const { records } = read(paymentsStage, answers["finance.payments"].response.data.payments[0]);
    expect(records).toEqual([
      {
        kind: "payout",
        id: "7350998877665544332",
        shopId,
        source: "payment",
        type: null,
        status: "PAID",
        currency: "USD",
        amount: "28.84",
        settlementAmount: "28.84",
        settlementCurrency: "USD",
        createTime: 1_792_724_400,
        paidTime: 1_792_822_200,
      },
    ]);
    expect(JSON.stringify(records)).not.toContain("4821");
  });

  test("a withdrawal", () => {
    expect(read(withdrawalsStage, answers["finance.withdrawals"].response.data.withdrawals[0]).records).toEqual([
      {
        kind: "payout",
        id: "7350997711223344556",
        shopId,
        source: "withdrawal",
        type: "WITHDRAW",
        status: "SUCCESS",
        currency: "USD",
        amount: "28.84",
        settlementAmount: null,
        settlementCurrency: null,
        createTime: 1_792_724_400,
        paidTime: null,
      },
    ]);
  });

  test("a product", () => {
    expect(read(productsStage, answers["product.search"].response.data.products[0]).records).toEqual([
      {
        kind: "product",
        id: "1729480055512345678",
        shopId,
        title: "Soy Candle 8oz Sea Salt",
        status: "ACTIVATE",
        createTime: 1_755_163_800,
        updateTime: 1_790_766_342,
      },
    ]);
  });

  test("a creator's settled commission", () => {
    expect(read(creatorCommissionsStage, creatorOrder).records).toEqual([
      {
        kind: "commission",
        side: "creator",
        orderId: "576512340987654321",
        lineId: "1729480055512410001:1729480055512345678:0",
        shopId: null,
        shopName: "Harbor and Hearth Candles",
        creator: null,
        status: "SETTLED",
        productId: "1729480055512345678",
        productName: "Soy Candle 8oz Sea Salt",
        currency: "USD",
        estimatedCommission: "5.86",
        actualCommission: "5.86",
        commissionBase: "39.08",
        commissionRateBps: 1_500,
        quantity: 2,
        refundedQuantity: 0,
        contentType: "VIDEO",
        contentId: "7421098765432109876",
        campaignId: null,
        openCollaborationId: "7388112233445566778",
        targetCollaborationId: null,
        createTime: 1_791_209_550,
        deliveryTime: 1_791_657_665,
      },
    ]);
  });

  test("a creator's commission that is not settled has no actual amount", () => {
    expect(read(creatorCommissionsStage, unsettledCreatorOrder).records).toMatchObject([
      { status: "To-SETTLE", estimatedCommission: "2.93", actualCommission: null, deliveryTime: null },
    ]);
  });

  test("what the shop paid to a creator, its rate as text", () => {
    expect(read(sellerCommissionsStage, sellerOrder).records).toMatchObject([
      {
        side: "seller",
        shopId,
        shopName: null,
        creator: "sandbox_creator",
        status: "COMPLETED",
        estimatedCommission: "5.86",
        actualCommission: "5.86",
        commissionRateBps: 1_500,
      },
    ]);
  });

  test("chat satisfaction and the platform's own sales figure", () => {
    expect(read(chatSatisfactionStage, answers["customer_service.performance"].response.data).records).toEqual([
      {
        kind: "shop_performance",
        shopId,
        measure: "chat_satisfaction",
        value: "91.7",
        currency: null,
        periodEnd: "2026-11-22",
      },
    ]);
    expect(read(shopGmvStage, answers["analytics.shop_performance"].response.data).records).toEqual([
      { kind: "shop_performance", shopId, measure: "gmv", value: "3830.57", currency: "USD", periodEnd: "2026-11-21" },
    ]);
  });

  test("the official shop score, and none while its tier is NIL", () => {
    const wire = { sps_score: "4.6", sps_tier: "EXCELLENT", end_evaluation_time: 1_795_305_600 };

    expect(read(shopPerformanceStage, wire).records).toEqual([
      {
        kind: "shop_performance",
        shopId,
        measure: "shop_score",
        value: "4.6",
        currency: null,
        periodEnd: "2026-11-22",
      },
    ]);
    expect(read(shopPerformanceStage, { sps_tier: "NIL" })).toMatchObject({ records: [], reasons: [] });
  });
});

test("half a surrogate pair in a title is a sign that stands for it, and the title stays", () => {
  const product = answers["product.search"].response.data.products[0];

  expect(read(productsStage, { ...product, title: "Cup \ud83d" }).records).toMatchObject([{ title: "Cup \ufffd" }]);
});

test.each(["2026-13-01", "2026-02-31", "2026-11"])("%s is no day", (latest_available_date) => {
  const wire = { ...answers["analytics.shop_performance"].response.data, latest_available_date };

  expect(read(shopGmvStage, wire).records).not.toMatchObject([{ periodEnd: latest_available_date }]);
});

describe("an order", () => {
  test("loses the sale price of its gifts, and gifts are no items", () => {
    const [first, second] = order?.line_items ?? [];
    const [record] = read(ordersStage, { ...order, line_items: [first, { ...second, is_gift: true }] }).records;

    expect(record).toMatchObject({
      merchandiseValue: "21.84",
      itemCount: 1,
      giftCount: 1,
      lines: [{ value: "20.69" }],
    });
  });

  test.each([true, "true"])("that is a sample says so, written %j", (flag) => {
    expect(read(ordersStage, { ...order, is_sample_order: flag }).records).toMatchObject([{ isSample: true }]);
  });

  test("keeps a status that nobody has heard of", () => {
    expect(read(ordersStage, { ...order, status: "PACKING_REVIEW" }).records).toMatchObject([
      { status: "PACKING_REVIEW" },
    ]);
  });

  test("keeps nothing of its buyer", () => {
    const text = JSON.stringify(read(ordersStage, order).records);

    for (const buyer of ["v3b7k", "sandbox_buyer", "Sandbox Way", "512***01", "78701", "7494120098765432109"]) {
      expect(text).not.toContain(buyer);
    }
  });

  test("takes 0 and empty text for nothing", () => {
    const bare = { ...order, paid_time: 0, rts_time: null, cancellation_initiator: "", update_time: undefined };

    expect(read(ordersStage, bare).records).toMatchObject([
      { paidTime: null, rtsTime: null, cancellationInitiator: null, updateTime: 1_791_209_550 },
    ]);
  });
});

describe("a row that cannot be a record is named, with its field and never its value", () => {
  const payment = order?.payment;
  const line = order?.line_items[0];
  test.each<[string, StageReader, unknown, string]>([
    ["no id", ordersStage, { ...order, id: undefined }, "id: missing"],
    ["a numeric id", ordersStage, { ...order, id: 12 }, "id: not of type string"],
    ["no status", ordersStage, { ...order, status: undefined }, "status: missing"],
    ["milliseconds", ordersStage, { ...order, create_time: 1_791_209_550_000 }, "create_time: not unix seconds"],
    ["a time as text", ordersStage, { ...order, create_time: "1791209550" }, "create_time: not of type number"],
    ["no payment", ordersStage, { ...order, payment: undefined }, "payment: missing"],
    ["empty money", ordersStage, { ...order, payment: {} }, "payment.currency: missing"],
    [
      "N/A",
      ordersStage,
      { ...order, payment: { ...payment, sub_total: "N/A" } },
      "payment.sub_total: not a plain decimal, or negative",
    ],
    [
      "an exponent",
      ordersStage,
      { ...order, payment: { ...payment, sub_total: "1e400" } },
      "payment.sub_total: not a plain decimal, or negative",
    ],
    [
      "a negative",
      ordersStage,
      { ...order, payment: { ...payment, sub_total: "-19.54" } },
      "payment.sub_total: not a plain decimal, or negative",
    ],
    [
      "a number for money",
      ordersStage,
      { ...order, payment: { ...payment, sub_total: 39.08 } },
      "payment.sub_total: not of type string",
    ],
    ["no lines", ordersStage, { ...order, line_items: null }, "line_items: not of type array"],
    [
      "a bad line",
      ordersStage,
      { ...order, line_items: [line, { ...line, sale_price: "?" }] },
      "line_items.1.sale_price: not a plain decimal, or negative",
    ],
    ["half a surrogate pair in a word", ordersStage, { ...order, status: "NEW\ud83d" }, "status: not text"],
    ["a zero byte in a word", returnsStage, { ...wireReturn, return_status: "\0" }, "return_status: not text"],
    [
      "a sum that no amount reaches",
      ordersStage,
      { ...order, payment: { ...payment, sub_total: "99999999999999", platform_discount: "1" } },
      "payment: too large",
    ],
    [
      "a line that no amount reaches",
      ordersStage,
      { ...order, line_items: [{ ...line, sale_price: "99999999999999", platform_discount: "1" }] },
      "line_items: too large",
    ],
    [
      "a rate that no share has",
      creatorCommissionsStage,
      { ...creatorOrder, skus: [{ ...creatorOrder?.skus[0], commission_rate: 3_000_000_000 }] },
      "skus.0.commission_rate: too large",
    ],
    [
      "an id as long as a text",
      sellerCommissionsStage,
      { ...sellerOrder, skus: [{ ...sellerOrder?.skus[0], sku_id: "7".repeat(65) }] },
      "skus.0.sku_id: not an id",
    ],
    ["a return without an order", returnsStage, { ...wireReturn, order_id: "" }, "order_id: not an id"],
    ["no object", ordersStage, "576512340987654321", "not of type object"],
    ["nothing", ordersStage, null, "not of type object"],
  ])("%s", (_, reader, row, reason) => {
    const { records, reasons } = read(reader, row);

    expect(records).toEqual([]);
    expect(reasons).toEqual([reason]);
  });

  test("a transaction of a statement without a currency", () => {
    const row = answers["finance.statement_transactions"].response.data.transactions[0];

    expect(read(settlementsStage, row, { currency: undefined })).toEqual({
      rowId: "7350445566778899001",
      records: [],
      reasons: ["currency: missing from the statement"],
    });
  });

  test("an order's transaction without an amount, while a reserve needs none", () => {
    const row = { id: "1", type: "ORDER" };

    expect(read(settlementsStage, row).reasons).toEqual(["settlement_amount: missing"]);
    expect(read(settlementsStage, { ...row, type: "RESERVE" }).records).toMatchObject([{ settlementAmount: "0" }]);
  });
});

describe("a commission", () => {
  const sku = creatorOrder?.skus[0];
  const readSku = (changes: object) =>
    read(creatorCommissionsStage, { ...creatorOrder, skus: [{ ...sku, ...changes }] });

  test("printed for people is read by its currency", () => {
    const printed = {
      actual_commission: { amount: "Rp9.900", currency: "IDR" },
      estimated_commission: { amount: "Rp10.000", currency: "IDR" },
      actual_commission_base: { amount: "Rp66.000", currency: "IDR" },
    };

    expect(readSku(printed).records).toMatchObject([
      { currency: "IDR", actualCommission: "9900", estimatedCommission: "10000", commissionBase: "66000" },
    ]);
  });

  test("that is ambiguous is kept as not reported, and listed", () => {
    const { rowId, records, reasons } = readSku({ actual_commission: { amount: "$1.234", currency: "USD" } });

    expect(records).toMatchObject([{ actualCommission: null, estimatedCommission: "5.86" }]);
    expect(rowId).toBe("576512340987654321");
    expect(reasons).toEqual([
      "actual_commission: printed so that it can be read in several ways, kept as not reported",
    ]);
  });

  test("that is empty money is not reported, and not zero", () => {
    expect(readSku({ actual_commission: {}, estimated_commission: null })).toMatchObject({
      records: [{ actualCommission: null, estimatedCommission: null, commissionBase: "39.08" }],
      reasons: [],
    });
  });

  test("in two currencies is no record", () => {
    expect(readSku({ actual_commission: { amount: "5", currency: "EUR" } })).toMatchObject({
      records: [],
      reasons: ["the amounts of one line are in several currencies"],
    });
  });

  test("of two equal lines of one order are two records", () => {
    const { records } = read(creatorCommissionsStage, { ...creatorOrder, skus: [sku, sku] });

    expect(records.map((record) => record.kind === "commission" && record.lineId)).toEqual([
      "1729480055512410001:1729480055512345678:0",
      "1729480055512410001:1729480055512345678:1",
    ]);
  });

  test("and shop-ads commission that the shop paid are added up, under the line's own status", () => {
    const row = {
      ...sellerOrder,
      skus: [
        {
          ...sellerOrder?.skus[0],
          settlement_status: "SETTLED",
          actual_paid_commission: { amount: "5.86", currency: "USD" },
          actual_paid_shop_ads_commission: { amount: "1.20", currency: "USD" },
        },
      ],
    };

    expect(read(sellerCommissionsStage, row).records).toMatchObject([{ status: "SETTLED", actualCommission: "7.06" }]);
  });
});
