import "server-only";
import { z } from "zod";
import type { WebhookInbox } from "#server/ports.ts";
import type { CallFunction } from "./data-api.ts";

const stored = z.object({ outcome: z.enum(["stored", "duplicate", "conflict"]) });

/** Signed deliveries, kept before they are answered. */
export function createWebhookInbox(call: CallFunction): WebhookInbox {
  return {
    saveDelivery: async (platform, event, bodySha) => {
      const { outcome } = await call(
        "store_webhook",
        {
          p_platform: platform,
          p_notification_id: event.notificationId,
          p_type: String(event.type),
          p_shop_id: event.shopId ?? "",
          p_platform_user_id: event.platformUserId ?? "",
          p_object_id: event.objectId ?? "",
          p_effect: event.effect,
          p_body_sha: bodySha,
          p_event_time: String(event.timestamp),
        },
        stored,
      );
      return outcome;
    },
  };
}
