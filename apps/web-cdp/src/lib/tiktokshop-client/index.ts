import "server-only";
import type { Connector } from "@lendfriend/connector";
import { createTikTokShopConnector } from "@lendfriend/tiktokshop-client";
import type { Env } from "#server/env.ts";

/** TikTok Shop as this installation is configured to reach it. */
export function tikTokShopConnector({ tikTokShop }: Pick<Env, "tikTokShop">): Connector {
  return createTikTokShopConnector(tikTokShop);
}
