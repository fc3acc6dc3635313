import { daySeconds, hourSeconds, midnightAfter } from "../clock.ts";
import { makeId } from "../ids.ts";
import type { Hundredths } from "../money.ts";
import { between, type Random } from "../random.ts";
import type { CancelPlan, OrderPlan, OrderStatus, ReturnPlan, Stage, UnitPlan } from "./order-plan.ts";
import type { PromoterSpec, Shop, TradeProfile } from "./shop.ts";

/** The decisions about one order that its generator has made; times and ids follow from them. */
export interface OrderDraft {
  readonly index: number;
  readonly createTime: number;
  readonly units: readonly UnitPlan[];
  readonly kind?: OrderPlan["kind"];
  readonly isCashOnDelivery?: boolean;
  readonly outcome?:
    | "delivered"
    | "unpaid"
    | "held"
    | "cancelled_by_buyer"
    | "cancelled_by_seller"
    | "cancelled_by_system";
  readonly isLate?: boolean;
  readonly isPartlyShipped?: boolean;
  readonly promoter?: PromoterSpec | null;
  readonly contentType?: OrderPlan["contentType"];
  readonly shippingSellerDiscount?: Hundredths;
}

const cancelReasons = {
  BUYER: ["ecom_order_to_ship_canceled_reason_no_longer_needed", "No longer needed"],
  SELLER: ["seller_cancel_reason_out_of_stock", "Out of stock"],
  SYSTEM: ["seller_cancel_unpaid_reason_buyer_hasnt_paid_within_time_allowed", "Payment time ran out"],
  LOGISTICS: ["system_cancel_reason_package_lost", "Package could not be delivered"],
} as const;

/** Turns a draft into a whole plan: stage times, service levels, cancellation and settlement day. Pure in draft and stream. */
export function buildPlan(shop: Shop, draft: OrderDraft, random: Random): OrderPlan {
  const { createTime, outcome = "delivered", isCashOnDelivery = false, kind = "normal" } = draft;
  const paidTime = createTime + between(random, 25, 400);
  const holdSeconds = outcome === "held" ? 3 * daySeconds : hourSeconds;
  const readyTime = isCashOnDelivery ? createTime + 60 : paidTime + holdSeconds;
  const rtsSlaTime = midnightAfter(readyTime + 2 * daySeconds) - 1;
  const rtsTime =
    draft.isLate === true
      ? rtsSlaTime + between(random, 2, 40) * hourSeconds
      : readyTime + between(random, 2, 40) * hourSeconds;
  const collectionTime = rtsTime + between(random, 3, 18) * hourSeconds + between(random, 0, 3599);
  const deliveryTime = collectionTime + between(random, 36, 100) * hourSeconds + between(random, 0, 3599);
  const completeTime = deliveryTime + 7 * daySeconds;
  const shippingList = kind === "normal" ? shop.market.shippingFee : 0;
  const base = {
    index: draft.index,
    id: makeId({ prefix: "576", length: 18, owner: shop.number, index: draft.index }),
    createTime,
    kind,
    isCashOnDelivery,
    units: draft.units,
    shippingList,
    shippingSellerDiscount: draft.shippingSellerDiscount ?? 0,
    shippingPlatformDiscount: shippingList - (draft.shippingSellerDiscount ?? 0),
    shippingCost: shippingList + Math.floor(shippingList / 4 / 100) * 100,
    rtsSlaTime,
    deliverySlaTime: rtsSlaTime + 6 * daySeconds,
    promoter: draft.promoter ?? null,
    contentType: draft.contentType ?? "VIDEO",
    returns: [],
  } satisfies Partial<OrderPlan>;
  const untilReady: Stage<OrderStatus>[] = isCashOnDelivery
    ? [{ status: "AWAITING_SHIPMENT", at: createTime }]
    : [
        { status: "UNPAID", at: createTime },
        { status: "ON_HOLD", at: paidTime },
        { status: "AWAITING_SHIPMENT", at: readyTime },
      ];
  if (outcome === "unpaid")
    return neverShipped(base, cancelOf("SYSTEM", createTime + 2 * daySeconds, false), [
      { status: "UNPAID", at: createTime },
    ]);
  if (outcome === "cancelled_by_buyer")
    return neverShipped(base, cancelOf("BUYER", readyTime + between(random, 1, 20) * hourSeconds, true), untilReady);
  if (outcome === "cancelled_by_seller")
    return neverShipped(base, cancelOf("SELLER", readyTime + between(random, 4, 44) * hourSeconds, true), untilReady);
  if (outcome === "cancelled_by_system")
    return neverShipped(base, cancelOf("LOGISTICS", rtsSlaTime + 3 * daySeconds, true), untilReady);
  const partly: Stage<OrderStatus>[] =
    draft.isPartlyShipped === true
      ? [{ status: "PARTIALLY_SHIPPING", at: readyTime + Math.floor((rtsTime - readyTime) / 4) }]
      : [];
  return {
    ...base,
    stages: [
      ...untilReady,
      ...partly,
      { status: "AWAITING_COLLECTION", at: rtsTime },
      { status: "IN_TRANSIT", at: collectionTime },
      { status: "DELIVERED", at: deliveryTime },
      { status: "COMPLETED", at: completeTime },
    ],
    paidTime: isCashOnDelivery ? deliveryTime : paidTime,
    rtsTime,
    collectionTime,
    deliveryTime,
    cancel: null,
    settleAt: kind === "normal" ? settleDay(shop.trade.profile, deliveryTime) : null,
  };

  function cancelOf(why: keyof typeof cancelReasons, at: number, isPaid: boolean): CancelPlan {
    const [reason, reasonText] = cancelReasons[why];
    const by = why === "LOGISTICS" ? "SYSTEM" : why;
    return {
      by,
      reason,
      reasonText,
      requestedAt: by === "BUYER" ? at - hourSeconds / 2 : at,
      at,
      isPaid: isPaid && !isCashOnDelivery,
    };
  }

  function neverShipped(common: typeof base, cancel: CancelPlan, stages: readonly Stage<OrderStatus>[]): OrderPlan {
    const isLogistics = outcome === "cancelled_by_system";
    return {
      ...common,
      stages: [...stages, { status: "CANCELLED", at: cancel.at }],
      paidTime: cancel.isPaid ? paidTime : null,
      rtsTime: isLogistics ? rtsTime : null,
      collectionTime: null,
      deliveryTime: null,
      cancel,
      settleAt: null,
    };
  }
}

/** The statement day of an order: the first UTC midnight after delivery plus the shop's settlement period. */
function settleDay(profile: TradeProfile, deliveryTime: number): number {
  return midnightAfter(deliveryTime + profile.settleDays * daySeconds);
}

interface ReturnDraft {
  readonly plan: OrderPlan;
  readonly units: readonly number[];
  readonly shopNumber: number;
  readonly random: Random;
  readonly ending: "completed" | "refund_only" | "rejected" | "withdrawn" | "replaced" | "partial";
  readonly isEdited: boolean;
  /** When the buyer asks; must be after delivery. */
  readonly createTime: number;
}

/** The return rows of one order: one row, or two linked ones when the buyer edited the request. */
export function buildReturns(draft: ReturnDraft): readonly ReturnPlan[] {
  const { plan, shopNumber, createTime, random } = draft;
  const idOf = (sub: number) => makeId({ prefix: "4035", length: 19, owner: shopNumber, index: plan.index, sub });
  const last = finalReturn(draft, idOf(draft.isEdited ? 1 : 0), createTime + (draft.isEdited ? 5 * hourSeconds : 0));
  if (!draft.isEdited) return [last];
  const first: ReturnPlan = {
    ...last,
    id: idOf(0),
    stages: [
      { status: "RETURN_OR_REFUND_REQUEST_PENDING", at: createTime },
      { status: "RETURN_OR_REFUND_REQUEST_CANCEL", at: createTime + 5 * hourSeconds },
    ],
    refundedAt: null,
    nextId: last.id,
    reason: "ecom_order_delivered_refund_reason_wrong_item",
    reasonText: "Wrong item was sent",
    units: draft.units.slice(0, between(random, 1, draft.units.length)),
  };
  return [first, { ...last, previousId: first.id }];
}

function finalReturn(draft: ReturnDraft, id: string, createTime: number): ReturnPlan {
  const { random, ending, units } = draft;
  const answered = createTime + between(random, 6, 20) * hourSeconds;
  const shipped = answered + between(random, 20, 60) * hourSeconds;
  const done = shipped + between(random, 40, 90) * hourSeconds;
  const common = {
    id,
    role: "BUYER",
    reason: "ecom_order_delivered_refund_and_return_reason_damaged",
    reasonText: "Item arrived damaged",
    units,
    previousId: null,
    nextId: null,
    partialSubtotal: null,
  } as const;
  const asked: Stage = { status: "RETURN_OR_REFUND_REQUEST_PENDING", at: createTime };
  switch (ending) {
    case "rejected":
      return {
        ...common,
        type: "RETURN_AND_REFUND",
        stages: [asked, { status: "REFUND_OR_RETURN_REQUEST_REJECT", at: answered }],
        refundedAt: null,
      };
    case "withdrawn":
      return {
        ...common,
        type: "RETURN_AND_REFUND",
        stages: [asked, { status: "RETURN_OR_REFUND_REQUEST_CANCEL", at: answered }],
        refundedAt: null,
      };
    case "replaced":
      return {
        ...common,
        type: "REPLACEMENT",
        stages: [
          { status: "REPLACEMENT_REQUEST_PENDING", at: createTime },
          { status: "REPLACEMENT_REQUEST_COMPLETE", at: shipped },
        ],
        refundedAt: null,
      };
    case "refund_only":
    case "partial": {
      const price = units.reduce((total, at) => total + (draft.plan.units[at]?.original ?? 0), 0);
      return {
        ...common,
        type: "REFUND",
        stages: [asked, { status: "RETURN_OR_REFUND_REQUEST_COMPLETE", at: answered }],
        refundedAt: answered,
        partialSubtotal: ending === "partial" ? Math.floor(price / 400) * 100 : null,
      };
    }
    case "completed":
      return {
        ...common,
        type: "RETURN_AND_REFUND",
        stages: [
          asked,
          { status: "AWAITING_BUYER_SHIP", at: answered },
          { status: "BUYER_SHIPPED_ITEM", at: shipped },
          { status: "RETURN_OR_REFUND_REQUEST_COMPLETE", at: done },
        ],
        refundedAt: done,
      };
  }
}
