import type { Route, ShopCall } from "../gateway/api-call.ts";
import { businessError, invalidParameter } from "../gateway/gateway-error.ts";
import { pageOf } from "../gateway/paging.ts";
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
import { filterSequence, lowerBound } from "../trade/sequence.ts";
import { oddOrder } from "./odd-rows.ts";

export const orderRoutes: readonly Route[] = [
  {
    method: "POST",
    path: "/order/202309/orders/search",
    scope: "seller.order.info",
    caller: "shop",
    answer: searchOrders,
  },
  {
    method: "GET",
    path: "/order/202507/orders",
    scope: "seller.order.info",
    caller: "shop",
    answer: (call) => orderDetail(call, orderDetailWire),
  },
  {
    method: "GET",
    path: "/order/202309/orders",
    scope: "seller.order.info",
    caller: "shop",
    answer: (call) => orderDetail(call, (order) => order),
  },
];

const statuses = [
  "UNPAID",
  "ON_HOLD",
  "AWAITING_SHIPMENT",
  "PARTIALLY_SHIPPING",
  "AWAITING_COLLECTION",
  "IN_TRANSIT",
  "DELIVERED",
  "COMPLETED",
  "CANCELLED",
];
const mostIds = 50;

function searchOrders(call: ShopCall): JsonObject {
  const { shop, world, now, query } = call;
  const size = pageSize(call, { min: 1, max: 100, fallback: null });
  const sort = oneOf(call, "sort_field", ["create_time", "update_time"], "create_time");
  const order = sortOrder(call, "DESC");
  const filters = readFilters(call);
  const book = world.bookOf(shop);
  const sorted = book.orders(sort, now);
  const ranged = sort === "create_time" ? filters.created : filters.updated;
  const low = lowerBound(sorted, ranged.from);
  const high = lowerBound(sorted, ranged.before);
  const keeps = (view: OrderView) => filters.keeps(view);
  const isWhole = low === 0 && high === sorted.length && !filters.needsScan(sort);
  const rows = isWhole
    ? sorted
    : filters.needsScan(sort)
      ? filterSequence(sorted, keeps, { low, high })
      : slice(sorted, low, high);
  const page = pageOf({
    rows,
    order,
    pageSize: size,
    pageToken: query.get("page_token") ?? "",
    filter: `orders/${shop.id}/${sort}/${fingerprint(call)}`,
    onBadToken: () => invalidParameter("Invalid parameter. The 'page_token' query parameter is invalid."),
  });
  return {
    next_page_token: page.nextPageToken,
    orders: page.rows.map((view) => wire(call, view)),
    total_count: page.totalCount,
  };
}

function slice(
  rows: ReturnType<ReturnType<ShopCall["world"]["bookOf"]>["orders"]>,
  low: number,
  high: number,
): typeof rows {
  return {
    length: high - low,
    at: (p) => rows.at(low + p),
    timeAt: (p) => rows.timeAt(low + p),
    idAt: (p) => rows.idAt(low + p),
  };
}

function readFilters(call: ShopCall) {
  const status = bodyText(call, "order_status");
  if (status !== null && !statuses.includes(status))
    invalidParameter("Invalid parameter. The 'order_status' field is not a known status.");
  const shippingType = bodyText(call, "shipping_type");
  if (shippingType !== null && shippingType !== "TIKTOK" && shippingType !== "SELLER")
    invalidParameter("Invalid parameter. The 'shipping_type' field must be TIKTOK or SELLER.");
  const buyer = bodyText(call, "buyer_user_id");
  const buyerCancel = bodyFlag(call, "is_buyer_request_cancel");
  const warehouses = bodyTexts(call, "warehouse_ids", { most: 100 });
  const created = timeRange(bodySeconds(call, "create_time_ge"), bodySeconds(call, "create_time_lt"));
  const updated = timeRange(bodySeconds(call, "update_time_ge"), bodySeconds(call, "update_time_lt"));
  const hasRowFilter =
    status !== null || shippingType !== null || buyer !== null || buyerCancel !== null || warehouses !== null;
  const hasCreated = call.body.create_time_ge !== undefined || call.body.create_time_lt !== undefined;
  const hasUpdated = call.body.update_time_ge !== undefined || call.body.update_time_lt !== undefined;
  return {
    created,
    updated,
    needsScan: (sort: "create_time" | "update_time") =>
      hasRowFilter || (sort === "create_time" ? hasUpdated : hasCreated),
    keeps: (view: OrderView) => {
      const { plan, stage } = view;
      if (status !== null && stage.status !== status) return false;
      if (plan.createTime < created.from || plan.createTime >= created.before) return false;
      if (stage.at < updated.from || stage.at >= updated.before) return false;
      if (shippingType === "SELLER") return false;
      if (buyer === null && buyerCancel === null && warehouses === null) return true;
      const order = orderWire(call.shop, view, call.now);
      if (buyer !== null && order.user_id !== buyer) return false;
      if (buyerCancel !== null && order.is_buyer_request_cancel !== buyerCancel) return false;
      return warehouses === null || warehouses.has(String(order.warehouse_id));
    },
  };
}

function orderDetail(call: ShopCall, shape: (order: JsonObject) => JsonObject): JsonObject {
  const ids = queryList(call, "ids");
  if (ids.length === 0) invalidParameter("Invalid parameter. The 'ids' query parameter is required.");
  if (ids.length > mostIds)
    invalidParameter(`Invalid parameter. The 'ids' query parameter takes at most ${mostIds} ids.`);
  const book = call.world.bookOf(call.shop);
  const orders = ids.map((id) => {
    const view = book.findOrder(id, call.now);
    if (view === null) return businessError(21008111, "The order does not belong to this seller.");
    return shape(wire(call, view));
  });
  return { orders };
}

function wire(call: ShopCall, view: OrderView): JsonObject {
  const plain = orderWire(call.shop, view, call.now);
  const order = call.persona.hasOddRows ? oddOrder(plain, view.plan.index) : plain;
  const patch = call.world.bookOf(call.shop).patchOf(view.plan.id);
  return patch === null ? order : mergeJson(order, patch);
}

/** The filters of a request as text: a page token is only good for the same ones. */
export function fingerprint({ body, query }: Pick<ShopCall, "body" | "query">): string {
  const filters = [...query]
    .filter(([key]) => !["sign", "timestamp", "page_token", "page_size", "app_key", "access_token"].includes(key))
    .sort();
  return `${JSON.stringify(filters)}${JSON.stringify(body, Object.keys(body).sort())}`;
}
