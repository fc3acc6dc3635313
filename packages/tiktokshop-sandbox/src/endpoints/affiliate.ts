import { daySeconds } from "../clock.ts";
import type { CreatorCall, Route, ShopCall } from "../gateway/api-call.ts";
import { businessError, invalidParameter } from "../gateway/gateway-error.ts";
import { listPage, narrowed } from "../gateway/list-page.ts";
import { bodySeconds, bodyText, pageSize, timeRange } from "../gateway/parameters.ts";
import type { JsonObject } from "../json.ts";
import { marketOf } from "../markets.ts";
import type { OrderView } from "../trade/order-wire.ts";
import type { Sequence } from "../trade/sequence.ts";
import { commissionOrderWire } from "./commission-wire.ts";
import { collaborationOf, promotedOrderWire, promotedSkuCount } from "./promoted-order-wire.ts";

export const affiliateRoutes: readonly Route[] = [
  {
    method: "POST",
    path: "/affiliate_seller/202410/orders/search",
    scope: "seller.affiliate_collaboration.read",
    caller: "shop",
    answer: searchPromotedOrders,
  },
  {
    method: "POST",
    path: "/affiliate_creator/202410/orders/search",
    scope: "creator.affiliate_collaboration.read",
    caller: "creator",
    answer: searchCommissions,
  },
  {
    method: "GET",
    path: "/affiliate_creator/202508/profiles",
    scope: "creator.affiliate.info",
    caller: "creator",
    answer: creatorProfile,
  },
];

const threeMonthsSeconds = 92 * daySeconds;

function searchPromotedOrders(call: ShopCall): JsonObject {
  if (!call.shop.market.hasAffiliateApi)
    businessError(regionMismatch, "The affiliate service is not available in the region of this shop.");
  const size = pageSize(call, { min: 1, max: 100, fallback: null });
  const from = bodySeconds(call, "create_time_ge");
  const before = bodySeconds(call, "create_time_lt");
  const range = timeRange(from ?? (before ?? call.now) - threeMonthsSeconds, before ?? call.now + 1);
  if (range.before - range.from > threeMonthsSeconds + 1)
    invalidParameter("Invalid parameter. The time range must not be longer than 3 months.");
  const program = bodyText(call, "program_id");
  const rows = narrowed(
    call.world.bookOf(call.shop).promotedOrders(call.now),
    range,
    program === null ? null : ({ plan }) => collaborationOf(call.shop, plan).id === program,
  );
  const page = listPage(call, { rows, order: "DESC", pageSize: size });
  return {
    next_page_token: page.nextPageToken,
    orders: page.rows.map((view) =>
      promotedOrderWire({ shop: call.shop, view, now: call.now, hasOddMoney: call.persona.hasOddRows }),
    ),
    total_count: skuCount(call, rows),
  };
}

/** This endpoint counts SKU rows, not orders; a bulk shop sells one SKU an order. */
function skuCount({ shop }: ShopCall, rows: Sequence<OrderView>): number {
  if (shop.trade.kind === "bulk") return rows.length;
  let count = 0;
  for (let position = 0; position < rows.length; position += 1) count += promotedSkuCount(rows.at(position));
  return count;
}

const noSelectionRegion = 16015007;
const regionMismatch = 16032001;

function searchCommissions(call: CreatorCall): JsonObject {
  if (!marketOf(call.persona.region).hasAffiliateApi)
    businessError(noSelectionRegion, "The creator has no selection region.");
  const size = pageSize(call, { min: 1, max: 100, fallback: null });
  const range = timeRange(bodySeconds(call, "create_time_ge"), bodySeconds(call, "create_time_lt"));
  const rows = narrowed(call.world.commissionsOf(call.persona).orders(call.now), range);
  const page = listPage(call, { rows, order: "DESC", pageSize: size });
  return {
    next_page_token: page.nextPageToken,
    orders: page.rows.map((view) => commissionOrderWire(call.persona, view, call.now)),
    total_count: page.totalCount,
  };
}

function creatorProfile({ persona }: CreatorCall): JsonObject {
  return {
    avatar: { height: 720, url: "https://img.example.invalid/avatar.jpeg", width: 720 },
    creator_user_open_id: persona.openId,
    permissions: ["LIVE_STREAM_PERMISSION", "ADD_AFFILIATE_PERMISSION"],
    register_region: persona.region,
    selection_region: marketOf(persona.region).hasAffiliateApi ? persona.region : undefined,
    user_type: "TIKTOK_SHOP_CREATOR",
    username: persona.username,
  };
}
