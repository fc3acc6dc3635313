import "server-only";
import type { IncomeRecord } from "@lendfriend/connector";

type SqlType = "text" | "date" | "bigint" | "int" | "boolean" | "numeric" | "jsonb";
type Field<Row> = Exclude<keyof Row & string, "kind">;

export interface IncomeTable<Row> {
  readonly table: string;
  /** With the connection, these identify a row. */
  readonly key: readonly Field<Row>[];
  /** A row that says when it changed never replaces one that changed later. */
  readonly newerWins: boolean;
  /** Every field of the record, so that a new one cannot be forgotten here. */
  readonly columns: { readonly [Name in Field<Row>]: SqlType };
}

export type IncomeTables = {
  readonly [Kind in IncomeRecord["kind"]]: IncomeTable<Extract<IncomeRecord, { kind: Kind }>>;
};

/** Where each kind of income record is kept. Column names are the fields' own, in snake case. */
export const incomeTables: IncomeTables = {
  order: {
    table: "public.orders",
    key: ["shopId", "id"],
    newerWins: true,
    columns: {
      id: "text",
      shopId: "text",
      status: "text",
      currency: "text",
      merchandiseValue: "numeric",
      itemCount: "int",
      giftCount: "int",
      isCod: "boolean",
      isSample: "boolean",
      isReplacement: "boolean",
      isExchange: "boolean",
      cancellationInitiator: "text",
      createTime: "bigint",
      updateTime: "bigint",
      paidTime: "bigint",
      rtsTime: "bigint",
      rtsSlaTime: "bigint",
      deliveryTime: "bigint",
      cancelTime: "bigint",
      lines: "jsonb",
    },
  },
  return: {
    table: "public.returns",
    key: ["shopId", "id"],
    newerWins: true,
    columns: {
      id: "text",
      shopId: "text",
      orderId: "text",
      status: "text",
      type: "text",
      currency: "text",
      refundAmount: "numeric",
      createTime: "bigint",
      updateTime: "bigint",
      nextReturnId: "text",
    },
  },
  statement: {
    table: "public.statements",
    key: ["shopId", "id"],
    newerWins: false,
    columns: {
      id: "text",
      shopId: "text",
      currency: "text",
      statementTime: "bigint",
      settlementAmount: "numeric",
      revenueAmount: "numeric",
      feeAmount: "numeric",
      adjustmentAmount: "numeric",
      paymentId: "text",
      paymentStatus: "text",
      paymentTime: "bigint",
    },
  },
  settlement: {
    table: "public.settlements",
    key: ["shopId", "id"],
    newerWins: false,
    columns: {
      id: "text",
      shopId: "text",
      statementId: "text",
      type: "text",
      orderId: "text",
      adjustmentId: "text",
      orderCreateTime: "bigint",
      currency: "text",
      settlementAmount: "numeric",
      revenueAmount: "numeric",
      feeTaxAmount: "numeric",
    },
  },
  unsettled: {
    table: "public.unsettled",
    key: ["shopId", "id"],
    newerWins: false,
    columns: {
      id: "text",
      shopId: "text",
      type: "text",
      orderId: "text",
      currency: "text",
      estimatedSettlementAmount: "numeric",
      orderCreateTime: "bigint",
      orderDeliveryTime: "bigint",
      reason: "text",
    },
  },
  payout: {
    table: "public.payouts",
    key: ["shopId", "source", "id"],
    newerWins: false,
    columns: {
      id: "text",
      shopId: "text",
      source: "text",
      type: "text",
      status: "text",
      currency: "text",
      amount: "numeric",
      settlementAmount: "numeric",
      settlementCurrency: "text",
      createTime: "bigint",
      paidTime: "bigint",
    },
  },
  product: {
    table: "public.products",
    key: ["shopId", "id"],
    newerWins: true,
    columns: {
      id: "text",
      shopId: "text",
      title: "text",
      status: "text",
      createTime: "bigint",
      updateTime: "bigint",
    },
  },
  commission: {
    table: "public.commissions",
    key: ["side", "orderId", "lineId"],
    newerWins: false,
    columns: {
      side: "text",
      orderId: "text",
      lineId: "text",
      shopId: "text",
      shopName: "text",
      creator: "text",
      status: "text",
      productId: "text",
      productName: "text",
      currency: "text",
      estimatedCommission: "numeric",
      actualCommission: "numeric",
      commissionBase: "numeric",
      commissionRateBps: "int",
      quantity: "int",
      refundedQuantity: "int",
      contentType: "text",
      contentId: "text",
      campaignId: "text",
      openCollaborationId: "text",
      targetCollaborationId: "text",
      createTime: "bigint",
      deliveryTime: "bigint",
    },
  },
  shop_performance: {
    table: "public.shop_performance",
    key: ["shopId", "measure"],
    newerWins: false,
    columns: {
      shopId: "text",
      measure: "text",
      value: "numeric",
      currency: "text",
      periodEnd: "date",
    },
  },
};

/** `merchandiseValue` → `merchandise_value`. */
export function snakeCase(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
