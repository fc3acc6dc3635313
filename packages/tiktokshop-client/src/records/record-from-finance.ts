import type { PayoutRecord, SettlementRecord, StatementRecord, UnsettledRecord } from "@lendfriend/connector";
import { idOrNull, textOrNull, timeOrNull } from "../wire/fields.ts";
import type { WirePayment, WireSettlement, WireStatement, WireUnsettled, WireWithdrawal } from "../wire/finance.ts";

export function recordFromStatement(wire: WireStatement, shopId: string): StatementRecord {
  return {
    kind: "statement",
    id: wire.id,
    shopId,
    currency: wire.currency,
    statementTime: wire.statement_time,
    settlementAmount: wire.settlement_amount,
    revenueAmount: textOrNull(wire.revenue_amount) ?? textOrNull(wire.net_sales_amount),
    feeAmount: textOrNull(wire.fee_amount),
    adjustmentAmount: textOrNull(wire.adjustment_amount),
    paymentId: idOrNull(wire.payment_id),
    paymentStatus: textOrNull(wire.payment_status),
    paymentTime: timeOrNull(wire.payment_time),
  };
}

/** One transaction of a statement. A reserve moves money without settling any, so it carries no settlement amount. */
export function recordFromSettlement(
  wire: WireSettlement,
  statement: { readonly id: string; readonly shopId: string; readonly currency: string },
): SettlementRecord {
  return {
    kind: "settlement",
    id: wire.id,
    shopId: statement.shopId,
    statementId: statement.id,
    type: wire.type,
    orderId: idOrNull(wire.order_id),
    adjustmentId: idOrNull(wire.adjustment_id),
    orderCreateTime: timeOrNull(wire.order_create_time),
    currency: statement.currency,
    settlementAmount: textOrNull(wire.settlement_amount) ?? "0",
    revenueAmount: textOrNull(wire.revenue_amount),
    feeTaxAmount: textOrNull(wire.fee_tax_amount),
  };
}

export function recordFromUnsettled(wire: WireUnsettled, shopId: string): UnsettledRecord {
  return {
    kind: "unsettled",
    id: wire.id,
    shopId,
    type: wire.type,
    orderId: idOrNull(wire.order_id),
    currency: wire.currency,
    estimatedSettlementAmount: textOrNull(wire.est_settlement_amount),
    orderCreateTime: timeOrNull(wire.order_create_time),
    orderDeliveryTime: timeOrNull(wire.order_delivery_time),
    reason: textOrNull(wire.unsettled_reason),
  };
}

export function recordFromPayment(wire: WirePayment, shopId: string): PayoutRecord {
  return {
    kind: "payout",
    id: wire.id,
    shopId,
    source: "payment",
    type: null,
    status: wire.status,
    currency: wire.amount.currency,
    amount: wire.amount.value,
    settlementAmount: textOrNull(wire.settlement_amount?.value),
    settlementCurrency: textOrNull(wire.settlement_amount?.currency),
    createTime: wire.create_time,
    paidTime: timeOrNull(wire.paid_time),
  };
}

export function recordFromWithdrawal(wire: WireWithdrawal, shopId: string): PayoutRecord {
  return {
    kind: "payout",
    id: wire.id,
    shopId,
    source: "withdrawal",
    type: wire.type,
    status: wire.status,
    currency: wire.currency,
    amount: wire.amount,
    settlementAmount: null,
    settlementCurrency: null,
    createTime: wire.create_time,
    paidTime: null,
  };
}
