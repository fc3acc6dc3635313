import type { Hundredths } from "../money.ts";
import type { PromoterSpec } from "./shop.ts";

export type OrderStatus =
  | "UNPAID"
  | "ON_HOLD"
  | "AWAITING_SHIPMENT"
  | "PARTIALLY_SHIPPING"
  | "AWAITING_COLLECTION"
  | "IN_TRANSIT"
  | "DELIVERED"
  | "COMPLETED"
  | "CANCELLED";

/** What an order or return is from a second on; later stages are the future until the clock reaches them. */
export interface Stage<Status extends string = string> {
  readonly status: Status;
  readonly at: number;
}

/** One unit sold: the platform prints one line item per unit, never a quantity. */
export interface UnitPlan {
  readonly productIndex: number;
  readonly skuIndex: number;
  readonly original: Hundredths;
  readonly sellerDiscount: Hundredths;
  readonly platformDiscount: Hundredths;
  readonly tax: Hundredths;
  readonly isGift: boolean;
}

export interface CancelPlan {
  readonly by: "BUYER" | "SELLER" | "SYSTEM";
  readonly reason: string;
  readonly reasonText: string;
  readonly requestedAt: number;
  readonly at: number;
  readonly isPaid: boolean;
}

export interface ReturnPlan {
  readonly id: string;
  readonly type: "REFUND" | "RETURN_AND_REFUND" | "REPLACEMENT";
  readonly role: "BUYER" | "SELLER";
  readonly reason: string;
  readonly reasonText: string;
  readonly units: readonly number[];
  readonly stages: readonly Stage[];
  /** When money went back to the buyer; null when it never does. */
  readonly refundedAt: number | null;
  readonly previousId: string | null;
  readonly nextId: string | null;
  /** A partial refund's subtotal; null means the units' whole value. */
  readonly partialSubtotal: Hundredths | null;
}

/** Everything that will ever happen to one order, decided when it is generated. */
export interface OrderPlan {
  readonly index: number;
  readonly id: string;
  readonly createTime: number;
  readonly kind: "normal" | "sample" | "replacement" | "exchange";
  readonly isCashOnDelivery: boolean;
  readonly units: readonly UnitPlan[];
  readonly shippingList: Hundredths;
  readonly shippingPlatformDiscount: Hundredths;
  readonly shippingSellerDiscount: Hundredths;
  readonly shippingCost: Hundredths;
  readonly stages: readonly Stage<OrderStatus>[];
  readonly paidTime: number | null;
  readonly rtsTime: number | null;
  readonly rtsSlaTime: number | null;
  readonly collectionTime: number | null;
  readonly deliveryTime: number | null;
  readonly deliverySlaTime: number | null;
  readonly cancel: CancelPlan | null;
  readonly promoter: PromoterSpec | null;
  readonly contentType: "VIDEO" | "LIVE" | "SHOP";
  /** 00:00 UTC of the statement this order settles in; null when it never does. */
  readonly settleAt: number | null;
  readonly returns: readonly ReturnPlan[];
}

/** The last stage the clock has reached. */
export function stageAt<Status extends string>(stages: readonly Stage<Status>[], now: number): Stage<Status> {
  let current = stages[0];
  if (current === undefined) throw new RangeError("A plan needs at least one stage.");
  for (const stage of stages) {
    if (stage.at > now) break;
    current = stage;
  }
  return current;
}

/** What the seller's goods were worth: list price less the seller's own discount (the platform pays its own back). */
export function merchandiseOf(units: readonly UnitPlan[]): Hundredths {
  return units.reduce((total, unit) => total + unit.original - unit.sellerDiscount, 0);
}

/** What the buyer paid for a unit, before tax. */
export function salePriceOf(unit: UnitPlan): Hundredths {
  return unit.original - unit.sellerDiscount - unit.platformDiscount;
}
