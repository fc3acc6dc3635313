import "server-only";
import { createHash } from "node:crypto";
import type { Platform } from "@lendfriend/connector";
import type { Ports } from "#server/ports.ts";

/**
 * Stores a delivery whose signature over the raw bytes is right. `stored` means that it will be acted on, also after a
 * crash. Throws when it could not be stored, so that the sender tries again.
 */
export async function receiveWebhook(
  { connectors, inbox, log }: Pick<Ports, "connectors" | "inbox" | "log">,
  delivery: { readonly platform: Platform; readonly rawBody: Uint8Array; readonly authorization: string | null },
): Promise<"stored" | "refused"> {
  const { platform, rawBody, authorization } = delivery;
  const event = connectors[platform]?.readWebhook(rawBody, authorization) ?? null;
  if (event === null) return "refused";

  const bodySha = createHash("sha256").update(rawBody).digest("hex");
  const outcome = await inbox.saveDelivery(platform, event, bodySha);
  const facts = { platform, notificationId: event.notificationId, type: event.type, effect: event.effect };
  if (outcome === "conflict") log.warn("webhook.conflict", facts);
  else log.info(`webhook.${outcome}`, facts);
  return "stored";
}
