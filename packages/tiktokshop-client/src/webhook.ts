import { createHash } from "node:crypto";
import type { WebhookEvent } from "@lendfriend/connector";
import { z } from "zod";
import { hmacMatches } from "./request/hmac-matches.ts";
import { parseJson } from "./request/parse-json.ts";
import { id, time } from "./wire/fields.ts";

/** Topics that the Event API can set for a shop, by their numbers; all of them have an effect below. */
export const subscribedTopics = {
  ORDER_STATUS_CHANGE: 1,
  PRODUCT_STATUS_CHANGE: 5,
  SELLER_DEAUTHORIZATION: 6,
  UPCOMING_AUTHORIZATION_EXPIRATION: 7,
  CANCELLATION_STATUS_CHANGE: 11,
  RETURN_STATUS_CHANGE: 12,
  PRODUCT_INFORMATION_CHANGE: 15,
  PRODUCT_CREATION: 16,
} as const;

/** Topic numbers of the platform's webhooks guide. Every other topic is acknowledged and ignored. */
const effectByType: Readonly<Record<number, WebhookEvent["effect"]>> = {
  1: "reread_order",
  5: "reread_product",
  6: "deauthorized",
  7: "authorization_expiring",
  11: "reread_order",
  12: "reread_return",
  15: "reread_product",
  16: "reread_product",
  20: "deauthorized",
};

const idText = z
  .union([id, z.int().min(1).transform(String)])
  .nullish()
  .catch(null);

const eventSchema = z.object({
  type: z.int(),
  tts_notification_id: idText,
  shop_id: idText,
  seller_open_id: idText,
  creator_open_id: idText,
  timestamp: time,
  data: z.object({ order_id: idText, return_id: idText, product_id: idText }).nullish().catch(null),
});
type WireEvent = z.infer<typeof eventSchema>;

export interface WebhookKeys {
  readonly appKey: string;
  /** The app's secret and, while a rotation lasts, those before it. */
  readonly secrets: readonly string[];
}

/**
 * The event of a delivery whose `Authorization` is the hex HMAC-SHA256 of app key and raw body, else null. Nothing else is
 * signed, no timestamp either, so a replay is told by its notification id. Never throws.
 */
export function readWebhook(rawBody: Uint8Array, authorization: string | null, keys: WebhookKeys): WebhookEvent | null {
  if (!isSigned(rawBody, authorization, keys)) return null;
  const event = eventFrom(rawBody);
  if (event === null) return null;
  const effect = effectByType[event.type] ?? "ignored";
  return {
    notificationId: event.tts_notification_id ?? createHash("sha256").update(rawBody).digest("hex"),
    type: event.type,
    shopId: event.shop_id ?? null,
    platformUserId: event.seller_open_id ?? event.creator_open_id ?? null,
    timestamp: event.timestamp,
    effect,
    objectId: objectOf(event, effect),
  };
}

/** A cancellation changes its order, a return is an object of its own. */
function objectOf({ data }: WireEvent, effect: WebhookEvent["effect"]): string | null {
  if (effect === "reread_order") return data?.order_id ?? null;
  if (effect === "reread_return") return data?.return_id ?? null;
  return effect === "reread_product" ? (data?.product_id ?? null) : null;
}

function isSigned(rawBody: Uint8Array, authorization: string | null, keys: WebhookKeys): boolean {
  if (authorization === null) return false;
  // Every secret is tried whatever came of the one before, so that the time tells nothing of which one it was.
  return keys.secrets.map((secret) => hmacMatches(secret, [keys.appKey, rawBody], authorization)).includes(true);
}

function eventFrom(rawBody: Uint8Array): WireEvent | null {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(rawBody);
    const result = eventSchema.safeParse(parseJson(text));
    return result.success ? result.data : null;
  } catch {
    return null;
  }
}
