import { ConnectorError, type PlatformAccount, type PlatformShop, type TokenSet } from "@lendfriend/connector";
import type { ApiTransport } from "../request/api-transport.ts";
import { failure } from "../request/failure.ts";
import { activeShopsSchema, creatorProfileSchema } from "../wire/account.ts";
import { textOrNull } from "../wire/fields.ts";
import { getAuthorizedShops } from "./get-authorized-shops.ts";

/** Refusals that concern the extra question only: without its answer the account is still connected. */
const forgivable = new Set(["invalid_request", "not_supported", "scope_missing"]);

/**
 * Whose account it is: a seller's shops and whether each is active, or a creator's public name. What the person did not allow us to ask
 * stays unknown. Throws `ConnectorError`.
 */
export function readAccount(transport: ApiTransport, tokens: TokenSet): Promise<PlatformAccount> {
  return tokens.account === "creator" ? readCreator(transport, tokens) : readSeller(transport, tokens);
}

async function readSeller(transport: ApiTransport, tokens: TokenSet): Promise<PlatformAccount> {
  const shops = await getAuthorizedShops(transport, tokens.accessToken);
  const activeIds = await forgive(readActiveShopIds(transport, tokens.accessToken));
  return {
    displayName: tokens.displayName ?? textOrNull(shops[0]?.name) ?? "TikTok Shop seller",
    region: tokens.region ?? textOrNull(shops[0]?.region),
    shops: shops.map(
      (shop): PlatformShop => ({ ...shop, isActive: activeIds === null ? null : activeIds.has(shop.id) }),
    ),
  };
}

function readActiveShopIds(transport: ApiTransport, accessToken: string): Promise<ReadonlySet<string>> {
  const path = "/seller/202309/shops";
  return transport.call({ method: "GET", path, accessToken, shopCipher: null }, (data) => {
    const result = activeShopsSchema.safeParse(data);
    if (!result.success) throw failure("invalid_response", `GET ${path}`);
    return new Set((result.data.shops ?? []).map((shop) => shop.id));
  });
}

async function readCreator(transport: ApiTransport, tokens: TokenSet): Promise<PlatformAccount> {
  const profile = await forgive(readProfile(transport, tokens.accessToken));
  return {
    displayName: textOrNull(profile?.username) ?? tokens.displayName ?? "TikTok Shop creator",
    region: textOrNull(profile?.selection_region) ?? textOrNull(profile?.register_region) ?? tokens.region,
    shops: [],
  };
}

function readProfile(transport: ApiTransport, accessToken: string) {
  const path = "/affiliate_creator/202508/profiles";
  return transport.call({ method: "GET", path, accessToken, shopCipher: null }, (data) => {
    const result = creatorProfileSchema.safeParse(data);
    if (!result.success) throw failure("invalid_response", `GET ${path}`);
    return result.data;
  });
}

async function forgive<Value>(answer: Promise<Value>): Promise<Value | null> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof ConnectorError && forgivable.has(error.code)) return null;
    throw error;
  }
}
