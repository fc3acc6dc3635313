import type { AccountKind } from "@lendfriend/connector";

/** The platform's documented markets (regions and languages page, December 2025, unchanged in July 2026). */
export const markets = [
  "BR",
  "DE",
  "ES",
  "FR",
  "GB",
  "ID",
  "IE",
  "IT",
  "JP",
  "MX",
  "MY",
  "PH",
  "SG",
  "TH",
  "US",
  "VN",
] as const satisfies readonly string[];

/** The platform documents its affiliate endpoints as not available here, so a creator's income cannot be read. */
const withoutAffiliateApi: ReadonlySet<string> = new Set(["DE", "ES", "FR", "GB", "IE", "IT"]);

export function marketsFor(account: AccountKind): readonly string[] {
  return account === "seller" ? markets : markets.filter((market) => !withoutAffiliateApi.has(market));
}
