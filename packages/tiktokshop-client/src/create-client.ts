import type { ScoreReport } from "@lendfriend/credit-score";
import { createContext } from "./context.ts";
import { type AuthUrlOptions, getAuthUrl } from "./methods/get-auth-url.ts";
import { type AuthorizedShop, getAuthorizedShops } from "./methods/get-authorized-shops.ts";
import { getCreditScore } from "./methods/get-credit-score.ts";
import { getRevenueData, type SessionRevenue } from "./methods/get-revenue-data.ts";
import { lastDays } from "./methods/read-window.ts";
import { streamAffiliateCommissions } from "./methods/stream-affiliate-commissions.ts";
import { type IncomePage, streamIncome } from "./methods/stream-income.ts";
import { streamOrders } from "./methods/stream-orders.ts";
import { type GatheredRecords, gatherRecords, type RecordPage } from "./methods/stream-stage.ts";
import type { ExchangeRates } from "./metrics/source.ts";
import { settingsFrom, type TikTokShopClientOptions } from "./options.ts";
import { createApiTransport } from "./request/api-transport.ts";
import { requestTokens } from "./request/token-transport.ts";
import { accountOf, type TikTokShopSession } from "./session.ts";

/** TikTok Shop by name, one method for each question. All of them may throw `ConnectorError`. */
export interface TikTokShopClient {
  /** The consent page to open; `account` is seller and `market` is US unless told. */
  getAuthUrl(state: string, options?: AuthUrlOptions): string;
  /** A code is good for 30 minutes and one use. */
  exchangeCodeForToken(code: string): Promise<TikTokShopSession>;
  /** Replace the whole session by the answer: whether the old refresh token still works is not documented. */
  refreshAccessToken(refreshToken: string): Promise<TikTokShopSession>;
  getAuthorizedShops(accessToken: string): Promise<readonly AuthorizedShop[]>;
  /** Orders placed in the last `days` days, in memory; `streamOrders` gives them page by page. */
  getOrderData(accessToken: string, shopCipher: string, days: number): Promise<GatheredRecords<"order">>;
  streamOrders(accessToken: string, shopCipher: string, days: number): AsyncIterable<RecordPage<"order">>;
  /** Commission lines: earned by the creator whose token it is (no cipher), or paid by the shop of the cipher. */
  getAffiliateCommissions(
    accessToken: string,
    shopCipher: string | null,
    days: number,
  ): Promise<GatheredRecords<"commission">>;
  streamAffiliateCommissions(
    accessToken: string,
    shopCipher: string | null,
    days: number,
  ): AsyncIterable<RecordPage<"commission">>;
  /** The headline figures of the last `days` days, at most 90. */
  getRevenueData(session: TikTokShopSession, days: number): Promise<SessionRevenue>;
  /** All that the figures rest on, page by page, stage by stage, shop by shop. */
  streamRevenueRecords(session: TikTokShopSession, days: number): AsyncIterable<IncomePage>;
  /** The score of the session's 90 days. */
  getCreditScore(session: TikTokShopSession, days?: number): Promise<ScoreReport>;
}

export interface TikTokShopClientSettings extends TikTokShopClientOptions {
  /** Reference rates, for sums over several currencies and for scores of shops that do not trade in US dollars. */
  readonly rates?: ExchangeRates;
}

/**
 * A client of one app at TikTok Shop. Throws `ConnectorError` `invalid_request` when an option cannot be used.
 *
 * @example
 * const client = createTikTokShopClient({ appKey, appSecret, serviceId });
 * const session = await client.exchangeCodeForToken(code);
 * const { totalRevenue, currency } = await client.getRevenueData(session, 90);
 */
export function createTikTokShopClient(options: TikTokShopClientSettings): TikTokShopClient {
  const settings = settingsFrom(options);
  const transport = createApiTransport(settings);
  const context = createContext(settings, transport, options.rates ?? null);
  return {
    getAuthUrl: (state, authOptions) => getAuthUrl(settings, state, authOptions),
    exchangeCodeForToken: (code) => requestTokens(settings, { kind: "get", authCode: code }),
    refreshAccessToken: (refreshToken) => requestTokens(settings, { kind: "refresh", refreshToken }),
    getAuthorizedShops: (accessToken) => getAuthorizedShops(transport, accessToken),
    getOrderData: (...request) => gatherRecords(streamOrders(context, ...request)),
    streamOrders: (...request) => streamOrders(context, ...request),
    getAffiliateCommissions: (...request) => gatherRecords(streamAffiliateCommissions(context, ...request)),
    streamAffiliateCommissions: (...request) => streamAffiliateCommissions(context, ...request),
    getRevenueData: (session, days) => getRevenueData(context, session, days),
    streamRevenueRecords,
    getCreditScore: (session, days) => getCreditScore(context, session, days),
  };

  async function* streamRevenueRecords(session: TikTokShopSession, days: number): AsyncGenerator<IncomePage> {
    const isCreator = accountOf(session) === "creator";
    const all = isCreator ? [] : await getAuthorizedShops(transport, session.access_token);
    const shops = session.shop_id === undefined ? all : all.filter((shop) => shop.id === session.shop_id);
    yield* streamIncome(context, { ...lastDays(days, settings.now()), session, shops });
  }
}
