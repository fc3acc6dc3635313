import { makeId } from "../ids.ts";
import type { JsonObject } from "../json.ts";
import { decimal, sum } from "../money.ts";
import { buyerWire } from "./buyer-wire.ts";
import { type OrderPlan, type OrderStatus, type Stage, salePriceOf, type UnitPlan } from "./order-plan.ts";
import type { Shop } from "./shop.ts";

/** An order as it stands at a moment. */
export interface OrderView {
  readonly plan: OrderPlan;
  readonly stage: Stage<OrderStatus>;
}

const packageStatuses: Readonly<Partial<Record<OrderStatus, string>>> = {
  AWAITING_SHIPMENT: "TO_FULFILL",
  PARTIALLY_SHIPPING: "PROCESSING",
  AWAITING_COLLECTION: "PROCESSING",
  IN_TRANSIT: "FULFILLING",
  DELIVERED: "COMPLETED",
  COMPLETED: "COMPLETED",
  CANCELLED: "CANCELLED",
};

/** The order object of order search 202309. What has not happened yet at `now` is absent. */
export function orderWire(shop: Shop, { plan, stage }: OrderView, now: number): JsonObject {
  const { market } = shop;
  const past = (second: number | null) => (second !== null && second <= now ? second : undefined);
  const { cancel } = plan;
  const isCancelled = stage.status === "CANCELLED";
  const isEarly = stage.status === "UNPAID" || stage.status === "ON_HOLD";
  const rtsTime = past(plan.rtsTime);
  const packageId = makeId({ prefix: "1153", length: 19, owner: shop.number, index: plan.index });
  const tracking =
    rtsTime === undefined
      ? undefined
      : `94${makeId({ prefix: "00", length: 18, owner: shop.number, index: plan.index })}`;
  return {
    ...buyerWire(shop, plan, isEarly || isCancelled),
    cancel_order_sla_time: (plan.rtsSlaTime ?? plan.createTime) + 3 * 86_400,
    cancel_reason: isCancelled ? cancel?.reasonText : undefined,
    cancel_time: isCancelled ? cancel?.at : undefined,
    cancellation_initiator: isCancelled ? cancel?.by : undefined,
    collection_due_time: isEarly ? undefined : (plan.rtsSlaTime ?? 0) + 5 * 86_400,
    collection_time: past(plan.collectionTime),
    commerce_platform: "TIKTOK_SHOP",
    create_time: plan.createTime,
    delivery_due_time: isEarly ? undefined : (plan.rtsSlaTime ?? 0) + 28 * 86_400,
    delivery_option_id: "7129030011223344556",
    delivery_option_name: "Standard Shipping",
    delivery_sla_time: isEarly ? undefined : (plan.deliverySlaTime ?? undefined),
    delivery_time: past(plan.deliveryTime),
    delivery_type: "HOME_DELIVERY",
    fulfillment_type: "FULFILLMENT_BY_SELLER",
    has_updated_recipient_address: false,
    id: plan.id,
    is_buyer_request_cancel: cancel?.by === "BUYER" && cancel.requestedAt <= now,
    is_cod: plan.isCashOnDelivery,
    is_exchange_order: plan.kind === "exchange",
    is_on_hold_order: stage.status === "ON_HOLD",
    is_replacement_order: plan.kind === "replacement",
    is_sample_order: plan.kind === "sample",
    line_items: plan.units.map((unit, at) =>
      lineItemWire({ shop, plan, stage, unit, at, packageId, tracking, rtsTime }),
    ),
    order_type: "NORMAL",
    packages: isEarly ? undefined : [{ id: packageId }],
    paid_time: past(plan.paidTime),
    payment: paymentWire(shop, plan),
    payment_method_name: plan.isCashOnDelivery ? "Cash on delivery" : "Credit Card",
    replaced_order_id:
      plan.kind === "replacement"
        ? makeId({ prefix: "576", length: 18, owner: shop.number, index: Math.max(0, plan.index - 7) })
        : undefined,
    exchange_source_order_id:
      plan.kind === "exchange"
        ? makeId({ prefix: "576", length: 18, owner: shop.number, index: Math.max(0, plan.index - 5) })
        : undefined,
    request_cancel_time: cancel?.by === "BUYER" ? past(cancel.requestedAt) : undefined,
    rts_sla_time: isEarly ? undefined : (plan.rtsSlaTime ?? undefined),
    rts_time: rtsTime,
    shipping_due_time: isEarly ? undefined : (plan.rtsSlaTime ?? 0) + 2 * 86_400,
    shipping_provider: rtsTime === undefined ? undefined : market.carrier,
    shipping_provider_id: rtsTime === undefined ? undefined : market.carrierId,
    shipping_type: "TIKTOK",
    status: stage.status,
    tracking_number: tracking,
    tts_sla_time: isEarly ? undefined : (plan.rtsSlaTime ?? 0) + 86_400,
    update_time: stage.at,
    warehouse_id: makeId({ prefix: "7286", length: 19, owner: shop.number, index: 1 }),
  };
}

/** The same order as order detail 202507 prints it: two fields fewer in general, the card type more. */
export function orderDetailWire(order: JsonObject): JsonObject {
  return { ...order, payment_card_type: order.payment_method_name === "Credit Card" ? "Credit" : undefined };
}

interface LineItem {
  readonly shop: Shop;
  readonly plan: OrderPlan;
  readonly stage: Stage<OrderStatus>;
  readonly unit: UnitPlan;
  readonly at: number;
  readonly packageId: string;
  readonly tracking: string | undefined;
  readonly rtsTime: number | undefined;
}

function lineItemWire({ shop, plan, stage, unit, at, packageId, tracking, rtsTime }: LineItem): JsonObject {
  const product = shop.trade.profile.catalogue[unit.productIndex];
  const isCancelled = stage.status === "CANCELLED";
  const hasPackage = stage.status !== "UNPAID" && stage.status !== "ON_HOLD";
  return {
    cancel_reason: isCancelled ? plan.cancel?.reasonText : undefined,
    cancel_user: isCancelled ? plan.cancel?.by : undefined,
    currency: shop.market.currency,
    display_status: stage.status,
    gift_retail_price: unit.isGift ? decimal(unit.original) : "0",
    id: lineItemId(shop, plan, at),
    is_dangerous_good: false,
    is_gift: unit.isGift,
    item_tax:
      unit.tax === 0
        ? undefined
        : [{ tax_amount: decimal(unit.tax), tax_rate: String(shop.market.salesTax), tax_type: "SALES_TAX" }],
    original_price: decimal(unit.original),
    package_id: hasPackage ? packageId : undefined,
    package_status: packageStatuses[stage.status],
    platform_discount: decimal(unit.platformDiscount),
    product_id: productId(shop, unit.productIndex),
    product_name: product?.name ?? "Listing",
    rts_time: rtsTime,
    sale_price: decimal(salePriceOf(unit)),
    seller_discount: decimal(unit.sellerDiscount),
    seller_sku: sellerSku(shop, unit),
    shipping_provider_id: rtsTime === undefined ? undefined : shop.market.carrierId,
    shipping_provider_name: rtsTime === undefined ? undefined : shop.market.carrier,
    sku_id: skuId(shop, unit),
    sku_image: "https://img.example.invalid/listing.jpeg",
    sku_name: product?.skus[unit.skuIndex] ?? "Default",
    sku_type: "NORMAL",
    tracking_number: tracking,
  };
}

function paymentWire(shop: Shop, plan: OrderPlan): JsonObject {
  const { units } = plan;
  const original = sum(units, (unit) => unit.original);
  const sellerDiscount = sum(units, (unit) => unit.sellerDiscount);
  const platformDiscount = sum(units, (unit) => unit.platformDiscount);
  const tax = sum(units, (unit) => unit.tax);
  const subTotal = original - sellerDiscount - platformDiscount;
  const shippingFee = plan.shippingList - plan.shippingSellerDiscount - plan.shippingPlatformDiscount;
  return {
    currency: shop.market.currency,
    original_shipping_fee: decimal(plan.shippingList),
    original_total_product_price: decimal(original),
    platform_discount: decimal(platformDiscount),
    product_tax: decimal(tax),
    seller_discount: decimal(sellerDiscount),
    shipping_fee: decimal(shippingFee),
    shipping_fee_platform_discount: decimal(plan.shippingPlatformDiscount),
    shipping_fee_seller_discount: decimal(plan.shippingSellerDiscount),
    shipping_fee_tax: "0",
    sub_total: decimal(subTotal),
    tax: decimal(tax),
    total_amount: decimal(subTotal + shippingFee + tax),
  };
}

export function lineItemId(shop: Shop, plan: OrderPlan, at: number): string {
  return makeId({ prefix: "577", length: 18, owner: shop.number, index: plan.index, sub: at });
}

export function productId(shop: Shop, productIndex: number): string {
  return makeId({ prefix: "1729", length: 19, owner: shop.number, index: productIndex });
}

export function skuId(shop: Shop, unit: Pick<UnitPlan, "productIndex" | "skuIndex">): string {
  return makeId({ prefix: "1729", length: 19, owner: shop.number, index: unit.productIndex, sub: unit.skuIndex + 1 });
}

export function sellerSku(shop: Shop, unit: Pick<UnitPlan, "productIndex" | "skuIndex">): string {
  return `SKU-${shop.number}-${unit.productIndex}-${unit.skuIndex}`;
}
