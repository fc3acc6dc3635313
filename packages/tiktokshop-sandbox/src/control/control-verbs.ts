import type { Fault } from "../faults/fault.ts";
import type { FaultStanding } from "../faults/fault-board.ts";
import type { JsonObject } from "../json.ts";
import type { Persona } from "../personas/persona.ts";
import type { LogFilter, LoggedRequest } from "../request-log.ts";
import type { AppRegistration, RateLimitSettings, RotationSettings } from "../settings.ts";
import type { PlantedDefect } from "../trade/defects.ts";
import type { OrderStatus } from "../trade/order-plan.ts";
import type { Subject } from "../webhooks/notification.ts";
import type { Delivery, SendOptions } from "../webhooks/webhook-sender.ts";

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
  /** The faults planted in a shop's books, for whoever checks them; none in most. */
  readonly plantedDefects: (target: OrderTarget) => readonly PlantedDefect[];
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
