import "server-only";
import { type Connector, ConnectorError, type Platform } from "@lendfriend/connector";
import type { Pool } from "pg";
import type { Log } from "#server/log.ts";
import { findConnection } from "#server/stores/pg/connections.ts";
import { endTopics, type TopicsEnd, type TopicsTask, takeTopics } from "#server/stores/pg/webhook-topics.ts";
import type { ReadFreshToken } from "./fresh-token.ts";
import { withToken } from "./read-page.ts";

export interface SubscribeDeps {
  readonly pool: Pool;
  readonly connectors: ReadonlyMap<Platform, Connector>;
  readonly freshToken: ReadFreshToken;
  readonly log: Log;
  /** Where the platform is to send events; null when it cannot reach this installation. */
  readonly webhookAddress: string | null;
  /** Aborted when the worker is asked to stop. */
  readonly stopping: AbortSignal;
}

const longestWaitSeconds = 6 * 3600;
/** What asking again cannot change. An authorisation that has ended is none of it: it may come back under the same consent. */
const refusals: ReadonlySet<string> = new Set(["scope_missing", "not_supported"]);

/**
 * Has the platform send the events of every connected shop to this installation: after each consent, and whenever its address
 * changed. Connecting never waits for it; a failure is kept, shown by the health check and tried again, ever more slowly.
 */
export async function subscribeShops(deps: SubscribeDeps): Promise<number> {
  const { pool, webhookAddress, stopping } = deps;
  if (webhookAddress === null) return 0;
  let shops = 0;
  while (!stopping.aborted) {
    const task = await takeTopics(pool, webhookAddress);
    if (task === null) break;
    await subscribeShop(deps, task, webhookAddress);
    shops += 1;
  }
  return shops;
}

async function subscribeShop(deps: SubscribeDeps, task: TopicsTask, address: string): Promise<void> {
  const { pool, log } = deps;
  const end = await ask(deps, task, address);
  await endTopics(pool, task, end);
  const facts = { connectionId: task.connectionId, shopId: task.shopId, ...end };
  if (end.state === "set") log.info("webhook_topics_set", facts);
  else log.warn("webhook_topics_not_set", facts);
}

async function ask(
  { pool, connectors, freshToken, log, stopping: signal }: SubscribeDeps,
  { connectionId, shopId, epoch, tries }: TopicsTask,
  address: string,
): Promise<TopicsEnd> {
  const connection = await findConnection(pool, connectionId);
  const connector = connection ? connectors.get(connection.platform) : undefined;
  const shop = connection?.shops.find(({ id }) => id === shopId);
  if (!connector || !shop) return { state: "refused", code: "shop_gone" };
  try {
    await withToken({ connector, freshToken, connectionId, epoch, signal }, ({ accessToken }) =>
      connector.subscribe(accessToken, shop, address),
    );
    return { state: "set" };
  } catch (error) {
    const code = error instanceof ConnectorError ? error.code : "internal";
    if (code === "internal") log.error("webhook_topics_fault", error, { connectionId, shopId });
    if (refusals.has(code)) return { state: "refused", code };
    return { state: "waiting", code, seconds: Math.min(longestWaitSeconds, 30 * 2 ** Math.min(tries, 10)) };
  }
}
