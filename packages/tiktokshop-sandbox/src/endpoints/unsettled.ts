import type { ShopCall } from "../gateway/api-call.ts";
import { listPage, narrowed } from "../gateway/list-page.ts";
import { oneOf, pageSize, querySeconds, sortOrder, timeRange } from "../gateway/parameters.ts";
import type { JsonObject } from "../json.ts";
import { decimal, type Hundredths } from "../money.ts";
import { feesOf, type LedgerRow, revenueOf, settlementOf, shippingOf } from "../trade/ledger-rows.ts";
import type { Sequence } from "../trade/sequence.ts";
import { breakdowns } from "./transaction-wire.ts";

/** `GET /finance/202507/orders/unsettled`: estimates of what will settle; a row is gone once its statement is written. */
export function searchUnsettled(call: ShopCall): JsonObject {
  oneOf(call, "sort_field", ["order_create_time"], null);
  const size = pageSize(call, { min: 1, max: 100, fallback: 20 });
  const range = timeRange(querySeconds(call, "search_time_ge"), querySeconds(call, "search_time_lt"));
  const rows = narrowed(call.world.bookOf(call.shop).ledger().unsettled(call.now), range);
  const page = listPage(call, { rows, order: sortOrder(call, "ASC"), pageSize: size });
  return {
    next_page_token: page.nextPageToken,
    sum_est_adjustment_amount: total(rows, (row) => row.adjustment),
    sum_est_fee_amount: total(rows, feesOf),
    sum_est_revenue_amount: total(rows, revenueOf),
    sum_est_settlement_amount: total(rows, settlementOf),
    total_count: page.totalCount,
    transactions: page.rows.map((row) => unsettledWire(call, row)),
  };
}

function unsettledWire({ shop, now }: ShopCall, row: LedgerRow): JsonObject {
  const deliveryTime = row.plan?.deliveryTime ?? null;
  const isDelivered = deliveryTime !== null && deliveryTime <= now;
  const { fee_tax_breakdown, revenue_breakdown, shipping_cost_breakdown } = breakdowns(row);
  return {
    currency: shop.market.currency,
    est_adjustment_amount: decimal(row.adjustment),
    est_fee_tax_amount: decimal(feesOf(row)),
    est_revenue_amount: decimal(revenueOf(row)),
    est_settlement_amount: decimal(settlementOf(row)),
    est_shipping_cost_amount: decimal(shippingOf(row)),
    // The field is text: a time when it is known, a phrase before.
    estimated_settlement: isDelivered
      ? String(row.statementTime)
      : `${shop.trade.profile.settleDays} days after delivery`,
    fee_tax_breakdown,
    id: row.id,
    order_create_time: row.orderCreateTime,
    order_delivery_time: isDelivered ? deliveryTime : undefined,
    order_id: row.plan?.id,
    revenue_breakdown,
    shipping_cost_breakdown,
    status: "UNSETTLED",
    type: row.type,
    unsettled_reason: isDelivered ? "waiting for settlement period" : "waiting for delivery",
  };
}

function total(rows: Sequence<LedgerRow>, amountOf: (row: LedgerRow) => Hundredths): string {
  let amount = 0;
  for (let position = 0; position < rows.length; position += 1) amount += amountOf(rows.at(position));
  return decimal(amount);
}
