import { daySeconds } from "../clock.ts";
import { makeId } from "../ids.ts";
import type { JsonObject } from "../json.ts";
import { parseDecimal } from "../money.ts";
import { createRandom } from "../random.ts";
import { buildPlan } from "./build-plan.ts";
import { EditError, type OrderEdit } from "./edits.ts";
import { pricedUnit } from "./generate-orders.ts";
import { type OrderPlan, stageAt } from "./order-plan.ts";
import type { Shop } from "./shop.ts";

interface EditableOrders {
  readonly plans: () => readonly OrderPlan[];
  readonly find: (id: string) => OrderPlan | null;
  readonly patchesOf: (id: string) => readonly JsonObject[];
  readonly apply: (edit: OrderEdit) => string;
}

/** A shop's orders with the edits laid over them; an edit replaces a plan, never a row that was already read. */
export function createEditableOrders(shop: Shop, generated: readonly OrderPlan[]): EditableOrders {
  const plans = [...generated];
  const positions = new Map(plans.map((plan, at) => [plan.id, at]));
  const patches = new Map<string, readonly JsonObject[]>();

  function find(id: string): OrderPlan | null {
    return plans[positions.get(id) ?? -1] ?? null;
  }

  function replace(id: string, change: (plan: OrderPlan) => OrderPlan): string {
    const at = positions.get(id);
    const plan = at === undefined ? undefined : plans[at];
    if (at === undefined || plan === undefined)
      throw new EditError(`Shop ${shop.name} has no order ${id}: read an id from the order search first.`);
    plans[at] = change(plan);
    return id;
  }

  function apply(edit: OrderEdit): string {
    switch (edit.kind) {
      case "place": {
        // Far above every generated index, so that a placed order keeps its id when the generated trade changes length.
        const index = 50_000_000 + positions.size - generated.length;
        const plan = placedOrder(shop, index, edit);
        positions.set(plan.id, plans.push(plan) - 1);
        return plan.id;
      }
      case "refund":
        return replace(edit.orderId, (plan) => refunded(shop, plan, edit));
      case "status":
        return replace(edit.orderId, (plan) => restaged(plan, edit));
      case "patch":
        patches.set(edit.orderId, [...(patches.get(edit.orderId) ?? []), edit.patch]);
        return replace(edit.orderId, (plan) => plan);
    }
  }

  return { plans: () => plans, find, patchesOf: (id) => patches.get(id) ?? [], apply };
}

function placedOrder(shop: Shop, index: number, edit: OrderEdit & { kind: "place" }): OrderPlan {
  const { catalogue } = shop.trade.profile;
  const productIndex = edit.productIndex ?? 0;
  const product = catalogue[productIndex];
  if (product === undefined)
    throw new EditError(`Shop ${shop.name} has no product number ${productIndex}: it has ${catalogue.length}.`);
  const price = edit.unitPrice === null ? product.price : parseDecimal(edit.unitPrice);
  if (price === null)
    throw new EditError(`The unit price ${edit.unitPrice} is not a plain decimal with at most two decimals.`);
  const unit = pricedUnit(shop, { productIndex, skuIndex: 0, price, isDiscounted: false });
  return buildPlan(
    shop,
    { index, createTime: edit.at, units: Array.from({ length: edit.quantity }, () => unit) },
    createRandom(index + shop.number),
  );
}

function refunded(shop: Shop, plan: OrderPlan, edit: OrderEdit & { kind: "refund" }): OrderPlan {
  const already = new Set(plan.returns.flatMap((entry) => (entry.refundedAt === null ? [] : entry.units)));
  const left = plan.units.flatMap((unit, at) => (unit.isGift || already.has(at) ? [] : [at]));
  const units = left.slice(0, edit.unitCount ?? left.length);
  if (units.length === 0) throw new EditError(`Order ${plan.id} has no unit left to refund.`);
  const id = makeId({
    prefix: "4035",
    length: 19,
    owner: shop.number,
    index: plan.index,
    sub: 50 + plan.returns.length,
  });
  const entry = {
    id,
    type: "REFUND",
    role: "BUYER",
    reason: "ecom_order_delivered_refund_reason_no_longer_needed",
    reasonText: "No longer needed",
    units,
    stages: [{ status: "RETURN_OR_REFUND_REQUEST_COMPLETE", at: edit.at }],
    refundedAt: edit.at,
    previousId: null,
    nextId: null,
    partialSubtotal: null,
  } as const;
  return { ...plan, returns: [...plan.returns, entry] };
}

/** Sets a status by hand, as the platform allows for development shops; later stages of the plan are dropped. */
function restaged(plan: OrderPlan, { status, at }: OrderEdit & { kind: "status" }): OrderPlan {
  const stages = [
    ...plan.stages.filter((stage) => stage.at <= at && stage !== stageAt(plan.stages, at)),
    stageAt(plan.stages, at),
    { status, at },
  ];
  const isDelivered = status === "DELIVERED" || status === "COMPLETED";
  const isCancelled = status === "CANCELLED";
  const reached = (second: number | null) => (second !== null && second <= at ? second : null);
  return {
    ...plan,
    stages,
    paidTime: reached(plan.paidTime) ?? (isCancelled || status === "UNPAID" ? null : at),
    rtsTime:
      reached(plan.rtsTime) ?? (isDelivered || status === "IN_TRANSIT" || status === "AWAITING_COLLECTION" ? at : null),
    collectionTime: reached(plan.collectionTime) ?? (isDelivered || status === "IN_TRANSIT" ? at : null),
    deliveryTime: reached(plan.deliveryTime) ?? (isDelivered ? at : null),
    cancel: isCancelled
      ? {
          by: "SELLER",
          reason: "seller_cancel_reason_out_of_stock",
          reasonText: "Out of stock",
          requestedAt: at,
          at,
          isPaid: reached(plan.paidTime) !== null,
        }
      : null,
    settleAt:
      isDelivered && plan.kind === "normal"
        ? (reached(plan.settleAt) ?? Math.ceil(at / daySeconds) * daySeconds + 6 * daySeconds)
        : null,
  };
}
