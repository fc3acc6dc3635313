import type { Connector, PlatformAccount, PlatformShop, TokenSet, WebhookEvent } from "@lendfriend/connector";

/** A platform that answers as a test has written down, and counts what it was asked. */
export interface ScriptedConnector extends Connector {
  readonly calls: string[];
  /** What the next exchange answers, or fails with. */
  exchange: TokenSet | Error;
  account: PlatformAccount | Error;
  webhook: WebhookEvent | null;
}

export const aShop: PlatformShop = {
  id: "7495540735365777507",
  name: "Candle Corner",
  region: "US",
  sellerType: "LOCAL",
  cipher: "TTP_cipher",
  isActive: true,
};

export const someTokens: TokenSet = {
  accessToken: "TTP_canary-access",
  accessTokenExpiresAt: 1_800_000_000,
  refreshToken: "TTP_canary-refresh",
  refreshTokenExpiresAt: 1_830_000_000,
  platformUserId: "open-id-1",
  displayName: "Candle Corner",
  region: "US",
  account: "seller",
  grantedScopes: ["orders", "finance"],
};

/** A platform on which everything goes well: one seller with one active shop. */
export function createScriptedConnector(): ScriptedConnector {
  const calls: string[] = [];
  const asked = ["orders", "finance"];
  const unused = () => {
    throw new Error("not part of this script");
  };
  return {
    platform: "tiktokshop",
    markets: ["US", "GB"],
    marketsFor: (account) => (account === "seller" ? ["US", "GB"] : ["US"]),
    calls,
    exchange: someTokens,
    account: { displayName: "Candle Corner", region: "US", shops: [aShop] },
    webhook: null,
    authorizationUrl({ state, account, market }) {
      return `https://platform.test/consent?state=${state}&account=${account}&market=${market}`;
    },
    async exchangeCode() {
      calls.push("exchangeCode");
      if (this.exchange instanceof Error) throw this.exchange;
      return this.exchange;
    },
    async readAccount() {
      calls.push("readAccount");
      if (this.account instanceof Error) throw this.account;
      return this.account;
    },
    async deauthorize(accessToken, shop) {
      calls.push(`deauthorize ${shop.id} ${accessToken}`);
    },
    missingScopes: (_, granted) => asked.filter((scope) => !granted.includes(scope)),
    requiredScopes: () => ["orders"],
    readWebhook() {
      return this.webhook;
    },
    refresh: unused,
    stages: () => [],
    readPage: unused,
    readFirstActivity: unused,
    readByIds: unused,
    subscribe: unused,
    async unsubscribe(_accessToken, shop) {
      calls.push(`unsubscribe ${shop.id}`);
    },
  };
}
