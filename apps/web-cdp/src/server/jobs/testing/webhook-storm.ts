import { createHmac } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { pick } from "./random-from.ts";

/** One delivery as the platform, or somebody who pretends to be, would send it. */
export interface StormDelivery {
  readonly notificationId: string;
  readonly body: string;
  readonly authorization: string | null;
  readonly isForged: boolean;
}

export interface StormPlan {
  readonly app: { readonly appKey: string; readonly appSecret: string };
  readonly shopId: string;
  /** Deliveries in all. */
  readonly size: number;
  /** Objects that honest events name. */
  readonly orderIds: readonly string[];
  readonly returnIds: readonly string[];
  readonly productIds: readonly string[];
  /** Orders that only forged events name. */
  readonly forgedIds: readonly string[];
  /** In [0, 1). */
  readonly random: () => number;
}

const forgedShare = 0.05;
const duplicateShare = 0.3;
const shuffledShare = 0.2;

/**
 * The storm in two halves: 65 % different events, 30 % repeats of them, 5 % forged ones, a fifth of all out of order. Each half
 * names every order, so that a change between the halves must arrive.
 */
export function planStorm(plan: StormPlan): readonly (readonly StormDelivery[])[] {
  let serial = 0;
  const half = () => {
    const size = Math.floor(plan.size / 2);
    const forged = Array.from({ length: Math.round(size * forgedShare) }, () => forgery(plan, serial++));
    const copies = Math.round(size * duplicateShare);
    const honest = Array.from({ length: size - forged.length - copies }, (_, index) => event(plan, serial++, index));
    const repeated = Array.from({ length: copies }, () => pick(honest, plan.random));
    const inOrder = [...honest];
    for (const one of [...repeated, ...forged])
      inOrder.splice(Math.floor(plan.random() * (inOrder.length + 1)), 0, one);
    return shuffled(inOrder, plan.random);
  };
  return [half(), half()];
}

function event(plan: StormPlan, serial: number, index: number): StormDelivery {
  const { orderIds, returnIds, productIds, random } = plan;
  const orderId = orderIds[index % orderIds.length] ?? "";
  // The first round names every order; later ones mix in the other topics.
  const kind = index < orderIds.length ? 0 : random();
  if (kind < 0.8) return signed(plan, serial, 1, { order_id: orderId, order_status: "IN_TRANSIT" });
  if (kind < 0.86) return signed(plan, serial, 11, { order_id: orderId, cancel_id: "1" });
  if (kind < 0.92) return signed(plan, serial, 12, { order_id: orderId, return_id: pick(returnIds, random) });
  if (kind < 0.96) return signed(plan, serial, 15, { product_id: pick(productIds, random) });
  return signed(plan, serial, 14, { message_id: "1", content: "{}" });
}

function signed(plan: StormPlan, serial: number, type: number, data: object): StormDelivery {
  const notificationId = `73${String(serial).padStart(17, "0")}`;
  const body = bodyOf(plan, notificationId, type, data);
  return { notificationId, body, authorization: signature(plan, body), isForged: false };
}

/** Five ways to pretend, two of them with the worst that an event can do. */
function forgery(plan: StormPlan, serial: number): StormDelivery {
  const notificationId = `66${String(serial).padStart(17, "0")}`;
  const way = serial % 5;
  const ends = way === 3 || way === 4;
  const data = ends ? { message: "deauthorized" } : { order_id: pick(plan.forgedIds, plan.random) };
  const body = bodyOf(plan, notificationId, ends ? 6 : 1, data);
  const right = signature(plan, body);
  const authorizations = [
    signature({ ...plan, app: { ...plan.app, appSecret: `${plan.app.appSecret}x` } }, body),
    null,
    right.toUpperCase(),
    signature(plan, `${body} `),
    `Bearer ${right}`,
  ];
  return { notificationId, body, authorization: authorizations[way] ?? null, isForged: true };
}

function bodyOf({ shopId }: StormPlan, id: string, type: number, data: object): string {
  const timestamp = Math.floor(Date.now() / 1000) + 60;
  return JSON.stringify({ type, tts_notification_id: id, shop_id: shopId, timestamp, data });
}

function signature({ app }: Pick<StormPlan, "app">, body: string): string {
  return createHmac("sha256", app.appSecret).update(app.appKey).update(body).digest("hex");
}

/** Exchanges a fifth of the entries with others anywhere. */
function shuffled<T>(entries: T[], random: () => number): readonly T[] {
  for (let swaps = Math.round((entries.length * shuffledShare) / 2); swaps > 0; swaps--) {
    const [a, b] = [Math.floor(random() * entries.length), Math.floor(random() * entries.length)];
    const [one, other] = [entries[a], entries[b]];
    if (one !== undefined && other !== undefined) [entries[a], entries[b]] = [other, one];
  }
  return entries;
}

export interface Sent {
  readonly delivery: StormDelivery;
  /** The answer's status; null when nobody ever answered. */
  readonly status: number | null;
  /** Of the answer that counted, in milliseconds. */
  readonly ms: number;
  readonly tries: number;
}

const senders = 16;
const mostTries = 600;

/**
 * Sends every delivery until it is answered with 200 or 401, as the platform does, only sooner; at most `perSecond` new ones a
 * second, or as fast as they are answered. Gives up what is left when `signal` says so.
 */
export async function sendAll(
  given: { readonly url: string; readonly perSecond: number | null; readonly signal?: AbortSignal },
  deliveries: readonly StormDelivery[],
  onSent: (count: number) => void,
): Promise<readonly Sent[]> {
  const { url, perSecond, signal } = given;
  const sent: Sent[] = [];
  const began = performance.now();
  let next = 0;
  await Promise.all(
    Array.from({ length: senders }, async () => {
      for (let delivery = deliveries[next++]; delivery !== undefined; delivery = deliveries[next++]) {
        const dueAt = perSecond === null ? 0 : began + (next * 1_000) / perSecond;
        await sleep(Math.max(0, dueAt - performance.now()));
        sent.push(await send(url, delivery, signal));
        onSent(sent.length);
      }
    }),
  );
  return sent;
}

async function send(url: string, delivery: StormDelivery, signal: AbortSignal | undefined): Promise<Sent> {
  const { body, authorization } = delivery;
  const headers = { "content-type": "application/json", ...(authorization === null ? {} : { authorization }) };
  for (let tries = 1; tries <= mostTries && !signal?.aborted; tries++) {
    const began = performance.now();
    const answer = await fetch(url, { method: "POST", body, headers, signal: AbortSignal.timeout(3_000) }).catch(
      () => null,
    );
    await answer?.body?.cancel().catch(() => undefined);
    const ms = performance.now() - began;
    if (answer?.status === 200 || answer?.status === 401) return { delivery, status: answer.status, ms, tries };
    await sleep(100);
  }
  return { delivery, status: null, ms: 0, tries: mostTries };
}
