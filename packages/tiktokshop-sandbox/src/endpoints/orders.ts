import type { Route, ShopCall } from "../gateway/api-call.ts";
import { businessError, invalidParameter } from "../gateway/gateway-error.ts";
import { listPage, narrowed } from "../gateway/list-page.ts";
import {
  bodyFlag,
  bodySeconds,
  bodyText,
  bodyTexts,
  oneOf,
  pageSize,
  queryList,
  sortOrder,
  timeRange,
} from "../gateway/parameters.ts";
import { type JsonObject, mergeJson } from "../json.ts";
import { type OrderView, orderDetailWire, orderWire } from "../trade/order-wire.ts";
import { oddOrder } from "./odd-rows.ts";

export const orderRoutes: readonly Route[] = [
  {
    method: "POST",
    path: "/order/202309/orders/search",
    scope: "seller.order.info",
    caller: "shop",
    answer: searchOrders,
  },
  { method: "GET", path: "/order/202507/orders", scope: "seller.order.info", caller: "shop", answer: currentDetail },
  { method: "GET", path: "/order/202309/orders", scope: "seller.order.info", caller: "shop", answer: firstDetail },
];

const statuses: ReadonlySet<string> = new Set([
  "UNPAID",
  "ON_HOLD",
  "AWAITING_SHIPMENT",
  "PARTIALLY_SHIPPING",
  "AWAITING_COLLECTION",
  "IN_TRANSIT",
  "DELIVERED",
  "COMPLETED",
  "CANCELLED",
]);
const mostIds = 50;

function searchOrders(call: ShopCall): JsonObject {
  const size = pageSize(call, { min: 1, max: 100, fallback: null });
  const sort = oneOf(call, "sort_field", ["create_time", "update_time"], "create_time");
  const order = sortOrder(call, "DESC");
  const created = timeRange(bodySeconds(call, "create_time_ge"), bodySeconds(call, "create_time_lt"));
  const updated = timeRange(bodySeconds(call, "update_time_ge"), bodySeconds(call, "update_time_lt"));
  const [range, other] = sort === "create_time" ? [created, updated] : [updated, created];
  const otherTime = ({ plan, stage }: OrderView) => (sort === "create_time" ? stage.at : plan.createTime);
  const isOtherAsked = other.from > 0 || other.before < Number.MAX_SAFE_INTEGER;
  const rowFilter = readRowFilter(call);
  const isInOther = (view: OrderView) => otherTime(view) >= other.from && otherTime(view) < other.before;
  const keeps =
    isOtherAsked || rowFilter !== null ? (view: OrderView) => isInOther(view) && (rowFilter?.(view) ?? true) : null;
  const rows = narrowed(call.world.bookOf(call.shop).orders(sort, call.now), range, keeps);
  const page = listPage(call, { rows, order, pageSize: size });
  return {
    next_page_token: page.nextPageToken,
    orders: page.rows.map((view) => wire(call, view)),
    total_count: page.totalCount,
  };
}

/** The filters that look at a row; null when none was asked, because then no row has to be built. */
function readRowFilter(call: ShopCall): ((view: OrderView) => boolean) | null {
  const status = bodyText(call, "order_status");
  if (status !== null && !statuses.has(status))
    invalidParameter("Invalid parameter. The 'order_status' field is not a known status.");
  const shippingType = bodyText(call, "shipping_type");
  if (shippingType !== null && shippingType !== "TIKTOK" && shippingType !== "SELLER") {
    invalidParameter("Invalid parameter. The 'shipping_type' field must be TIKTOK or SELLER.");
  }
  const buyer = bodyText(call, "buyer_user_id");
  const buyerCancel = bodyFlag(call, "is_buyer_request_cancel");
  const warehouses = bodyTexts(call, "warehouse_ids", { most: 100 });
  const fields: readonly (readonly [string, (value: unknown) => boolean])[] = [
    ["shipping_type", (value) => shippingType === null || value === shippingType],
    ["user_id", (value) => buyer === null || value === buyer],
    ["is_buyer_request_cancel", (value) => buyerCancel === null || value === buyerCancel],
    ["warehouse_id", (value) => warehouses === null || warehouses.has(String(value))],
  ];
  const isFieldAsked = shippingType !== null || buyer !== null || buyerCancel !== null || warehouses !== null;
  if (!isFieldAsked) return status === null ? null : ({ stage }) => stage.status === status;
  return (view) => {
    if (status !== null && view.stage.status !== status) return false;
    const order = orderWire(call.shop, view, call.now);
    return fields.every(([name, passes]) => passes(order[name]));
  };
}

function currentDetail(call: ShopCall): JsonObject {
  return orderDetail(call, orderDetailWire);
}

function firstDetail(call: ShopCall): JsonObject {
  return orderDetail(call, (order) => order);
}

function orderDetail(call: ShopCall, shape: (order: JsonObject) => JsonObject): JsonObject {
  const ids = queryList(call, "ids");
  if (ids.length === 0) invalidParameter("Invalid parameter. The 'ids' query parameter is required.");
  if (ids.length > mostIds)
    invalidParameter(`Invalid parameter. The 'ids' query parameter takes at most ${mostIds} ids.`);
  const book = call.world.bookOf(call.shop);
  const orders = ids.map((id) => {
    const view = book.findOrder(id, call.now);
    return view === null
      ? businessError(21008111, "The order does not belong to this seller.")
      : shape(wire(call, view));
  });
  return { orders };
}

function wire(call: ShopCall, view: OrderView): JsonObject {
  const plain = orderWire(call.shop, view, call.now);
  const order = call.persona.hasOddRows ? oddOrder(plain, view.plan.index) : plain;
  return call.world.bookOf(call.shop).patchesOf(view.plan.id).reduce(mergeJson, order);
}
