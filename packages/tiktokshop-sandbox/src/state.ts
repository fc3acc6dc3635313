import { z } from "zod";
import { asJson, isRecord, type JsonObject } from "./json.ts";
import type { OrderEdit } from "./trade/edits.ts";

const jsonObjectSchema = z.unknown().transform((value): JsonObject => {
  const json = asJson(value);
  return isRecord(json) ? { ...json } : {};
});

const editSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("place"),
    at: z.int(),
    quantity: z.int(),
    unitPrice: z.string().nullable(),
    productIndex: z.int().nullable(),
  }),
  z.object({ kind: z.literal("refund"), at: z.int(), orderId: z.string(), unitCount: z.int().nullable() }),
  z.object({
    kind: z.literal("status"),
    at: z.int(),
    orderId: z.string(),
    status: z.enum([
      "UNPAID",
      "ON_HOLD",
      "AWAITING_SHIPMENT",
      "PARTIALLY_SHIPPING",
      "AWAITING_COLLECTION",
      "IN_TRANSIT",
      "DELIVERED",
      "COMPLETED",
      "CANCELLED",
    ]),
  }),
  z.object({ kind: z.literal("patch"), at: z.int(), orderId: z.string(), patch: jsonObjectSchema }),
]);

const codeSchema = z.object({
  personaId: z.string(),
  scopes: z.array(z.string()),
  issuedAt: z.int(),
  isUsed: z.boolean(),
});

const authorizationSchema = z.object({
  id: z.string(),
  personaId: z.string(),
  scopes: z.array(z.string()),
  grantedAt: z.int(),
  expiresAt: z.int(),
  revokedAt: z.int().nullable(),
  /** Shops that the developer took out with DeauthorizeShop. */
  removedShops: z.array(z.string()),
});

const accessTokenSchema = z.object({
  authorizationId: z.string(),
  expiresAt: z.int(),
  /** When a rotation ends it before its time; null when none did. */
  diesAt: z.int().nullable(),
  /** The refresh token that came with it. */
  refreshToken: z.string().default(""),
});

const refreshTokenSchema = z.object({
  authorizationId: z.string(),
  /** `previous` still works in grace mode until its successor is used. */
  standing: z.enum(["current", "previous", "spent"]),
  successor: z.string().nullable(),
  predecessor: z.string().nullable().default(null),
  /** The access token that came with it. */
  accessToken: z.string(),
});

const addressSchema = z.object({ address: z.string(), createTime: z.int(), updateTime: z.int() });

export const stateSchema = z.object({
  version: z.literal(1),
  anchor: z.int(),
  clockOffsetSeconds: z.number(),
  codes: z.record(z.string(), codeSchema),
  authorizations: z.record(z.string(), authorizationSchema),
  accessTokens: z.record(z.string(), accessTokenSchema),
  refreshTokens: z.record(z.string(), refreshTokenSchema),
  /** Shop id → event type → receiver, as set through the Event API. */
  webhookAddresses: z.record(z.string(), z.record(z.string(), addressSchema)),
  edits: z.array(z.object({ shopId: z.string(), personaId: z.string(), edit: editSchema })),
});

/** Everything that must survive a restart. */
export type SandboxState = Omit<z.infer<typeof stateSchema>, "edits"> & {
  edits: { shopId: string; personaId: string; edit: OrderEdit }[];
};
export type Authorization = z.infer<typeof authorizationSchema>;

export function emptyState(anchor: number): SandboxState {
  return {
    version: 1,
    anchor,
    clockOffsetSeconds: 0,
    codes: {},
    authorizations: {},
    accessTokens: {},
    refreshTokens: {},
    webhookAddresses: {},
    edits: [],
  };
}
