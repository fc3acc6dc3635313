import type { JsonObject } from "../json.ts";
import { hash32 } from "../random.ts";

/** Whom a notification is about: shop topics name a shop, some seller topics an open id, creator topics a creator. */
export type Subject =
  | { readonly shop_id: string }
  | { readonly seller_open_id: string }
  | { readonly creator_open_id: string };

export interface Notification {
  readonly type: number;
  readonly subject: Subject;
  readonly data: JsonObject;
}

/** Numbers of the topics that can be set through the Event API, by their event type. */
export const eventTypes: Readonly<Record<string, number>> = {
  ORDER_STATUS_CHANGE: 1,
  REVERSE_STATUS_UPDATE: 2,
  RECIPIENT_ADDRESS_UPDATE: 3,
  PACKAGE_UPDATE: 4,
  PRODUCT_STATUS_CHANGE: 5,
  SELLER_DEAUTHORIZATION: 6,
  UPCOMING_AUTHORIZATION_EXPIRATION: 7,
  CANCELLATION_STATUS_CHANGE: 11,
  RETURN_STATUS_CHANGE: 12,
  NEW_CONVERSATION: 13,
  NEW_MESSAGE: 14,
  PRODUCT_INFORMATION_CHANGE: 15,
  PRODUCT_CREATION: 16,
  PRODUCT_CATEGORY_CHANGE: 18,
  NEW_MESSAGE_LISTENER: 33,
  INVOICE_STATUS_CHANGE: 36,
  PRODUCT_AUDIT_STATUS_CHANGE: 37,
};

/** The event type of a topic number; null for topics that only Partner Center can set. */
export function eventTypeOf(type: number): string | null {
  return Object.entries(eventTypes).find(([, number]) => number === type)?.[0] ?? null;
}

/** The body text of a notification, members in the order of the platform's samples. */
export function notificationBody({ type, subject, data }: Notification, id: string, timestamp: number): string {
  return JSON.stringify({ type, tts_notification_id: id, ...subject, timestamp, data });
}

let serial = 0;

/** A 19-digit id that no other notification of this process has. */
export function nextNotificationId(nowMs: number): string {
  serial += 1;
  return `73${String(nowMs).padStart(13, "0").slice(-13)}${String((hash32(String(process.pid)) + serial) % 10_000).padStart(4, "0")}`;
}
