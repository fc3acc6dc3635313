import type { Route, SellerCall, ShopCall } from "../gateway/api-call.ts";
import type { JsonObject } from "../json.ts";

/** Which shops the app may read, and what the account is. */
export const authorizationRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "/authorization/202309/shops",
    scope: "seller.authorization.info",
    caller: "seller",
    answer: authorizedShops,
  },
  {
    method: "DELETE",
    path: "/authorization/202403/shops",
    scope: "seller.authorization.info",
    caller: "shop",
    answer: deauthorizeShop,
  },
  { method: "GET", path: "/seller/202309/shops", scope: "seller.shop.info", caller: "seller", answer: activeShops },
  {
    method: "GET",
    path: "/seller/202309/permissions",
    scope: "seller.shop.info",
    caller: "seller",
    answer: permissions,
  },
  { method: "GET", path: "/seller/202508/status", scope: "seller.shop.info", caller: "seller", answer: sellerStatus },
];

function shopsOf({ persona, authorization }: SellerCall) {
  return persona.shops.filter((shop) => !authorization.removedShops.includes(shop.id));
}

function authorizedShops(call: SellerCall): JsonObject {
  const shops = shopsOf(call).map(({ cipher, code, id, name, market, sellerType }) => ({
    cipher,
    code,
    id,
    name,
    region: market.region,
    seller_type: sellerType,
  }));
  return { shops };
}

function activeShops(call: SellerCall): JsonObject {
  return {
    shops: shopsOf(call)
      .filter((shop) => shop.isActive)
      .map(({ id, market }) => ({ id, region: market.region })),
  };
}

function permissions({ persona }: SellerCall): JsonObject {
  return {
    permissions: persona.shops.some((shop) => shop.sellerType === "CROSS_BORDER") ? ["MANAGE_GLOBAL_PRODUCT"] : [],
  };
}

const active = "2";
const deactivated = "3";

function sellerStatus(call: SellerCall): JsonObject {
  const shops = shopsOf(call);
  return {
    seller_status_data: {
      partner_channel: "1",
      seller_status: shops.length > 0 && shops.every((shop) => !shop.isActive) ? deactivated : active,
      shop_statuses: shops.map((shop) => ({ shop_id: shop.id, shop_status: shop.isActive ? active : deactivated })),
      tax_form_status: "2",
    },
  };
}

function deauthorizeShop({ world, authorization, persona, shop }: ShopCall): JsonObject {
  authorization.removedShops.push(shop.id);
  if (persona.shops.every(({ id }) => authorization.removedShops.includes(id))) world.tokens.revoke(authorization);
  world.remember();
  return {};
}
