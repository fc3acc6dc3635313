import { webhookSignature } from "../gateway/signature.ts";
import type { World } from "../world.ts";
import { createExpiryNotices } from "./expiry-notices.ts";
import { eventTypeOf, type Notification, nextNotificationId, notificationBody } from "./notification.ts";

/** One try to hand a notification over. */
export interface DeliveryAttempt {
  readonly at: number;
  /** HTTP status; null when no answer came. */
  readonly status: number | null;
  readonly error: string | null;
}

export interface Delivery {
  readonly id: string;
  readonly type: number;
  readonly url: string;
  readonly body: string;
  readonly isForged: boolean;
  readonly attempts: readonly DeliveryAttempt[];
  readonly standing: "delivered" | "waiting" | "dropped";
  /** Sandbox second of the next try; null when there is none. */
  readonly dueAt: number | null;
}

export interface SendOptions {
  /** Sign with a wrong secret. */
  readonly isForged?: boolean | undefined;
  /** How many times the same signed bytes are sent. */
  readonly copies?: number | undefined;
  /** Use this id again, to send another body under a known id. */
  readonly notificationId?: string | undefined;
  readonly timestamp?: number | undefined;
  readonly url?: string | undefined;
}

export interface WebhookSender {
  readonly send: (notification: Notification, options?: SendOptions) => Promise<Delivery>;
  /** Sends again whatever is due on the sandbox clock; gives how many tries were made. */
  readonly sendDue: () => Promise<number>;
  readonly deliveries: () => readonly Delivery[];
  readonly clear: () => void;
  readonly stop: () => void;
}

/** Delays after the first and each later failed try: +2 min, +30 min, +3 h, +12 h; then the notification is dropped. */
const retryDelaysSeconds: readonly number[] = [120, 1_800, 10_800, 43_200];
const timeoutMs = 3_000;
const keptDeliveries = 5_000;

interface Pending extends Delivery {
  attempts: DeliveryAttempt[];
  standing: Delivery["standing"];
  dueAt: number | null;
}

/** Signs and delivers notifications, at least once and in no promised order, with the platform's retry schedule on the sandbox clock. */
export function createWebhookSender(world: World, send: typeof fetch = fetch): WebhookSender {
  let deliveries: Pending[] = [];
  let isSending = false;
  const notices = createExpiryNotices(world);
  const timer = setInterval(() => void sendDue(), 1_000);
  timer.unref();

  async function attempt(delivery: Pending): Promise<void> {
    const outcome = await post(send, delivery, signatureOf(delivery));
    const now = world.clock.now();
    delivery.attempts.push({ at: now, ...outcome });
    // 401 means "bad signature" to the receiver and is an answer like 200: the platform does not send such a notification again.
    const isAnswered = outcome.status === 200 || outcome.status === 401;
    const wait = retryDelaysSeconds[delivery.attempts.length - 1];
    delivery.standing = isAnswered ? "delivered" : wait === undefined ? "dropped" : "waiting";
    delivery.dueAt = delivery.standing === "waiting" && wait !== undefined ? now + wait : null;
  }

  async function sendDue(): Promise<number> {
    if (isSending) return 0;
    isSending = true;
    try {
      for (const notice of notices.due()) await sendNotification(notice);
      const due = deliveries.filter(({ dueAt }) => dueAt !== null && dueAt <= world.clock.now());
      for (const delivery of due) await attempt(delivery);
      return due.length;
    } finally {
      isSending = false;
    }
  }

  async function sendNotification(notification: Notification, options: SendOptions = {}): Promise<Delivery> {
    const id = options.notificationId ?? nextNotificationId(world.clock.nowMs());
    const body = notificationBody(notification, id, options.timestamp ?? world.clock.now());
    const url = options.url ?? receiverOf(world, notification);
    const delivery: Pending = {
      id,
      type: notification.type,
      url,
      body,
      isForged: options.isForged ?? false,
      attempts: [],
      standing: "waiting",
      dueAt: null,
    };
    deliveries.push(delivery);
    if (deliveries.length > keptDeliveries) deliveries = deliveries.slice(-keptDeliveries);
    await attempt(delivery);
    const extra = Array.from({ length: (options.copies ?? 1) - 1 }, () => post(send, delivery, signatureOf(delivery)));
    await Promise.all(extra);
    return delivery;
  }

  function signatureOf({ isForged, body }: Delivery): string {
    const { appKey, appSecret } = world.settings.app;
    return webhookSignature(appKey, isForged ? `${appSecret}-forged` : appSecret, body);
  }

  return {
    send: sendNotification,
    sendDue,
    deliveries: () => deliveries,
    clear: () => {
      deliveries = [];
    },
    stop: () => clearInterval(timer),
  };
}

/** The address set through the Event API for the shop and topic, else the app's default. */
function receiverOf(world: World, { type, subject }: Notification): string {
  const eventType = eventTypeOf(type);
  const shopId = "shop_id" in subject ? subject.shop_id : null;
  const own = shopId === null || eventType === null ? undefined : world.state.webhookAddresses[shopId]?.[eventType];
  return own?.address ?? world.settings.app.webhookUrl;
}

async function post(
  send: typeof fetch,
  { url, body }: Pick<Delivery, "url" | "body">,
  signature: string,
): Promise<Omit<DeliveryAttempt, "at">> {
  try {
    const response = await send(url, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: signature },
      body,
      redirect: "manual",
      signal: AbortSignal.timeout(timeoutMs),
    });
    await response.body?.cancel();
    return { status: response.status, error: null };
  } catch (cause) {
    return { status: null, error: cause instanceof Error ? cause.name : "unknown" };
  }
}
