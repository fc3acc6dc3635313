import type { TikTokShopContext } from "../context.ts";
import { ordersStage } from "../stages/seller-stages.ts";
import { lastDays } from "./read-window.ts";
import { type RecordPage, streamRecords, streamStage } from "./stream-stage.ts";

/**
 * Pages of a shop's orders placed in the last `days` days, oldest first, with buyers left out.
 * Throws `ConnectorError`; `invalid_request` when the token is not authorised for the shop of this cipher.
 */
export async function* streamOrders(
  context: TikTokShopContext,
  accessToken: string,
  shopCipher: string,
  days: number,
): AsyncGenerator<RecordPage<"order">, void, undefined> {
  const window = lastDays(days, context.now());
  const shop = await context.findShop(accessToken, shopCipher);
  const request = { ...window, accessToken, shop, parentId: null };
  yield* streamRecords("order", streamStage(context.transport, ordersStage, request));
}
