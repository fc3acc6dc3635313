import { daySeconds } from "../clock.ts";
import type { Route, ShopCall } from "../gateway/api-call.ts";
import { businessError, invalidParameter } from "../gateway/gateway-error.ts";
import { listPage, narrowed } from "../gateway/list-page.ts";
import { bodySeconds, bodyText, bodyTexts, pageSize, timeRange } from "../gateway/parameters.ts";
import { makeId } from "../ids.ts";
import type { JsonObject } from "../json.ts";
import { decimal, share } from "../money.ts";
import { productId, sellerSku, skuId } from "../trade/order-wire.ts";
import { sequenceOf } from "../trade/sequence.ts";
import type { ProductSpec } from "../trade/shop.ts";

export const productRoutes: readonly Route[] = [
  {
    method: "POST",
    path: "/product/202502/products/search",
    scope: "seller.product.basic",
    caller: "shop",
    answer: searchProducts,
  },
  {
    method: "GET",
    path: "/product/202309/products/{product_id}",
    scope: "seller.product.basic",
    caller: "shop",
    answer: productDetail,
  },
];

const badPage = 12019109;
const badTimes = 12019118;
const notThisSellers = 12052048;
const tooManySkus = 12019027;
const tooManyResults = 12052180;
const mostResults = 10_000;
const statuses: ReadonlySet<string> = new Set([
  "ALL",
  "DRAFT",
  "PENDING",
  "FAILED",
  "ACTIVATE",
  "SELLER_DEACTIVATED",
  "PLATFORM_DEACTIVATED",
  "FREEZE",
  "DELETED",
]);

interface ListedProduct {
  readonly spec: ProductSpec;
  readonly index: number;
  readonly createTime: number;
  readonly updateTime: number;
}

function searchProducts(call: ShopCall): JsonObject {
  const size = pageSize(call, { min: 1, max: 100, fallback: null, code: badPage });
  const status = bodyText(call, "status", badPage) ?? "ALL";
  if (!statuses.has(status))
    invalidParameter("Invalid parameter. The 'status' field is not a known product status.", badPage);
  // The bounds of products are inclusive at both ends, unlike those of orders.
  const created = inclusiveRange(call, "create_time");
  const updated = inclusiveRange(call, "update_time");
  const skuIds = bodyTexts(call, "sku_ids", { most: 10, code: tooManySkus });
  const sellerSkus = bodyTexts(call, "seller_skus", { most: 10, code: tooManySkus });
  const rows = narrowed(
    sequenceOf(listed(call), { time: (row) => row.createTime, id: (row) => productId(call.shop, row.index) }),
    created,
    (row) => {
      if (status !== "ALL" && (row.spec.status ?? "ACTIVATE") !== status) return false;
      if (row.updateTime < updated.from || row.updateTime >= updated.before) return false;
      const skus = row.spec.skus.map((_, skuIndex) => ({ productIndex: row.index, skuIndex }));
      if (skuIds !== null && !skus.some((sku) => skuIds.has(skuId(call.shop, sku)))) return false;
      return sellerSkus === null || skus.some((sku) => sellerSkus.has(sellerSku(call.shop, sku)));
    },
  );
  if (rows.length > mostResults) {
    return businessError(tooManyResults, `The search has more than ${mostResults} results. Narrow the filters.`);
  }
  const page = listPage(call, { rows, order: "DESC", pageSize: size, badTokenCode: badPage });
  return {
    next_page_token: page.nextPageToken,
    products: page.rows.map((row) => productWire(call, row)),
    total_count: page.totalCount,
  };
}

/** Every property of one product, except of frozen and deleted ones, as the official document says. */
function productDetail(call: ShopCall): JsonObject {
  const id = call.pathParameters.product_id;
  const found = listed(call).find((row) => productId(call.shop, row.index) === id);
  if (found === undefined || found.spec.status === "FREEZE" || found.spec.status === "DELETED") {
    return businessError(notThisSellers, "The product does not belong to this seller.");
  }
  const { sales_regions: _, ...product } = productWire(call, found);
  return { ...product, description: `<p>${found.spec.name}</p>`, is_cod_allowed: false };
}

function inclusiveRange(call: ShopCall, name: "create_time" | "update_time") {
  const until = bodySeconds(call, `${name}_le`, badTimes);
  return timeRange(bodySeconds(call, `${name}_ge`, badTimes), until === null ? null : until + 1, badTimes);
}

function listed({ shop, world, now }: ShopCall): readonly ListedProduct[] {
  return shop.trade.profile.catalogue.flatMap((spec, index) => {
    const createTime = world.state.anchor + spec.createdDay * daySeconds + 9 * 3_600 + index * 60;
    if (createTime > now) return [];
    return [{ spec, index, createTime, updateTime: Math.min(now, createTime + (5 + index) * daySeconds) }];
  });
}

function productWire({ shop }: ShopCall, { spec, index, createTime, updateTime }: ListedProduct): JsonObject {
  const { market } = shop;
  const status = spec.status ?? "ACTIVATE";
  const isListed = status === "ACTIVATE";
  const price =
    market.salesTax > 0
      ? { currency: market.currency, tax_exclusive_price: decimal(spec.price) }
      : {
          currency: market.currency,
          sale_price: decimal(spec.price),
          tax_exclusive_price: decimal(share(spec.price, 1 / 1.2, market.currency)),
        };
  return {
    audit: { status: status === "DRAFT" ? "NONE" : "APPROVED" },
    create_time: createTime,
    has_draft: status === "DRAFT",
    id: productId(shop, index),
    is_not_for_sale: false,
    listing_quality_tier: market.region === "US" ? "GOOD" : undefined,
    recommended_categories: [],
    sales_regions: [market.region],
    skus: spec.skus.map((_, skuIndex) => ({
      id: skuId(shop, { productIndex: index, skuIndex }),
      inventory: [
        {
          quantity: 40 + ((index * 37 + skuIndex * 11) % 200),
          warehouse_id: makeId({ prefix: "7286", length: 19, owner: shop.number, index: 1 }),
        },
      ],
      price,
      seller_sku: sellerSku(shop, { productIndex: index, skuIndex }),
      status_info: isListed
        ? { status: "NORMAL" }
        : { deactivation_source: status === "SELLER_DEACTIVATED" ? "SELLER" : "PLATFORM", status: "DEACTIVATED" },
    })),
    status,
    title: spec.name,
    update_time: updateTime,
  };
}
