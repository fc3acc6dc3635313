import { recordFromOrder } from "../records/record-from-order.ts";
import { recordFromProduct } from "../records/record-from-product.ts";
import { recordFromReturn } from "../records/record-from-return.ts";
import { recordsFromSellerAffiliateOrder } from "../records/records-from-commissions.ts";
import { sellerAffiliateOrderSchema } from "../wire/affiliate.ts";
import { orderSchema } from "../wire/order.ts";
import { productSchema } from "../wire/product.ts";
import { returnSchema } from "../wire/return.ts";
import { affiliateWindow, newestFirst } from "./creator-stages.ts";
import { type ListOrder, type StageWindow, stageReader } from "./stage-reader.ts";

const seller = { account: "seller", perShop: true, asked: true, parent: null } as const;

/** Orders by the time they were placed, oldest first, so that new ones never shift a page. */
export const ordersStage = stageReader(
  {
    stage: { ...seller, stage: "orders", scope: "seller.order.info", required: true, tellsChanges: true },
    rowsKey: "orders",
    pageSize: 100,
    listedBy: ascending,
    request: (window) => ({ method: "POST", path: "/order/202309/orders/search", ...rangeOf(window) }),
  },
  {
    schema: orderSchema,
    idField: "id",
    map: (order, { shopId }) => ({ records: [recordFromOrder(order, shopId)] }),
  },
);

/** Returns by the time they were asked for. */
export const returnsStage = stageReader(
  {
    stage: { ...seller, stage: "returns", scope: "seller.return_refund.basic", required: false, tellsChanges: true },
    rowsKey: "return_orders",
    pageSize: 50,
    listedBy: ascending,
    request: (window) => ({ method: "POST", path: "/return_refund/202309/returns/search", ...rangeOf(window) }),
  },
  {
    schema: returnSchema,
    idField: "return_id",
    map: (wire, { shopId }) => ({ records: [recordFromReturn(wire, shopId)] }),
  },
);

/**
 * Every listing, whenever it was made: launches are told from the first sale. The platform refuses a list of more than 10,000
 * (12052180), so such a one is read by time of creation; its upper bound is inclusive.
 */
export const productsStage = stageReader(
  {
    stage: { ...seller, stage: "products", scope: "seller.product.basic", required: false },
    rowsKey: "products",
    pageSize: 100,
    longList: { mostRows: 10_000, refusal: "12052180", field: "create_time" },
    request: ({ part }) => ({
      method: "POST",
      path: "/product/202502/products/search",
      ...(part === null ? {} : { body: { create_time_ge: part.from, create_time_le: part.to - 1 } }),
    }),
  },
  {
    schema: productSchema,
    idField: "id",
    map: (wire, { shopId }) => ({ records: [recordFromProduct(wire, shopId)] }),
  },
);

/** What the shop paid to creators. */
export const sellerCommissionsStage = stageReader(
  {
    stage: { ...seller, stage: "commissions", scope: "seller.affiliate_collaboration.read", required: false },
    rowsKey: "orders",
    pageSize: 100,
    widestWindow: affiliateWindow,
    listedBy: newestFirst,
    // The platform counts the SKUs of this list, not its orders.
    countsRows: false,
    request: ({ from, to }) => ({
      method: "POST",
      path: "/affiliate_seller/202410/orders/search",
      body: { create_time_ge: from, create_time_lt: to },
    }),
  },
  {
    schema: sellerAffiliateOrderSchema,
    idField: "id",
    map: (order, { shopId }) => recordsFromSellerAffiliateOrder(order, shopId),
  },
);

function timeField({ by }: StageWindow): "create_time" | "update_time" {
  return by === "updated" ? "update_time" : "create_time";
}

/** Oldest first, so that what is new never shifts a page. */
function ascending(window: StageWindow): ListOrder {
  return { field: timeField(window), order: "ASC" };
}

function rangeOf(window: StageWindow) {
  const field = timeField(window);
  return {
    query: { sort_field: field, sort_order: "ASC" },
    body: { [`${field}_ge`]: window.from, [`${field}_lt`]: window.to },
  };
}
