import "server-only";
import { z } from "zod";
import type { WebhookInbox } from "#server/ports.ts";
import type { CallFunction } from "./data-api.ts";

const stored = z.object({ outcome: z.enum(["stored", "duplicate", "conflict"]) });

type Save = WebhookInbox["saveDelivery"];

/**
 * Signed deliveries, kept before they are answered. Copies that come while their first is being stored share its
 * outcome, and so its failure: a storm of copies costs the database a few calls.
 */
export function createWebhookInbox(call: CallFunction): WebhookInbox {
  const inFlight = new Map<string, ReturnType<Save>>();
  return {
    async saveDelivery(platform, event, bodySha) {
      const key = `${platform} ${bodySha}`;
      const first = inFlight.get(key);
      if (first !== undefined) return (await first) === "conflict" ? "conflict" : "duplicate";
      const saving = save(call, platform, event, bodySha).finally(() => inFlight.delete(key));
      inFlight.set(key, saving);
      return saving;
    },
  };
}

async function save(call: CallFunction, ...[platform, event, bodySha]: Parameters<Save>): ReturnType<Save> {
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
}
