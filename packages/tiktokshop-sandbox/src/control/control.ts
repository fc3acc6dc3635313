import type { Fault } from "../faults/fault.ts";
import type { FaultStanding } from "../faults/fault-board.ts";
import type { JsonObject } from "../json.ts";
import type { Persona, SellerPersona } from "../personas/persona.ts";
import type { LogFilter, LoggedRequest } from "../request-log.ts";
import type { AppRegistration, LiveSettings, RateLimitSettings, RotationSettings } from "../settings.ts";
import { EditError } from "../trade/edits.ts";
import type { OrderStatus } from "../trade/order-plan.ts";
import type { Shop } from "../trade/shop.ts";
import type { Notification, Subject } from "../webhooks/notification.ts";
import type { Delivery, SendOptions, WebhookSender } from "../webhooks/webhook-sender.ts";
import type { World } from "../world.ts";

/** Thrown when a control request names something that is not there or cannot be done. */
export class ControlError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "ControlError";
  }
}

export interface OrderTarget {
  readonly persona: string;
  /** Shop id or position; the first shop when absent. */
  readonly shop?: string | number | undefined;
}

export interface WebhookRequest extends SendOptions {
  readonly type: number;
  readonly persona?: string | undefined;
  readonly shop?: string | number | undefined;
  /** Overrides whom the notification names. */
  readonly subject?: Subject | undefined;
  readonly data?: JsonObject | undefined;
}

export interface PersonaSummary {
  readonly id: string;
  readonly kind: Persona["kind"];
  readonly name: string;
  readonly teaches: string;
  readonly region: string;
  readonly openId: string;
  readonly shops: readonly {
    readonly id: string;
    readonly name: string;
    readonly region: string;
    readonly cipher: string;
  }[];
  readonly activeAuthorizations: number;
}

/** What a test or a person can do to the sandbox while it runs; the same verbs as the control port. */
export interface SandboxControl {
  readonly now: () => number;
  readonly setClock: (to: Date) => Promise<void>;
  readonly advanceClock: (seconds: number) => Promise<void>;
  readonly addFault: (fault: Fault) => number;
  readonly removeFault: (id: number) => void;
  readonly clearFaults: () => void;
  readonly faults: () => readonly FaultStanding[];
  readonly setRotation: (rotation: Partial<RotationSettings>) => void;
  readonly setTokenLife: (life: {
    readonly accessTokenSeconds?: number | undefined;
    readonly codeSeconds?: number | undefined;
  }) => void;
  readonly setRateLimit: (limit: Partial<RateLimitSettings>) => void;
  readonly setLatency: (latencyMs: number) => void;
  readonly setApp: (app: Partial<AppRegistration>) => void;
  readonly expireAccessTokens: (persona?: string) => number;
  readonly expireAuthorizations: (persona?: string) => number;
  /** Takes the authorisation away as its owner would, and sends webhook 6 (seller) or 20 (creator). */
  readonly revoke: (persona: string, options?: { readonly silent?: boolean | undefined }) => Promise<number>;
  /** Consents as a persona without the page and gives the code that the redirect would carry. */
  readonly authorize: (persona: string, scopes?: readonly string[]) => string;
  readonly placeOrder: (
    order: OrderTarget & {
      readonly quantity?: number | undefined;
      readonly unitPrice?: string | undefined;
      readonly productIndex?: number | undefined;
      readonly notify?: boolean | undefined;
    },
  ) => Promise<string>;
  readonly refundOrder: (
    refund: OrderTarget & {
      readonly orderId: string;
      readonly units?: number | undefined;
      readonly notify?: boolean | undefined;
    },
  ) => Promise<string>;
  readonly setOrderStatus: (
    change: OrderTarget & {
      readonly orderId: string;
      readonly status: OrderStatus;
      readonly notify?: boolean | undefined;
    },
  ) => Promise<string>;
  readonly patchOrder: (change: OrderTarget & { readonly orderId: string; readonly patch: JsonObject }) => string;
  readonly sendWebhook: (request: WebhookRequest) => Promise<Delivery>;
  readonly sendDueWebhooks: () => Promise<number>;
  readonly deliveries: () => readonly Delivery[];
  readonly personas: () => readonly PersonaSummary[];
  readonly requests: (filter?: LogFilter) => readonly LoggedRequest[];
  readonly requestCounts: () => Readonly<Record<string, number>>;
  readonly clearLog: () => void;
  /** Forgets tokens, edits, faults and the clock's offset, and brings the settings back to those of the start. */
  readonly reset: () => void;
}

/** Binds the control verbs to a world and its webhook sender. */
export function createControl(world: World, webhooks: WebhookSender): SandboxControl {
  const initial: LiveSettings = { ...world.settings };

  async function setOffset(seconds: number): Promise<void> {
    world.clock.setOffset(seconds);
    world.remember();
    await webhooks.sendDue();
  }

  function personaCalled(id: string): Persona {
    const persona = world.findPersona(id);
    if (persona === null) throw new ControlError(`There is no persona ${id}: GET /ctl/personas lists them.`);
    return persona;
  }

  function shopOf({ persona: id, shop: wanted = 0 }: OrderTarget): { persona: SellerPersona; shop: Shop } {
    const persona = personaCalled(id);
    if (persona.kind !== "seller") throw new ControlError(`Persona ${id} is a creator and has no shop.`);
    const shop = persona.shops.find((candidate, at) => candidate.id === wanted || at === wanted);
    if (shop === undefined) throw new ControlError(`Persona ${id} has no shop ${wanted}.`);
    return { persona, shop };
  }

  function edited(target: OrderTarget, edit: Parameters<World["edit"]>[2]): { shop: Shop; orderId: string } {
    const { persona, shop } = shopOf(target);
    try {
      return { shop, orderId: world.edit(persona, shop, edit) };
    } catch (cause) {
      if (cause instanceof EditError) throw new ControlError(cause.message, { cause });
      throw cause;
    }
  }

  async function notifyOrder(shop: Shop, orderId: string): Promise<void> {
    const now = world.clock.now();
    const stage = world.bookOf(shop).findOrder(orderId, now)?.stage;
    // The webhook says CANCEL where the order API says CANCELLED.
    const status = stage?.status === "CANCELLED" ? "CANCEL" : (stage?.status ?? "UNPAID");
    await webhooks.send({
      type: 1,
      subject: { shop_id: shop.id },
      data: {
        is_on_hold_order: status === "ON_HOLD",
        order_id: orderId,
        order_status: status,
        update_time: stage?.at ?? now,
      },
    });
  }

  async function revoke(id: string, { silent = false } = {}): Promise<number> {
    const persona = personaCalled(id);
    const authorizations = world.tokens.activeAuthorizations(id);
    for (const authorization of authorizations) world.tokens.revoke(authorization);
    if (!silent)
      for (const notification of deauthorizations(persona, world.clock.now())) await webhooks.send(notification);
    return authorizations.length;
  }

  function subjectOf({ persona, shop, subject }: WebhookRequest): Subject {
    if (subject !== undefined) return subject;
    if (persona === undefined) throw new ControlError("A webhook needs a persona or a subject.");
    const found = personaCalled(persona);
    if (found.kind === "creator") return { creator_open_id: found.openId };
    return found.shops.length === 0 ? { seller_open_id: found.openId } : { shop_id: shopOf({ persona, shop }).shop.id };
  }

  return {
    now: world.clock.now,
    setClock: (to) => setOffset(world.clock.offsetSeconds() + Math.round((to.getTime() - world.clock.nowMs()) / 1000)),
    advanceClock: (seconds) => setOffset(world.clock.offsetSeconds() + seconds),
    addFault: world.faults.add,
    removeFault: world.faults.remove,
    clearFaults: world.faults.clear,
    faults: world.faults.list,
    setRotation: (rotation) => {
      world.settings.rotation = { ...world.settings.rotation, ...rotation };
    },
    setTokenLife: ({ accessTokenSeconds, codeSeconds }) => {
      world.settings.accessTokenSeconds = accessTokenSeconds ?? world.settings.accessTokenSeconds;
      world.settings.codeSeconds = codeSeconds ?? world.settings.codeSeconds;
    },
    setRateLimit: (limit) => {
      world.settings.rateLimit = { ...world.settings.rateLimit, ...limit };
      world.rateLimiter.clear();
    },
    setLatency: (latencyMs) => {
      world.settings.latencyMs = latencyMs;
    },
    setApp: (app) => {
      world.settings.app = { ...world.settings.app, ...app };
    },
    expireAccessTokens: world.tokens.expireAccessTokens,
    expireAuthorizations: world.tokens.expireAuthorizations,
    revoke,
    authorize: (id, scopes) => {
      const persona = personaCalled(id);
      const asked = persona.kind === "seller" ? world.settings.app.sellerScopes : world.settings.app.creatorScopes;
      return world.tokens.issueCode(
        persona,
        scopes ?? asked.filter((scope) => !persona.withheldScopes.includes(scope)),
      );
    },
    placeOrder: async ({ quantity = 1, unitPrice, productIndex, notify = true, ...target }) => {
      const { shop, orderId } = edited(target, {
        kind: "place",
        at: world.clock.now(),
        quantity,
        unitPrice: unitPrice ?? null,
        productIndex: productIndex ?? null,
      });
      if (notify) await notifyOrder(shop, orderId);
      return orderId;
    },
    refundOrder: async ({ orderId, units, notify = true, ...target }) => {
      const at = world.clock.now();
      const { shop } = edited(target, { kind: "refund", at, orderId, unitCount: units ?? null });
      const entry = world.bookOf(shop).findOrder(orderId, at)?.plan.returns.at(-1);
      const returnId = entry?.id ?? "";
      if (notify) {
        const data = {
          order_id: orderId,
          return_role: "BUYER",
          return_type: "REFUND",
          return_status: "RETURN_OR_REFUND_REQUEST_COMPLETE",
          return_id: returnId,
          create_time: at,
          update_time: at,
        };
        await webhooks.send({ type: 12, subject: { shop_id: shop.id }, data });
      }
      return returnId;
    },
    setOrderStatus: async ({ orderId, status, notify = true, ...target }) => {
      const { shop } = edited(target, { kind: "status", at: world.clock.now(), orderId, status });
      if (notify) await notifyOrder(shop, orderId);
      return orderId;
    },
    patchOrder: ({ orderId, patch, ...target }) =>
      edited(target, { kind: "patch", at: world.clock.now(), orderId, patch }).orderId,
    sendWebhook: (request) => {
      const { type, data = {}, persona: _persona, shop: _shop, subject: _subject, ...options } = request;
      return webhooks.send({ type, subject: subjectOf(request), data }, options);
    },
    sendDueWebhooks: webhooks.sendDue,
    deliveries: webhooks.deliveries,
    personas: () => world.personas.map((persona) => summaryOf(world, persona)),
    requests: world.log.entries,
    requestCounts: world.log.counts,
    clearLog: world.log.clear,
    reset: () => {
      Object.assign(world.settings, initial);
      world.reset();
      webhooks.clear();
    },
  };
}

function deauthorizations(persona: Persona, now: number): readonly Notification[] {
  if (persona.kind === "creator")
    return [{ type: 20, subject: { creator_open_id: persona.openId }, data: { cancel_time: now } }];
  return persona.shops.map(({ id }) => ({
    type: 6,
    subject: { shop_id: id },
    data: { message: `Shop_id ${id} is deauthorized from your APP by merchant.` },
  }));
}

function summaryOf(world: World, persona: Persona): PersonaSummary {
  const shops =
    persona.kind === "seller"
      ? persona.shops.map(({ id, name, market, cipher }) => ({ id, name, region: market.region, cipher }))
      : [];
  const { id, kind, name, teaches, region, openId } = persona;
  return {
    id,
    kind,
    name,
    teaches,
    region,
    openId,
    shops,
    activeAuthorizations: world.tokens.activeAuthorizations(id).length,
  };
}
