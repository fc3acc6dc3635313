import type { Route, ShopCall } from "../gateway/api-call.ts";
import { invalidParameter } from "../gateway/gateway-error.ts";
import { listPage, narrowed } from "../gateway/list-page.ts";
import { oneOf, pageSize, querySeconds, sortOrder, timeRange } from "../gateway/parameters.ts";
import type { JsonObject } from "../json.ts";
import { decimal } from "../money.ts";
import type { Statement } from "../trade/ledger.ts";
import { feesOf, type LedgerRow, revenueOf, settlementOf, shippingOf } from "../trade/ledger-rows.ts";
import { payoutStatus } from "../trade/payouts.ts";
import { searchPayments, searchWithdrawals } from "./payout-lists.ts";
import { breakdowns, orderTransactions, supplementary } from "./transaction-wire.ts";
import { searchUnsettled } from "./unsettled.ts";

const scope = "seller.finance.info";

export const financeRoutes: readonly Route[] = [
  { method: "GET", path: "/finance/202309/statements", scope, caller: "shop", answer: searchStatements },
  {
    method: "GET",
    path: "/finance/202501/statements/{statement_id}/statement_transactions",
    scope,
    caller: "shop",
    answer: statementTransactions,
  },
  {
    method: "GET",
    path: "/finance/202501/orders/{order_id}/statement_transactions",
    scope,
    caller: "shop",
    answer: orderTransactions,
  },
  { method: "GET", path: "/finance/202507/orders/unsettled", scope, caller: "shop", answer: searchUnsettled },
  { method: "GET", path: "/finance/202605/payments", scope, caller: "shop", answer: searchPayments },
  { method: "GET", path: "/finance/202309/withdrawals", scope, caller: "shop", answer: searchWithdrawals },
];

const pages = { min: 1, max: 100, fallback: 20 };

function searchStatements(call: ShopCall): JsonObject {
  oneOf(call, "sort_field", ["statement_time"], null);
  const size = pageSize(call, pages);
  const range = timeRange(querySeconds(call, "statement_time_ge"), querySeconds(call, "statement_time_lt"));
  const wanted = call.query.has("payment_status")
    ? oneOf(call, "payment_status", ["PAID", "FAILED", "PROCESSING"], null)
    : null;
  const ledger = call.world.bookOf(call.shop).ledger();
  const statusOf = (statement: Statement) => payoutStatus(ledger.payoutOf(statement, call.now), call.now);
  const rows = narrowed(ledger.statements(call.now), range, wanted === null ? null : (row) => statusOf(row) === wanted);
  const page = listPage(call, { rows, order: sortOrder(call, "ASC"), pageSize: size });
  return { next_page_token: page.nextPageToken, statements: page.rows.map((row) => statementWire(call, row)) };
}

/** A statement under its market's habits: the UK and US report net sales, others revenue, and Southeast Asia has shipping inside the fees. */
function statementWire({ shop, world, now }: ShopCall, statement: Statement): JsonObject {
  const { market } = shop;
  const payout = world.bookOf(shop).ledger().payoutOf(statement, now);
  const isLocal = shop.sellerType === "LOCAL";
  const reportsNetSales = isLocal && !market.isSoutheastAsia;
  const reportsRevenue = !(isLocal && (market.region === "US" || market.region === "GB"));
  const status = payoutStatus(payout, now);
  return {
    adjustment_amount: decimal(statement.adjustment),
    currency: market.currency,
    fee_amount: decimal(reportsNetSales ? statement.fees : statement.fees + statement.shipping),
    id: statement.id,
    net_sales_amount: reportsNetSales ? decimal(statement.revenue) : undefined,
    payment_id: payout?.id,
    payment_status: status,
    payment_time: payout !== null && status !== "PROCESSING" ? payout.paidTime : undefined,
    revenue_amount: reportsRevenue ? decimal(statement.revenue) : undefined,
    settlement_amount: decimal(statement.settlement),
    shipping_cost_amount: reportsNetSales ? decimal(statement.shipping) : undefined,
    statement_time: statement.statementTime,
  };
}

function statementTransactions(call: ShopCall): JsonObject {
  oneOf(call, "sort_field", ["order_create_time"], null);
  const size = pageSize(call, pages);
  const found = call.world
    .bookOf(call.shop)
    .ledger()
    .transactions(call.pathParameters.statement_id ?? "", call.now);
  if (found === null) return invalidParameter("Invalid parameter. The statement does not exist.");
  const { statement, rows } = found;
  const page = listPage(call, { rows, order: sortOrder(call, "ASC"), pageSize: size });
  return {
    create_time: statement.statementTime,
    currency: call.shop.market.currency,
    id: statement.id,
    next_page_token: page.nextPageToken,
    payable_amount: decimal(statement.settlement + statement.reserve),
    status: "SETTLED",
    total_count: page.totalCount,
    total_reserve_amount: decimal(statement.reserve),
    total_settlement_amount: decimal(statement.settlement),
    total_settlement_breakdown: {
      total_adjustment_amount: decimal(statement.adjustment),
      total_fee_tax_amount: decimal(statement.fees),
      total_revenue_amount: decimal(statement.revenue),
      total_shipping_cost_amount: decimal(statement.shipping),
    },
    transactions: page.rows.map(transactionWire),
  };
}

function transactionWire(row: LedgerRow): JsonObject {
  const isOrder = row.plan !== null;
  return {
    adjustment_amount: decimal(row.adjustment),
    adjustment_id: row.adjustmentId ?? undefined,
    adjustment_order_id: row.adjustmentOrderId ?? undefined,
    estimated_release_time: row.reserve?.status === "COLLECTED" ? String(row.statementTime + 10 * 86_400) : undefined,
    fee_tax_amount: decimal(feesOf(row)),
    id: row.id,
    order_create_time: row.orderCreateTime,
    order_id: row.plan?.id,
    reserve_amount: decimal(row.reserve?.amount ?? 0),
    reserve_id: row.reserve?.id,
    reserve_status: row.reserve?.status,
    revenue_amount: decimal(revenueOf(row)),
    settlement_amount: decimal(settlementOf(row)),
    shipping_cost_amount: decimal(shippingOf(row)),
    type: row.type,
    ...(isOrder ? { ...breakdowns(row), supplementary_component: supplementary(row) } : {}),
  };
}
