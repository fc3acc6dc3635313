import type { AccountKind, TokenSet } from "@lendfriend/connector";
import { failure } from "./request/failure.ts";

/** One person's consent, as the platform answered it. Expiries are absolute unix seconds. */
export interface TikTokShopSession {
  readonly access_token: string;
  readonly access_token_expire_in: number;
  readonly refresh_token: string;
  /** When the authorisation ends; null when the platform says it does not (it answers a year around 2123). */
  readonly refresh_token_expire_in: number | null;
  readonly open_id: string;
  /** 0, 4, 5 seller; 1 creator. */
  readonly user_type: number;
  readonly granted_scopes: readonly string[];
  readonly seller_name?: string;
  readonly seller_base_region?: string;
  /** Set these to read one shop instead of all that the token is authorised for. */
  readonly shop_id?: string;
  readonly shop_cipher?: string;
}

const accountByUserType: Readonly<Record<number, AccountKind>> = {
  0: "seller",
  1: "creator",
  4: "seller",
  5: "seller",
};

/**
 * Whose token it is. 4 and 5 are global-selling sellers. Throws `ConnectorError` `not_supported` for partners (3) and for types that
 * are not known.
 */
export function accountOf(session: Pick<TikTokShopSession, "user_type">): AccountKind {
  const account = accountByUserType[session.user_type];
  if (account) return account;
  throw failure("not_supported", "the consent is of an account that is neither a seller nor a creator");
}

export function tokenSetFrom(session: TikTokShopSession): TokenSet {
  return {
    accessToken: session.access_token,
    accessTokenExpiresAt: session.access_token_expire_in,
    refreshToken: session.refresh_token,
    refreshTokenExpiresAt: session.refresh_token_expire_in,
    platformUserId: session.open_id,
    displayName: session.seller_name ?? null,
    region: session.seller_base_region ?? null,
    account: accountOf(session),
    grantedScopes: session.granted_scopes,
  };
}
