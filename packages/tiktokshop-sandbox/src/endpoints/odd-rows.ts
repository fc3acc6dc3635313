import type { Json, JsonObject } from "../json.ts";

/** Each way a row may break a schema; the row's position chooses. */
const orderOddities: readonly ((order: JsonObject) => JsonObject)[] = [
  (order) => ({ ...order, status: "PACKING_REVIEW" }),
  (order) => ({ ...order, id: undefined }),
  (order) => withPayment(order, { sub_total: "N/A" }),
  (order) => withPayment(order, null),
  (order) => ({ ...order, is_subscription_order: true, loyalty_programme: { tier: "GOLD", points: 12 } }),
  (order) => ({ ...order, create_time: String(order.create_time) }),
  (order) => withPayment(order, { sub_total: "-19.54", original_total_product_price: "-19.54" }),
  (order) => withPayment(order, { sub_total: "1e400" }),
  (order) => ({ ...order, line_items: null }),
  (order) => ({ ...order, is_sample_order: "true" }),
];

const oddEvery = 5;

/** Every fifth order of the odd shop is odd, each in its own way. */
export function oddOrder(order: JsonObject, index: number): JsonObject {
  if (index % oddEvery !== 0) return order;
  const oddity = orderOddities[(index / oddEvery) % orderOddities.length];
  return oddity === undefined ? order : oddity(order);
}

function withPayment(order: JsonObject, patch: JsonObject | null): JsonObject {
  const { payment } = order;
  if (patch === null || typeof payment !== "object" || payment === null) return { ...order, payment: {} };
  return { ...order, payment: { ...payment, ...patch } };
}

/** Money that is present and says nothing: `{}`. */
export function oddMoney(money: Json, index: number): Json {
  return index % oddEvery === 2 ? {} : money;
}
