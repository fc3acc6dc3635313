import type { JsonObject } from "../json.ts";
import { decimal, type Hundredths, sum } from "../money.ts";
import { salePriceOf, type UnitPlan } from "./order-plan.ts";
import type { Shop } from "./shop.ts";

/** What a buyer gets back for units: their sale price and tax, or a part of both. */
export function refundWire(shop: Shop, units: readonly UnitPlan[], subtotal: Hundredths | null = null): JsonObject {
  const whole = sum(units, salePriceOf);
  const paid = subtotal ?? whole;
  const tax = whole === 0 ? 0 : Math.round((sum(units, (unit) => unit.tax) * paid) / whole);
  return {
    currency: shop.market.currency,
    refund_shipping_fee: "0",
    refund_subtotal: decimal(paid),
    refund_tax: decimal(tax),
    refund_total: decimal(paid + tax),
  };
}
