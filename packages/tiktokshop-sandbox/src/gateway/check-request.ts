import { isRecord, parseJson } from "../json.ts";
import type { Shop } from "../trade/shop.ts";
import type { World } from "../world.ts";
import type { ApiCall, CreatorCall, Route, SellerCall, ShopCall } from "./api-call.ts";
import { refuse } from "./gateway-error.ts";
import type { ReceivedRequest } from "./received-request.ts";
import { findRoute } from "./routes.ts";
import { isValidSignature, mediaType } from "./signature.ts";

const earliestSeconds = 300;
const latestSeconds = 30;

/**
 * Takes a request through the gateway's checks in the order the platform was seen to apply them: path, method, app key, timestamp,
 * signature, token, user type, scope, identifier, rate limit, body format. Throws `GatewayError` at the first one that fails.
 */
export function checkRequest(world: World, request: ReceivedRequest): ApiCall {
  const { route, pathParameters } = findRoute(request.method, request.path);
  checkApp(world, request);
  const authorization = checkToken(world, request);
  const persona = world.findPersona(authorization.personaId) ?? refuse("invalid_token");
  if ((route.caller === "creator") !== (persona.kind === "creator")) refuse("wrong_user_type");
  if (!authorization.scopes.includes(route.scope)) refuse("missing_scope");
  const shops =
    persona.kind === "seller" ? persona.shops.filter((shop) => !authorization.removedShops.includes(shop.id)) : [];
  const shop = checkIdentifier(route, request, shops);
  const verdict = world.rateLimiter.take(shop?.id ?? persona.id, `${route.method} ${route.path}`);
  if (verdict === "too_fast") refuse("rate_limited");
  if (verdict === "quota_used") refuse("hourly_quota");
  return {
    world,
    now: world.clock.now(),
    route,
    pathParameters,
    query: request.query,
    body: readBody(request),
    persona,
    authorization,
    shop,
  };
}

/** Answers a checked call; the route's caller decides which of the call's parts are there. */
export function answerCall(call: ApiCall) {
  const { route } = call;
  if (route.caller === "creator") return isCreatorCall(call) ? route.answer(call) : refuse("wrong_user_type");
  if (!isSellerCall(call)) return refuse("wrong_user_type");
  if (route.caller === "seller") return route.answer(call);
  return isShopCall(call) ? route.answer(call) : refuse("missing_cipher");
}

function isCreatorCall(call: ApiCall): call is CreatorCall {
  return call.persona.kind === "creator";
}

function isSellerCall(call: ApiCall): call is SellerCall {
  return call.persona.kind === "seller";
}

function isShopCall(call: SellerCall): call is ShopCall {
  return call.shop !== null;
}

function checkApp(world: World, { path, query, queryPairs, contentType, body }: ReceivedRequest): void {
  const { app } = world.settings;
  if (query.get("app_key") !== app.appKey) refuse("invalid_app_key");
  const timestamp = query.get("timestamp") ?? "";
  if (!/^-?\d{1,12}$/.test(timestamp) || Number(timestamp) < 0) refuse("timestamp_negative");
  const age = world.clock.now() - Number(timestamp);
  if (age > earliestSeconds) refuse("timestamp_early");
  if (age < -latestSeconds) refuse("timestamp_late");
  const sign = query.get("sign") ?? "";
  if (sign === "") refuse("missing_sign");
  if (!isValidSignature(sign, { path, query: queryPairs, contentType, body }, app.appSecret)) refuse("invalid_sign");
}

function checkToken(world: World, { headers }: ReceivedRequest) {
  const header = headers["x-tts-access-token"];
  const standing = world.tokens.checkAccess(typeof header === "string" ? header : "");
  switch (standing.kind) {
    case "valid":
      return standing.authorization;
    case "expired":
      return refuse("expired_token");
    case "deauthorized":
      return refuse("deauthorized");
    case "unknown":
      return refuse("invalid_token");
  }
}

function checkIdentifier(route: Route, { query }: ReceivedRequest, shops: readonly Shop[]): Shop | null {
  const cipher = query.get("shop_cipher") ?? null;
  if (query.has("category_asset_cipher")) refuse("unexpected_asset_cipher");
  if (query.has("shop_id")) refuse("legacy_shop_id");
  if (route.caller !== "shop") return cipher === null ? null : refuse("unexpected_cipher");
  if (cipher === null || cipher === "") return refuse("missing_cipher");
  return shops.find((shop) => shop.cipher === cipher) ?? refuse("invalid_cipher");
}

function readBody({ body, contentType }: ReceivedRequest): Readonly<Record<string, unknown>> {
  if (body.length === 0) return {};
  if (mediaType(contentType) !== "application/json") refuse("bad_content_type");
  const parsed = parseJson(body.toString("utf8"));
  return isRecord(parsed) ? parsed : refuse("bad_content_type");
}
