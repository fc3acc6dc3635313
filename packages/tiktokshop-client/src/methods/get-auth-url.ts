import { type AccountKind, ConnectorError, type Market } from "@lendfriend/connector";
import type { TikTokShopSettings } from "../options.ts";

export interface AuthUrlOptions {
  /** @default "seller" */
  readonly account?: AccountKind;
  /** Which seller consent page: US apps live apart. @default "US" */
  readonly market?: Market;
}

/**
 * The consent page to open. Sellers are asked by service id, creators by app key; redirect URL and scopes are fixed in Partner
 * Center, so the URL carries neither. Throws `ConnectorError` `invalid_request` without a state.
 */
export function getAuthUrl(settings: TikTokShopSettings, state: string, options: AuthUrlOptions = {}): string {
  if (state === "") throw new ConnectorError("invalid_request", "a consent page needs a state that cannot be guessed");
  const { account = "seller", market = "US" } = options;
  if (account === "creator") return withQuery(settings.creatorAuthorizeUrl, { app_key: settings.appKey, state });
  const page = market === "US" ? settings.authorizeUrlUs : settings.authorizeUrl;
  return withQuery(page, { service_id: settings.serviceId, state });
}

function withQuery(page: string, parameters: Readonly<Record<string, string>>): string {
  const url = new URL(page);
  for (const [key, value] of Object.entries(parameters)) url.searchParams.set(key, value);
  return url.href;
}
