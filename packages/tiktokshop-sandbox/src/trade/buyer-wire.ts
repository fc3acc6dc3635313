import type { JsonObject } from "../json.ts";
import type { OrderPlan } from "./order-plan.ts";
import type { Shop } from "./shop.ts";

/** Marks every buyer datum, so that a test can prove that none of it was kept. */
export const buyerMarker = "SBXBUYER";

/** Who bought: masked as the platform masks it, plausible, and marked in every field. An early or cancelled order has no address. */
export function buyerWire(shop: Shop, plan: OrderPlan, isWithoutAddress: boolean): JsonObject {
  const { market } = shop;
  const mark = markOf(plan);
  const street = `** ${mark} Way`;
  return {
    buyer_avatar: `https://img.example.invalid/${mark}.jpeg`,
    buyer_email: `${mark}@scs2.tiktok.com`,
    buyer_message: plan.index % 9 === 0 ? `Please ring twice, ${mark}` : "",
    buyer_nickname: `${mark}_nick`,
    user_id: buyerId(plan),
    recipient_address: isWithoutAddress
      ? undefined
      : {
          address_detail: street,
          address_line1: street,
          district_info: [
            {
              address_level: "L0",
              address_level_name: "Country",
              address_name: market.country,
              iso_code: market.region,
            },
            { address_level: "L1", address_level_name: "State", address_name: market.state },
            { address_level: "L3", address_level_name: "City", address_name: `${mark} City` },
          ],
          first_name: `S*** ${mark}`,
          full_address: `${market.country}, ${market.state}, ${street}`,
          last_name: `B*** ${mark}`,
          name: `S*** B*** ${mark}`,
          phone_number: `(+1)512***01 ${mark}`,
          postal_code: `787** ${mark}`,
          region_code: market.region,
        },
  };
}

/** The buyer's user id, which carries the marker too. */
export function buyerId(plan: OrderPlan): string {
  return `7494${markOf(plan)}`;
}

function markOf(plan: OrderPlan): string {
  return `${buyerMarker}${plan.index % 997}`;
}
