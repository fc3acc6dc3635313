import { type Answer, failure, success, textAnswer } from "../gateway/envelope.ts";
import type { ReceivedRequest } from "../gateway/received-request.ts";
import type { SellerPersona } from "../personas/persona.ts";
import type { World } from "../world.ts";
import type { TokenPair, TokenRefusal } from "./token-store.ts";

const refusalByName = {
  invalid_code: { code: 36004004, status: 200, message: "invalid auth code" },
  unknown_refresh_token: { code: 36004005, status: 200, message: "can not find related auth record" },
  refresh_token_expired: { code: 36004001, status: 200, message: "rt has expired" },
  // Unverified on the platform; one public fixture reports it for a wrong key.
  invalid_app: { code: 36004201, status: 200, message: "Invalid app_key" },
  invalid_grant_type: { code: 36004004, status: 200, message: "invalid grant type" },
} as const;

/** Whether a path belongs to the token host. */
export function isTokenPath(path: string): boolean {
  return path.startsWith("/api/");
}

/** `GET /api/v2/token/get` and `/refresh`: unsigned, HTTP 200 even when refused, absolute expiries. */
export function serveToken(world: World, request: ReceivedRequest): Answer {
  const isGet = request.path === "/api/v2/token/get";
  if (request.method !== "GET" || (!isGet && request.path !== "/api/v2/token/refresh")) {
    return textAnswer(404, "text/plain", "404 page not found");
  }
  const { query } = request;
  const { app } = world.settings;
  const nowMs = world.clock.nowMs();
  if (query.get("app_key") !== app.appKey || query.get("app_secret") !== app.appSecret)
    return failure(refusalByName.invalid_app, nowMs);
  const expectedGrant = isGet ? "authorized_code" : "refresh_token";
  if (query.get("grant_type") !== expectedGrant) return failure(refusalByName.invalid_grant_type, nowMs);
  const outcome = isGet
    ? world.tokens.exchangeCode(query.get("auth_code") ?? "")
    : world.tokens.refresh(query.get("refresh_token") ?? "");
  return typeof outcome === "string" ? refused(outcome, nowMs) : success(pairWire(world, outcome), nowMs, "success");
}

function refused(refusal: TokenRefusal, nowMs: number): Answer {
  return failure(refusalByName[refusal], nowMs);
}

function pairWire(world: World, pair: TokenPair) {
  const { authorization } = pair;
  const persona = world.findPersona(authorization.personaId);
  const seller: SellerPersona | null = persona?.kind === "seller" ? persona : null;
  return {
    access_token: pair.accessToken,
    access_token_expire_in: pair.accessTokenExpiresAt,
    refresh_token: pair.refreshToken,
    refresh_token_expire_in: authorization.expiresAt,
    open_id: persona?.openId ?? "",
    seller_name: seller?.name,
    seller_base_region: seller?.region,
    user_type: persona?.kind === "creator" ? 1 : 0,
    granted_scopes: authorization.scopes,
  };
}
