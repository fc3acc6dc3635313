import "server-only";
import type { Connector } from "@lendfriend/connector";
import { createTikTokShopConnector, type TikTokShopClientOptions } from "@lendfriend/tiktokshop-client";
import type { Env } from "#server/env.ts";

/** TikTok Shop as this installation is configured to reach it. `overrides` set patience: retries and time limits. */
export function tikTokShopConnector(
  { tikTokShop }: Pick<Env, "tikTokShop">,
  overrides: Pick<TikTokShopClientOptions, "retry" | "timeoutMs" | "fetch" | "now" | "pace"> = {},
): Connector {
  const { appSecrets, ...urlsAndKey } = tikTokShop;
  const [appSecret, ...previousAppSecrets] = appSecrets;
  return createTikTokShopConnector({ ...urlsAndKey, appSecret, previousAppSecrets, ...overrides });
}
