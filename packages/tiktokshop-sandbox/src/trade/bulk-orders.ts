import { daySeconds } from "../clock.ts";
import { createRandom } from "../random.ts";
import { buildPlan, buildReturns } from "./build-plan.ts";
import { pricedUnit } from "./generate-orders.ts";
import type { OrderPlan } from "./order-plan.ts";
import type { Shop } from "./shop.ts";

/** Every how many bulk orders one is returned. */
export const returnEvery = 25;

/** Every how many bulk orders a creator brought one. */
export const promotedEvery = 4;

/** From creation to COMPLETED. */
export const lifeSeconds = 12 * daySeconds;
/** From creation to the return request. */
export const returnAfter = 6 * daySeconds;
/** From the return request to the refund. */
export const returnLife = 5 * daySeconds;

/** Order number `index` of a bulk shop. */
export function bulkPlan(shop: Shop, index: number, createTime: number): OrderPlan {
  const { catalogue, promoters } = shop.trade.profile;
  const productIndex = index % catalogue.length;
  const price = catalogue[productIndex]?.price ?? 1000;
  const unit = pricedUnit(shop, { productIndex, skuIndex: 0, price, isDiscounted: index % 3 === 0 });
  const promoter = index % promotedEvery === 0 ? (promoters[index % promoters.length] ?? null) : null;
  const plan = buildPlan(
    shop,
    { index, createTime, units: index % 5 === 0 ? [unit, unit] : [unit], promoter },
    createRandom(index),
  );
  const deliveryTime = createTime + 5 * daySeconds;
  return {
    ...plan,
    stages: [{ status: "COMPLETED", at: createTime + lifeSeconds }],
    rtsTime: createTime + daySeconds,
    collectionTime: createTime + 2 * daySeconds,
    deliveryTime,
    settleAt: bulkSettleDay(createTime),
  };
}

/** The statement day of a bulk order; grows with its creation, so a statement is a run of positions. */
export function bulkSettleDay(createTime: number): number {
  return Math.ceil((createTime + 12 * daySeconds) / daySeconds) * daySeconds;
}

export function withReturn(shop: Shop, plan: OrderPlan): OrderPlan {
  const [entry] = buildReturns({
    plan,
    units: [0],
    shopNumber: shop.number,
    random: createRandom(plan.index),
    ending: "refund_only",
    isEdited: false,
    createTime: plan.createTime + returnAfter,
  });
  if (entry === undefined) return plan;
  const done = plan.createTime + returnAfter + returnLife;
  const stages = entry.stages.map((stage, at) => (at === entry.stages.length - 1 ? { ...stage, at: done } : stage));
  return { ...plan, returns: [{ ...entry, stages, refundedAt: done }] };
}

/** Whether a bulk order was returned: every 25th. */
export function isBulkReturned(index: number): boolean {
  return index % returnEvery === 0;
}
