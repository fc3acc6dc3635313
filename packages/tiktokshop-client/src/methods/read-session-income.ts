import type { IncomeRecord, PlatformShop } from "@lendfriend/connector";
import type { TikTokShopContext } from "../context.ts";
import { recordsSource } from "../metrics/records-source.ts";
import type { ConnectionIncome, ExchangeRates, MetricsSource, StageOutcome } from "../metrics/source.ts";
import { accountOf, type TikTokShopSession, tokenSetFrom } from "../session.ts";
import { stageReaders } from "../stages/stage-list.ts";
import { readAccount } from "./read-account.ts";
import { readFirstActivity } from "./read-first-activity.ts";
import type { ReadWindow } from "./read-window.ts";
import { streamIncome } from "./stream-income.ts";

/** Everything that the metrics read of one session, held in memory. Throws `ConnectorError`. */
export async function readSessionIncome(
  context: TikTokShopContext,
  session: TikTokShopSession,
  window: ReadWindow,
  rates: ExchangeRates,
): Promise<MetricsSource> {
  const account = accountOf(session);
  const shops = await readShops(context, session);
  const records: IncomeRecord[] = [];
  const stages = new Map<string, StageOutcome>();
  const note = (outcome: StageOutcome) => stages.set(keyOf(outcome.stage, outcome.shopId), outcome);

  for await (const entry of streamIncome(context, { ...window, session, shops })) {
    const { stage, shop } = entry;
    const shopId = shop?.id ?? null;
    if ("skipped" in entry) {
      note({ stage, shopId, status: entry.skipped.code === "scope_missing" ? "withheld" : "unsupported" });
      continue;
    }
    for (const record of entry.page.rows) records.push(record);
    note({ stage, shopId, status: "read" });
  }
  for (const shop of account === "creator" ? [null] : shops) {
    const shopId = shop?.id ?? null;
    for (const { stage, asked, parent } of stageReaders(account).map((reader) => reader.stage)) {
      if (stages.has(keyOf(stage, shopId))) continue;
      // A child stage shares the fate of its parent; without ids to read, it is read. What was never asked for was not.
      const parentStatus = parent === null ? null : (stages.get(keyOf(parent, shopId))?.status ?? null);
      note({ stage, shopId, status: parentStatus ?? (asked ? "read" : "unsupported") });
    }
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
    stages: [...stages.values()],
  };
  return {
    asOf: window.to,
    connections: [connection],
    read: recordsSource({ [connection.id]: records }),
    rates,
    provisional: [],
  };
}

function keyOf(stage: string, shopId: string | null): string {
  return `${stage} ${shopId ?? ""}`;
}

async function readShops(context: TikTokShopContext, session: TikTokShopSession): Promise<readonly PlatformShop[]> {
  if (accountOf(session) === "creator") return [];
  const { shops } = await readAccount(context.transport, tokenSetFrom(session));
  return session.shop_id === undefined ? shops : shops.filter((shop) => shop.id === session.shop_id);
}

function withoutCipher({ cipher: _, ...shop }: PlatformShop): Omit<PlatformShop, "cipher"> {
  return shop;
}
