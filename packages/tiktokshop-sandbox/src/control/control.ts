import type { Persona, SellerPersona } from "../personas/persona.ts";
import type { LiveSettings } from "../settings.ts";
import { EditError } from "../trade/edits.ts";
import type { Shop } from "../trade/shop.ts";
import type { Notification, Subject } from "../webhooks/notification.ts";
import type { WebhookSender } from "../webhooks/webhook-sender.ts";
import type { World } from "../world.ts";
import {
  ControlError,
  type OrderTarget,
  type PersonaSummary,
  type SandboxControl,
  type WebhookRequest,
} from "./control-verbs.ts";

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
    plantedDefects: (target) => world.bookOf(shopOf(target).shop).ledger().planted ?? [],
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
