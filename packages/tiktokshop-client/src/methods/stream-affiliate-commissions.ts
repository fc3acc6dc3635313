import type { TikTokShopContext } from "../context.ts";
import { creatorCommissionsStage } from "../stages/creator-stages.ts";
import { sellerCommissionsStage } from "../stages/seller-stages.ts";
import { lastDays } from "./read-window.ts";
import { type RecordPage, streamRecords, streamStage } from "./stream-stage.ts";

/**
 * Pages of commission lines of orders placed in the last `days` days. Without a shop cipher they are what the creator earned; with one,
 * what the shop paid to creators. Throws `ConnectorError`.
 */
export async function* streamAffiliateCommissions(
  context: TikTokShopContext,
  accessToken: string,
  shopCipher: string | null,
  days: number,
): AsyncGenerator<RecordPage<"commission">, void, undefined> {
  const window = lastDays(days, context.now());
  const shop = shopCipher === null ? null : await context.findShop(accessToken, shopCipher);
  const reader = shop === null ? creatorCommissionsStage : sellerCommissionsStage;
  const request = { ...window, accessToken, shop, parentId: null };
  yield* streamRecords("commission", streamStage(context.transport, reader, request));
}
