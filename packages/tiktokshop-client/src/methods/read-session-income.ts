import type { IncomeRecord, PlatformShop } from "@lendfriend/connector";
import type { TikTokShopContext } from "../context.ts";
import { recordsSource } from "../metrics/records-source.ts";
import type { ConnectionIncome, ExchangeRates, MetricsSource } from "../metrics/source.ts";
import { accountOf, type TikTokShopSession, tokenSetFrom } from "../session.ts";
import { readAccount } from "./read-account.ts";
import { readFirstActivity } from "./read-first-activity.ts";
import type { ReadWindow } from "./read-window.ts";
import { StageTallies } from "./stage-tallies.ts";
import { streamIncome } from "./stream-income.ts";

/** Everything that the metrics read of one session, held in memory, and why it may not be whole. Throws `ConnectorError`. */
export async function readSessionIncome(
  context: TikTokShopContext,
  session: TikTokShopSession,
  window: ReadWindow,
  rates: ExchangeRates,
): Promise<MetricsSource> {
  const account = accountOf(session);
  const shops = await readShops(context, session);
  const records: IncomeRecord[] = [];
  const tallies = new StageTallies();
  for await (const entry of streamIncome(context, { ...window, session, shops })) {
    tallies.add(entry);
    if ("skipped" in entry) continue;
    for (const record of entry.page.rows) records.push(record);
  }

  const first = async (shop: PlatformShop | null) =>
    await readFirstActivity(context.transport, { account, accessToken: session.access_token, shop, asOf: window.to });
  const connection: ConnectionIncome = {
    id: session.open_id,
    account,
    region: session.seller_base_region ?? null,
    isAuthorized: true,
    authorizationExpiresAt: session.refresh_token_expire_in,
    firstActivity: account === "creator" ? await first(null) : null,
    shops: await Promise.all(shops.map(async (shop) => ({ ...withoutCipher(shop), firstActivity: await first(shop) }))),
    stages: tallies.outcomes(
      account,
      shops.map((shop) => shop.id),
    ),
  };
  return {
    asOf: window.to,
    connections: [connection],
    read: recordsSource({ [connection.id]: records }),
    rates,
    provisional: tallies.provisional(),
  };
}

async function readShops(context: TikTokShopContext, session: TikTokShopSession): Promise<readonly PlatformShop[]> {
  if (accountOf(session) === "creator") return [];
  const { shops } = await readAccount(context.transport, tokenSetFrom(session));
  return session.shop_id === undefined ? shops : shops.filter((shop) => shop.id === session.shop_id);
}

function withoutCipher({ cipher: _, ...shop }: PlatformShop): Omit<PlatformShop, "cipher"> {
  return shop;
}
