import type { Connector, ImportPage, PlatformShop, TokenSet } from "@lendfriend/connector";
import { createTikTokShopConnector } from "@lendfriend/tiktokshop-client";
import { benchApp, type SandboxProcess } from "./sandbox-process.ts";

/** A shop whose owner consented, and our client to ask about it. */
export interface ShopAccount {
  readonly connector: Connector;
  readonly tokens: TokenSet;
  readonly shop: PlatformShop;
  readonly displayName: string;
  readonly region: string | null;
  /** The days that an import covers. */
  readonly range: { readonly from: number; readonly to: number };
  /** One page of the shop's orders, oldest first, by one cursor. */
  readOrders(cursor: string | null): Promise<ImportPage>;
}

const importSeconds = 90 * 86_400;
let shops = 0;

/** The persona of a shop of that many orders which nobody has asked about in this run. */
export function freshShop(orderCount: number): string {
  shops += 1;
  return `bulk:${orderCount}:${shops}`;
}

export function sandboxConnector(sandbox: SandboxProcess, fetcher: typeof fetch = fetch): Connector {
  return createTikTokShopConnector({
    ...benchApp,
    apiUrl: sandbox.url,
    authUrl: sandbox.url,
    authorizeUrl: `${sandbox.url}/open/authorize`,
    authorizeUrlUs: `${sandbox.url}/us/open/authorize`,
    creatorAuthorizeUrl: `${sandbox.url}/alliance/creator/auth`,
    fetch: fetcher,
  });
}

/** Consents as a persona with one shop and reads the account, as the web app does. */
export async function connectShop(
  sandbox: SandboxProcess,
  persona: string,
  fetcher: typeof fetch = fetch,
  scopes?: readonly string[],
): Promise<ShopAccount> {
  const connector = sandboxConnector(sandbox, fetcher);
  const tokens = await connector.exchangeCode(await sandbox.authorize(persona, scopes));
  const { displayName, region, shops } = await connector.readAccount(tokens);
  const [shop] = shops;
  if (!shop) throw new Error(`The persona ${persona} has no shop.`);
  const to = Math.floor(Date.now() / 1000);
  const range = { from: to - importSeconds, to };
  const asked = { stage: "orders", accessToken: tokens.accessToken, shop, parentId: null, ...range };
  return {
    connector,
    tokens,
    shop,
    displayName,
    region,
    range,
    readOrders: (cursor) => connector.readPage({ ...asked, cursor }),
  };
}
