import type { Connector } from "@lendfriend/connector";
import { markets, marketsFor } from "./markets.ts";
import { getAuthUrl } from "./methods/get-auth-url.ts";
import { readAccount } from "./methods/read-account.ts";
import { readByIds } from "./methods/read-by-ids.ts";
import { readFirstActivity } from "./methods/read-first-activity.ts";
import { subscribe, unsubscribe } from "./methods/subscribe.ts";
import { settingsFrom, type TikTokShopClientOptions } from "./options.ts";
import { createApiTransport } from "./request/api-transport.ts";
import { requestTokens } from "./request/token-transport.ts";
import { missingScopes, requiredScopes } from "./scopes.ts";
import { tokenSetFrom } from "./session.ts";
import { readStagePage } from "./stages/read-stage-page.ts";
import { findStageReader, stageReaders } from "./stages/stage-list.ts";
import { readWebhook } from "./webhook.ts";

/**
 * TikTok Shop behind the contract that every platform meets.
 * Throws `ConnectorError` `invalid_request` when an option cannot be used.
 */
export function createTikTokShopConnector(options: TikTokShopClientOptions): Connector {
  const settings = settingsFrom(options);
  const transport = createApiTransport(settings);
  const webhookKeys = { appKey: settings.appKey, secrets: settings.webhookSecrets };
  return {
    platform: "tiktokshop",
    markets,
    marketsFor,
    authorizationUrl: ({ state, account, market }) => getAuthUrl(settings, state, { account, market }),
    exchangeCode: async (code) => tokenSetFrom(await requestTokens(settings, { kind: "get", authCode: code })),
    refresh: async (refreshToken) => tokenSetFrom(await requestTokens(settings, { kind: "refresh", refreshToken })),
    readAccount: (tokens) => readAccount(transport, tokens),
    missingScopes,
    requiredScopes,
    stages: (account) => stageReaders(account).map((reader) => reader.stage),
    readPage: async (request) => {
      const reader = findStageReader(request.shop === null ? "creator" : "seller", request.stage);
      return await readStagePage(transport, reader, request);
    },
    readFirstActivity: (request) => readFirstActivity(transport, request),
    readByIds: (request) => readByIds(transport, request),
    subscribe: (accessToken, shop, address) => subscribe(transport, { accessToken, shopCipher: shop.cipher }, address),
    unsubscribe: (accessToken, shop) => unsubscribe(transport, { accessToken, shopCipher: shop.cipher }),
    deauthorize: (accessToken, shop) =>
      transport.call(
        { method: "DELETE", path: "/authorization/202403/shops", accessToken, shopCipher: shop.cipher },
        () => undefined,
      ),
    readWebhook: (rawBody, authorization) => readWebhook(rawBody, authorization, webhookKeys),
  };
}
