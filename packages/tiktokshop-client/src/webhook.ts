import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { WebhookEvent } from "@lendfriend/connector";
import { z } from "zod";
import { parseJson } from "./request/parse-json.ts";
import { id, time } from "./wire/fields.ts";

/** Topic numbers of the platform's webhooks guide. Every other topic is acknowledged and ignored. */
const effectByType: Readonly<Record<number, WebhookEvent["effect"]>> = {
  1: "reread_order",
  5: "reread_product",
  6: "deauthorized",
  7: "authorization_expiring",
  11: "reread_return",
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
  data: z.object({ order_id: idText }).nullish().catch(null),
});

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
  return {
    notificationId: event.tts_notification_id ?? createHash("sha256").update(rawBody).digest("hex"),
    type: event.type,
    shopId: event.shop_id ?? null,
    platformUserId: event.seller_open_id ?? event.creator_open_id ?? null,
    timestamp: event.timestamp,
    effect: effectByType[event.type] ?? "ignored",
    orderId: event.data?.order_id ?? null,
  };
}

function isSigned(rawBody: Uint8Array, authorization: string | null, keys: WebhookKeys): boolean {
  if (authorization === null || !/^[0-9a-f]{64}$/.test(authorization)) return false;
  const given = Buffer.from(authorization, "hex");
  let isRight = false;
  for (const secret of keys.secrets) {
    const expected = createHmac("sha256", secret).update(keys.appKey).update(rawBody).digest();
    isRight = timingSafeEqual(given, expected) || isRight;
  }
  return isRight;
}

function eventFrom(rawBody: Uint8Array): z.infer<typeof eventSchema> | null {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(rawBody);
    const result = eventSchema.safeParse(parseJson(text));
    return result.success ? result.data : null;
  } catch {
    return null;
  }
}
