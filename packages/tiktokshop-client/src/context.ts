import { ConnectorError } from "@lendfriend/connector";
import { type AuthorizedShop, getAuthorizedShops } from "./methods/get-authorized-shops.ts";
import type { ExchangeRates } from "./metrics/source.ts";
import type { TikTokShopSettings } from "./options.ts";
import type { ApiTransport } from "./request/api-transport.ts";

/** What the methods of a client share. */
export interface TikTokShopContext {
  readonly transport: ApiTransport;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly rates: ExchangeRates | null;
  /** The shop that a cipher stands for: records carry the shop's id, which a cipher does not tell. */
  readonly findShop: (accessToken: string, shopCipher: string) => Promise<AuthorizedShop>;
}

export function createContext(
  settings: TikTokShopSettings,
  transport: ApiTransport,
  rates: ExchangeRates | null,
): TikTokShopContext {
  return {
    transport,
    now: settings.now,
    rates,
    async findShop(accessToken, shopCipher) {
      const shops = await getAuthorizedShops(transport, accessToken);
      const shop = shops.find((each) => each.cipher === shopCipher);
      if (shop) return shop;
      throw new ConnectorError("invalid_request", "the token is not authorised for a shop of this cipher");
    },
  };
}
