import "server-only";
import type { AccountKind, Connector, PlatformAccount, PlatformShop, TokenSet } from "@lendfriend/connector";
import { ConnectionRefused } from "./connection-refused.ts";

/** Refuses tokens of another kind of account than was asked for, and tokens with which nothing could be imported. */
export function checkTokens(connector: Connector, account: AccountKind, tokens: TokenSet): void {
  if (tokens.account !== account) {
    throw new ConnectionRefused("unexpected", `a ${account} was to consent, but a ${tokens.account} did`);
  }
  const withheld = connector.requiredScopes(account).filter((scope) => !tokens.grantedScopes.includes(scope));
  if (withheld.length > 0) {
    throw new ConnectionRefused("missing_permissions", "a scope without which nothing can be imported was withheld", {
      scopes: withheld,
    });
  }
}

/**
 * The shops that a connection keeps: those in the platform's markets, of which at least one must be active. Creators
 * have none; their own region must be one where the platform offers its affiliate programme to apps.
 */
export function usableShops(connector: Connector, tokens: TokenSet, account: PlatformAccount): readonly PlatformShop[] {
  const markets = connector.marketsFor(tokens.account);
  const regionRefused = (region: string) =>
    new ConnectionRefused("region_not_supported", `${tokens.account}s in ${region} cannot be connected`);

  if (tokens.account === "creator") {
    const region = account.region ?? tokens.region;
    if (region !== null && !markets.includes(region)) throw regionRefused(region);
    return account.shops;
  }
  const [firstShop] = account.shops;
  if (!firstShop) throw new ConnectionRefused("no_active_shop", "the account has no shop");
  const shops = account.shops.filter(({ region }) => markets.includes(region));
  if (shops.length === 0) throw regionRefused(firstShop.region);
  if (shops.every(({ isActive }) => isActive === false)) {
    throw new ConnectionRefused("no_active_shop", "none of the account's shops is active");
  }
  return shops;
}
