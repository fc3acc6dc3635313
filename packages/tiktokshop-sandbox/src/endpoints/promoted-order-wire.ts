import { makeId } from "../ids.ts";
import type { JsonObject } from "../json.ts";
import { decimal, type Hundredths, share } from "../money.ts";
import { merchandiseOf, type OrderPlan, type OrderStatus, salePriceOf, type UnitPlan } from "../trade/order-plan.ts";
import type { OrderView } from "../trade/order-wire.ts";
import { productId, skuId } from "../trade/order-wire.ts";
import type { Shop } from "../trade/shop.ts";
import { oddMoney } from "./odd-rows.ts";
import { bySku } from "./transaction-wire.ts";

interface PromotedOrder {
  readonly shop: Shop;
  readonly view: OrderView;
  readonly now: number;
  readonly hasOddMoney: boolean;
}

const orderStatuses: Readonly<Partial<Record<OrderStatus, string>>> = {
  CANCELLED: "CANCELLED",
  DELIVERED: "COMPLETED",
  COMPLETED: "COMPLETED",
};

/** One order that a creator brought, as the seller sees it: string rates and a settlement status for each SKU. */
export function promotedOrderWire({ shop, view, now, hasOddMoney }: PromotedOrder): JsonObject {
  const { plan, stage } = view;
  const isDelivered = plan.deliveryTime !== null && plan.deliveryTime <= now;
  const skus = bySku(plan.units.filter((unit) => !unit.isGift));
  return {
    create_time: plan.createTime,
    delivery_time: isDelivered ? (plan.deliveryTime ?? undefined) : undefined,
    id: plan.id,
    skus: skus.map((units) => skuWire({ shop, view, now, hasOddMoney, units })),
    status: orderStatuses[stage.status] ?? "PROCESSING",
  };
}

/** How many SKU rows an order has in this endpoint. */
export function promotedSkuCount({ plan }: OrderView): number {
  return bySku(plan.units.filter((unit) => !unit.isGift)).length;
}

/** The plan under which the creator sells: two in five are offered to one creator, the others are open to all. */
export function collaborationOf(shop: Shop, plan: OrderPlan): { readonly id: string; readonly isTargeted: boolean } {
  const index = plan.index % 5;
  return { id: makeId({ prefix: "7388", length: 19, owner: shop.number, index }), isTargeted: index >= 3 };
}

function skuWire({
  shop,
  view,
  now,
  hasOddMoney,
  units,
}: PromotedOrder & { readonly units: readonly UnitPlan[] }): JsonObject {
  const { plan } = view;
  const { currency } = shop.market;
  const refunded = refundedCount(plan, units, now);
  const base = merchandiseOf(units);
  const kept = share(base, 1 - refunded / units.length, currency);
  const rateBps = plan.promoter?.rateBps ?? 0;
  const settlement = settlementStatus(view, now, refunded === units.length);
  const isSettled = settlement === "SETTLED";
  // Commission and shop-ads commission exclude each other: one in ten orders came through an ad.
  const isAd = plan.index % 10 === 7;
  const money = (amount: Hundredths) =>
    hasOddMoney ? oddMoney({ amount: decimal(amount), currency }, plan.index) : { amount: decimal(amount), currency };
  const commission = (amount: Hundredths) => money(share(amount, rateBps / 10_000, currency));
  const [unit] = units;
  const collaboration = collaborationOf(shop, plan);
  return {
    actual_commission_base: isSettled ? money(kept) : undefined,
    actual_paid_commission: isSettled && !isAd ? commission(kept) : undefined,
    actual_paid_shop_ads_commission: isSettled && isAd ? commission(kept) : undefined,
    campaign_id: campaignId(shop, plan),
    commission_rate: isAd ? "0" : String(rateBps),
    content_id: makeId({ prefix: "7421", length: 19, owner: shop.number, index: plan.index % 60 }),
    content_type: plan.contentType,
    creator_username: plan.promoter?.username,
    estimated_commission_base: money(base),
    estimated_paid_commission: isAd ? undefined : commission(base),
    estimated_paid_shop_ads_commission: isAd ? commission(base) : undefined,
    fully_return: refunded === units.length ? "Yes" : "No",
    is_carousel: "No",
    open_collaboration_id: collaboration.isTargeted ? "" : collaboration.id,
    price: money(unit === undefined ? 0 : salePriceOf(unit)),
    product_id: unit === undefined ? undefined : productId(shop, unit.productIndex),
    quantity: units.length,
    refunded_quantity: refunded,
    returned_quantity: refunded,
    settlement_status: settlement,
    shop_ads_commission_rate: isAd ? String(rateBps) : "0",
    sku_id: unit === undefined ? undefined : skuId(shop, unit),
    target_collaboration_id: collaboration.isTargeted ? collaboration.id : "",
  };
}

/** One order in four belongs to one of two campaigns. */
function campaignId(shop: Shop, { index }: OrderPlan): string {
  return index % 4 === 0 ? makeId({ prefix: "7390", length: 19, owner: shop.number, index: (index / 4) % 2 }) : "";
}

function settlementStatus({ plan, stage }: OrderView, now: number, isFullyReturned: boolean): string {
  if (stage.status === "UNPAID") return "AWAITING PAYMENT";
  if (stage.status === "CANCELLED" || isFullyReturned) return "INELIGIBLE";
  return plan.settleAt !== null && plan.settleAt <= now ? "SETTLED" : "To-SETTLE";
}

function refundedCount(plan: OrderPlan, units: readonly UnitPlan[], now: number): number {
  const returned = plan.returns.flatMap((entry) =>
    entry.refundedAt !== null && entry.refundedAt <= now && entry.partialSubtotal === null ? entry.units : [],
  );
  const [first] = units;
  return returned.filter((at) => {
    const unit = plan.units[at];
    return (
      unit !== undefined &&
      first !== undefined &&
      unit.productIndex === first.productIndex &&
      unit.skuIndex === first.skuIndex
    );
  }).length;
}
