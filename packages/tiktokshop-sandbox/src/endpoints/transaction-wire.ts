import type { ShopCall } from "../gateway/api-call.ts";
import { businessError } from "../gateway/gateway-error.ts";
import type { JsonObject } from "../json.ts";
import { decimal, type Hundredths, sum } from "../money.ts";
import { statementId } from "../trade/ledger.ts";
import { feesOf, type LedgerRow, revenueOf, settlementOf, shippingOf } from "../trade/ledger-rows.ts";
import { type OrderPlan, salePriceOf, type UnitPlan } from "../trade/order-plan.ts";
import { skuId } from "../trade/order-wire.ts";

/** The three breakdowns that every order row of a statement carries. */
export function breakdowns(row: LedgerRow): JsonObject {
  return {
    fee_tax_breakdown: {
      fee: {
        affiliate_commission_amount: row.affiliateFee === 0 ? undefined : decimal(row.affiliateFee),
        referral_fee_amount: decimal(row.referralFee),
      },
      tax: {},
    },
    revenue_breakdown: {
      refund_subtotal_before_discount_amount: decimal(row.refundSubtotal),
      seller_discount_amount: decimal(row.sellerDiscount),
      seller_discount_refund_amount: decimal(row.refundSellerDiscount),
      subtotal_before_discount_amount: decimal(row.subtotal),
    },
    shipping_cost_breakdown: {
      actual_shipping_fee_amount: decimal(row.shippingFee),
      shipping_fee_discount_amount: decimal(row.shippingDiscount),
      supplementary_component: { platform_shipping_fee_discount_amount: decimal(row.shippingDiscount) },
    },
  };
}

/** What the buyer paid and got back, beside what the seller was credited. */
export function supplementary(row: LedgerRow): JsonObject {
  const units = row.subtotal === 0 ? [] : (row.plan?.units ?? []);
  const refunded = row.refundSubtotal + row.refundSellerDiscount;
  return {
    customer_payment_amount: decimal(sum(units, (unit) => salePriceOf(unit) + unit.tax)),
    customer_refund_amount: decimal(refunded),
    platform_discount_amount: decimal(sum(units, (unit) => unit.platformDiscount)),
    sales_tax_amount: decimal(sum(units, (unit) => unit.tax)),
  };
}

/** `GET /finance/202501/orders/{order_id}/statement_transactions`: the same settlement by SKU. */
export function orderTransactions(call: ShopCall): JsonObject {
  const orderId = call.pathParameters.order_id ?? "";
  const book = call.world.bookOf(call.shop);
  const view = book.findOrder(orderId, call.now);
  if (view === null) return businessError(21008111, "The order does not belong to this seller.");
  const rows = book.ledger().orderTransactions(orderId, call.now);
  const skuTransactions = rows.flatMap((row) => skuWires(call, view.plan, row));
  return {
    currency: call.shop.market.currency,
    fee_and_tax_amount: decimal(sum(rows, feesOf)),
    order_create_time: view.plan.createTime,
    order_id: orderId,
    revenue_amount: decimal(sum(rows, revenueOf)),
    settlement_amount: decimal(sum(rows, settlementOf)),
    shipping_cost_amount: decimal(sum(rows, shippingOf)),
    sku_transactions: skuTransactions,
    total_count: skuTransactions.length,
  };
}

/** Splits a row over its SKUs by list price; the last SKU takes what rounding leaves, so that the parts add up. */
function skuWires({ shop }: ShopCall, plan: OrderPlan, row: LedgerRow): readonly JsonObject[] {
  const groups = bySku(plan.units);
  const whole = sum(plan.units, (unit) => unit.original);
  let left = row;
  return groups.map((units, at) => {
    const isLast = at === groups.length - 1;
    const fraction = whole === 0 ? 1 / groups.length : sum(units, (unit) => unit.original) / whole;
    const part = isLast ? left : mapAmounts(row, (amount) => Math.round(amount * fraction));
    left = subtract(left, part);
    const [unit] = units;
    const product = unit === undefined ? undefined : shop.trade.profile.catalogue[unit.productIndex];
    return {
      ...breakdowns(part),
      fee_tax_amount: decimal(feesOf(part)),
      product_name: product?.name ?? "Listing",
      quantity: String(units.length),
      revenue_amount: decimal(revenueOf(part)),
      settlement_amount: decimal(settlementOf(part)),
      shipping_cost_amount: decimal(shippingOf(part)),
      sku_id: unit === undefined ? undefined : skuId(shop, unit),
      sku_name: unit === undefined ? undefined : product?.skus[unit.skuIndex],
      statement_id: statementId(shop, row.statementTime),
    };
  });
}

/** Units of one SKU together, in the order of their first appearance. */
export function bySku(units: readonly UnitPlan[]): readonly (readonly UnitPlan[])[] {
  const groups = new Map<string, UnitPlan[]>();
  for (const unit of units) {
    const key = `${unit.productIndex}/${unit.skuIndex}`;
    groups.set(key, [...(groups.get(key) ?? []), unit]);
  }
  return [...groups.values()];
}

function mapAmounts(row: LedgerRow, change: (amount: Hundredths) => Hundredths): LedgerRow {
  return {
    ...row,
    subtotal: change(row.subtotal),
    sellerDiscount: change(row.sellerDiscount),
    refundSubtotal: change(row.refundSubtotal),
    refundSellerDiscount: change(row.refundSellerDiscount),
    referralFee: change(row.referralFee),
    affiliateFee: change(row.affiliateFee),
    shippingFee: change(row.shippingFee),
    shippingDiscount: change(row.shippingDiscount),
    adjustment: change(row.adjustment),
  };
}

function subtract(row: LedgerRow, part: LedgerRow): LedgerRow {
  return {
    ...row,
    subtotal: row.subtotal - part.subtotal,
    sellerDiscount: row.sellerDiscount - part.sellerDiscount,
    refundSubtotal: row.refundSubtotal - part.refundSubtotal,
    refundSellerDiscount: row.refundSellerDiscount - part.refundSellerDiscount,
    referralFee: row.referralFee - part.referralFee,
    affiliateFee: row.affiliateFee - part.affiliateFee,
    shippingFee: row.shippingFee - part.shippingFee,
    shippingDiscount: row.shippingDiscount - part.shippingDiscount,
    adjustment: row.adjustment - part.adjustment,
  };
}
