import { z } from "zod";
import { faultSchema } from "../faults/fault.ts";
import { asJson, isRecord, type Json, type JsonObject } from "../json.ts";
import { createRandom } from "../random.ts";
import { ControlError, type SandboxControl } from "./control-verbs.ts";

const number = z.coerce.number();
const whole = z.coerce.number().int();
const flag = z.preprocess(
  (value) => (value === "true" || value === "on" ? true : value === "false" ? false : value),
  z.boolean(),
);
const shop = z.union([z.int(), z.string()]).optional();
const target = { persona: z.string(), shop };

const jsonObject = z
  .preprocess((value) => (typeof value === "string" ? JSON.parse(value) : value), z.record(z.string(), z.unknown()))
  .transform(toJsonObject);

const status = z.enum([
  "UNPAID",
  "ON_HOLD",
  "AWAITING_SHIPMENT",
  "PARTIALLY_SHIPPING",
  "AWAITING_COLLECTION",
  "IN_TRANSIT",
  "DELIVERED",
  "COMPLETED",
  "CANCELLED",
]);

const appFields = {
  appKey: z.string(),
  appSecret: z.string(),
  serviceId: z.string(),
  redirectUrl: z.string(),
  webhookUrl: z.string(),
  sellerScopes: z.array(z.string()),
  creatorScopes: z.array(z.string()),
};

/** A verb of the control port: what it takes and what it does. */
interface Action {
  readonly does: string;
  readonly run: (control: SandboxControl, input: unknown) => Promise<Json> | Json;
}

/** Every `POST /ctl/<action>`; a `POST /ctl` names the action in its body. */
export const actions: Readonly<Record<string, Action>> = {
  clock: action(
    "Set the clock (`to`: ISO text or unix seconds) or move it (`advanceSeconds`).",
    z.object({ to: z.union([z.string(), z.number()]).optional(), advanceSeconds: number.optional() }),
    async (control, { to, advanceSeconds }) => {
      if (to !== undefined) await control.setClock(readMoment(to));
      if (advanceSeconds !== undefined) await control.advanceClock(advanceSeconds);
      return { now: control.now() };
    },
  ),
  fault: action("Add one fault; see the table of kinds.", faultSchema, (control, fault) => ({
    id: control.addFault(fault),
  })),
  "clear-faults": action("Remove one fault (`id`) or all.", z.object({ id: whole.optional() }), (control, { id }) => {
    if (id === undefined) control.clearFaults();
    else control.removeFault(id);
    return { faults: control.faults().length };
  }),
  rotation: action(
    "Refresh behaviour: `mode` rotate|keep|strict|grace, `overlapSeconds`, `revokeFamilyOnReuse`.",
    z.object({
      mode: z.enum(["rotate", "keep", "strict", "grace", "static"]).optional(),
      overlapSeconds: number.optional(),
      revokeFamilyOnReuse: flag.optional(),
    }),
    (control, { mode, ...rest }) => {
      // `static` is another word for keeping the same refresh token.
      control.setRotation(present({ ...rest, mode: mode === "static" ? "keep" : mode }));
      return {};
    },
  ),
  "token-life": action(
    "`accessTokenSeconds` and `codeSeconds` of what is issued from now on.",
    z.object({ accessTokenSeconds: whole.optional(), codeSeconds: whole.optional() }),
    (control, life) => {
      control.setTokenLife(life);
      return {};
    },
  ),
  "expire-tokens": action(
    "Let access tokens expire now, of one `persona` or of all.",
    z.object({ persona: z.string().optional() }),
    (control, { persona }) => ({ expired: control.expireAccessTokens(persona) }),
  ),
  "expire-authorizations": action(
    "Let authorisations (and so refresh tokens) expire now.",
    z.object({ persona: z.string().optional() }),
    (control, { persona }) => ({ expired: control.expireAuthorizations(persona) }),
  ),
  revoke: action(
    "Take a `persona`'s authorisation away; sends webhook 6 or 20 unless `silent`.",
    z.object({ persona: z.string(), silent: flag.optional() }),
    async (control, { persona, silent }) => ({
      revoked: await control.revoke(persona, { silent }),
    }),
  ),
  "rate-limit": action(
    "`requestsPerSecond` (0 is off), `retryAfterSeconds` (null sends none), `hourlyQuota` (null is off).",
    z.object({
      requestsPerSecond: number.optional(),
      retryAfterSeconds: number.nullable().optional(),
      hourlyQuota: number.nullable().optional(),
    }),
    (control, limit) => {
      control.setRateLimit(present(limit));
      return {};
    },
  ),
  latency: action("Delay every answer by `latencyMs`.", z.object({ latencyMs: number }), (control, { latencyMs }) => {
    control.setLatency(latencyMs);
    return {};
  }),
  app: action(
    "Change what Partner Center knows of the app: secret, URLs, scopes.",
    z.object(appFields).partial(),
    (control, app) => {
      control.setApp(present(app));
      return {};
    },
  ),
  authorize: action(
    "Consent as a `persona` without the page; gives the `code`.",
    z.object({ persona: z.string(), scopes: z.array(z.string()).optional() }),
    (control, { persona, scopes }) => ({ code: control.authorize(persona, scopes) }),
  ),
  order: action(
    "Place an order now; webhook 1 unless `notify` is false.",
    z.object({
      ...target,
      quantity: whole.optional(),
      unitPrice: z.string().optional(),
      productIndex: whole.optional(),
      notify: flag.optional(),
    }),
    async (control, order) => ({ orderId: await control.placeOrder(order) }),
  ),
  refund: action(
    "Refund `units` of an order (all by default); webhook 12 unless `notify` is false.",
    z.object({ ...target, orderId: z.string(), units: whole.optional(), notify: flag.optional() }),
    async (control, refund) => ({ returnId: await control.refundOrder(refund) }),
  ),
  "order-status": action(
    "Set an order's status by hand; webhook 1 unless `notify` is false.",
    z.object({ ...target, orderId: z.string(), status, notify: flag.optional() }),
    async (control, change) => ({ orderId: await control.setOrderStatus(change) }),
  ),
  "patch-order": action(
    "Lay members over an order's answer; null removes one.",
    z.object({ ...target, orderId: z.string(), patch: jsonObject }),
    (control, change) => ({ orderId: control.patchOrder(change) }),
  ),
  webhook: action(
    "Send a signed webhook: `type`, `persona` or `subject`, `data`; `isForged`, `copies`, `notificationId`, `timestamp`, `url`.",
    z.object({
      type: whole,
      persona: z.string().optional(),
      shop,
      subject: z
        .union([
          z.strictObject({ shop_id: z.string() }),
          z.strictObject({ seller_open_id: z.string() }),
          z.strictObject({ creator_open_id: z.string() }),
        ])
        .optional(),
      data: jsonObject.optional(),
      isForged: flag.optional(),
      copies: whole.optional(),
      notificationId: z.string().optional(),
      timestamp: whole.optional(),
      url: z.string().optional(),
    }),
    async (control, request) => asJson(await control.sendWebhook(request)),
  ),
  webhooks: action(
    "Send several webhooks: `items` like those of `webhook`; `shuffle` with a `seed`.",
    z.object({ items: z.array(z.unknown()).max(10_000), shuffle: flag.optional(), seed: z.string().optional() }),
    async (control, { items, shuffle = false, seed = "shuffle" }) => {
      const ordered = shuffle ? shuffled(items, seed) : items;
      const results: Json[] = [];
      for (const item of ordered) results.push(await runAction(control, "webhook", item));
      return { deliveries: results };
    },
  ),
  "send-due-webhooks": action("Try again what is due on the sandbox clock.", z.object({}), async (control) => ({
    tried: await control.sendDueWebhooks(),
  })),
  "clear-log": action("Forget the request log.", z.object({}), (control) => {
    control.clearLog();
    return {};
  }),
  reset: action(
    "Forget tokens, edits, faults and the clock's offset; settings go back to those of the start.",
    z.object({}),
    (control) => {
      control.reset();
      return {};
    },
  ),
};

/** Runs an action by name. Throws `ControlError` for an unknown name or an input that does not fit. */
export async function runAction(control: SandboxControl, name: string, input: unknown): Promise<Json> {
  const found = Object.hasOwn(actions, name) ? actions[name] : undefined;
  if (found === undefined)
    throw new ControlError(`There is no action ${name}: there are ${Object.keys(actions).join(", ")}.`);
  return found.run(control, input);
}

function action<Schema extends z.ZodType>(
  does: string,
  schema: Schema,
  run: (control: SandboxControl, input: z.infer<Schema>) => Promise<Json> | Json,
): Action {
  return {
    does,
    run: (control, input) => {
      const parsed = schema.safeParse(input);
      if (!parsed.success)
        throw new ControlError(`The input does not fit: ${z.prettifyError(parsed.error)}`, { cause: parsed.error });
      return run(control, parsed.data);
    },
  };
}

/** Drops members that were not given, so that they do not overwrite a setting. */
function present<T extends object>(given: T): { [K in keyof T]?: Exclude<T[K], undefined> };
function present(given: object): object {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

function readMoment(to: string | number): Date {
  const at = typeof to === "number" || /^\d+$/.test(to) ? new Date(Number(to) * 1000) : new Date(to);
  if (Number.isNaN(at.getTime())) throw new ControlError("The clock takes ISO text or unix seconds.");
  return at;
}

function toJsonObject(value: Record<string, unknown>): JsonObject {
  const json = asJson(value);
  return isRecord(json) ? { ...json } : {};
}

function shuffled<T>(items: readonly T[], seed: string): readonly T[] {
  const random = createRandom(seed);
  return items
    .map((item) => ({ item, rank: random() }))
    .sort((left, right) => left.rank - right.rank)
    .map(({ item }) => item);
}
