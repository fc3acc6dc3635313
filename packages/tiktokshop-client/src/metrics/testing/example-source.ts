import type {
  AccountKind,
  CommissionRecord,
  OrderRecord,
  ReturnRecord,
  SettlementRecord,
  StatementRecord,
} from "@lendfriend/connector";
import type { ConnectionIncome, ExchangeRates, IncomeShop, MetricsSource } from "../source.ts";

/** 2026-11-22 00:00 UTC. */
export const exampleAsOf = Date.UTC(2026, 10, 22) / 1_000;
const day = 86_400;

/** A paid and completed order of $100, three days old. */
export function exampleOrder(change: Partial<OrderRecord> = {}): OrderRecord {
  const createTime = change.createTime ?? exampleAsOf - 3 * day;
  const merchandiseValue = change.merchandiseValue ?? "100";
  return {
    kind: "order",
    id: "O1",
    shopId: "S1",
    status: "COMPLETED",
    currency: "USD",
    merchandiseValue,
    itemCount: 1,
    giftCount: 0,
    isCod: false,
    isSample: false,
    isReplacement: false,
    isExchange: false,
    cancellationInitiator: null,
    createTime,
    updateTime: createTime,
    paidTime: createTime,
    rtsTime: null,
    rtsSlaTime: null,
    deliveryTime: null,
    cancelTime: null,
    lines: [{ productId: "P", productName: "Candle", skuId: "K", value: merchandiseValue }],
    ...change,
  };
}

/** A refund of $50 that is done. */
export function exampleReturn(change: Partial<ReturnRecord> = {}): ReturnRecord {
  return {
    kind: "return",
    id: "R1",
    shopId: "S1",
    orderId: "O1",
    status: "RETURN_OR_REFUND_REQUEST_COMPLETE",
    type: "REFUND",
    currency: null,
    refundAmount: "50",
    createTime: exampleAsOf - day,
    updateTime: exampleAsOf - day,
    nextReturnId: null,
    ...change,
  };
}

/** The settlement of the example order, thirty days old where it says so. */
export function exampleSettlement(change: Partial<SettlementRecord> = {}): SettlementRecord {
  return {
    kind: "settlement",
    id: "T1",
    shopId: "S1",
    statementId: "1",
    type: "ORDER",
    orderId: "O1",
    adjustmentId: null,
    orderCreateTime: exampleAsOf - 30 * day,
    currency: "USD",
    settlementAmount: "80",
    revenueAmount: null,
    feeTaxAmount: null,
    ...change,
  };
}

/** A statement of twenty days ago, paid two days later. */
export function exampleStatement(change: Partial<StatementRecord> = {}): StatementRecord {
  return {
    kind: "statement",
    id: "1",
    shopId: "S1",
    currency: "USD",
    statementTime: exampleAsOf - 20 * day,
    settlementAmount: "80",
    revenueAmount: null,
    feeAmount: null,
    adjustmentAmount: null,
    paymentId: null,
    paymentStatus: "PAID",
    paymentTime: exampleAsOf - 18 * day,
    ...change,
  };
}

/** A settled creator's line of $15 on a sale of $100. */
export function exampleCommission(change: Partial<CommissionRecord> = {}): CommissionRecord {
  return {
    kind: "commission",
    side: "creator",
    orderId: "C1",
    lineId: "1",
    shopId: null,
    shopName: "Somebody's shop",
    creator: null,
    status: "SETTLED",
    productId: "P",
    productName: "Candle",
    currency: "USD",
    estimatedCommission: "15",
    actualCommission: "15",
    commissionBase: "100",
    commissionRateBps: 1_500,
    quantity: 1,
    refundedQuantity: 0,
    contentType: "VIDEO",
    contentId: null,
    campaignId: null,
    openCollaborationId: null,
    targetCollaborationId: null,
    createTime: exampleAsOf - 3 * day,
    deliveryTime: null,
    ...change,
  };
}

export function exampleShop(change: Partial<IncomeShop> = {}): IncomeShop {
  return {
    id: "S1",
    name: "My shop",
    region: "US",
    sellerType: "LOCAL",
    isActive: true,
    firstActivity: exampleAsOf - 400 * day,
    ...change,
  };
}

const sellerStages = ["orders", "returns", "products", "commissions", "statements", "settlements", "unsettled"];

/** An authorised account whose lists were all read. */
export function exampleConnection(account: AccountKind, change: Partial<ConnectionIncome> = {}): ConnectionIncome {
  const shops = change.shops ?? (account === "seller" ? [exampleShop()] : []);
  const stages = account === "seller" ? sellerStages : ["commissions"];
  const shopIds = account === "seller" ? shops.map((shop) => shop.id) : [null];
  return {
    id: account,
    account,
    region: "US",
    isAuthorized: true,
    authorizationExpiresAt: null,
    firstActivity: exampleAsOf - 400 * day,
    shops,
    stages: stages.flatMap((stage) => shopIds.map((shopId) => ({ stage, shopId, status: "read" as const }))),
    ...change,
  };
}

/** Dollars only: any other currency has no rate. */
export const dollarsOnly: ExchangeRates = {
  rateOn: () => null,
  describe: () => ({ source: "none needed", hash: "0".repeat(64) }),
};

export function exampleSource(change: Partial<MetricsSource> & Pick<MetricsSource, "read">): MetricsSource {
  return {
    asOf: exampleAsOf,
    connections: [exampleConnection("seller")],
    rates: dollarsOnly,
    provisional: [],
    ...change,
  };
}
