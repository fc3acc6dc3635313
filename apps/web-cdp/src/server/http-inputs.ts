import "server-only";
import { z } from "zod";
import { decision, scope } from "./stores/schemas.ts";
import { walletInput } from "./wallet.ts";

/*
 * What routes take: bodies and queries, checked by `readJson` and `readQuery`. The HTTP document (openapi/) describes
 * the same schemas, so that it cannot promise what a route refuses.
 */

export const challengeInput = z.strictObject({ address: z.string().max(64), chainId: z.int() });

/** A message of ours and the wallet's signature of it: to sign in, and again for what ends or deletes something. */
export const signedInput = z.strictObject({ message: z.string(), signature: z.string() });

export const confirmationInput = z.discriminatedUnion("act", [
  z.strictObject({
    act: z.enum(["connection.disconnect", "connection.delete"]),
    object: z.string().max(64),
    chainId: z.int(),
  }),
  z.strictObject({ act: z.literal("account.delete"), chainId: z.int() }),
]);

const sha256Hex = z.string().regex(/^[0-9a-f]{64}$/);

export const connectQuery = z.object({
  wallet: walletInput,
  account: z.enum(["seller", "creator"]).default("seller"),
  market: z.enum(["US", "ROW"]).default("US"),
  consentText: sha256Hex.nullable().default(null),
});

export const disconnectQuery = z.object({ data: z.enum(["keep", "delete"]).default("keep") });

export const changesQuery = z.object({ from: sha256Hex.optional(), to: sha256Hex.optional() });

/** `after`: the mark of the last state that a page has, where it cannot send the header `last-event-id`. */
export const liveQuery = z.object({ after: z.string().max(64).optional() });

export const whatIfInput = z.strictObject({
  changes: z.record(z.string().max(64), z.union([z.number(), z.string().max(64)])),
});

/** Typed by the person and signed by the wallet: no slip of the mouse and no stolen session deletes an account. */
export const deleteAccountInput = signedInput.extend({ confirm: z.literal("delete my account") });

export const adverseActionInput = z.strictObject({
  decision,
  loanReference: z.string().max(2000).nullable().default(null),
  snapshotId: z.uuid().nullable().default(null),
});

export const shareInput = z.strictObject({
  lender: z.string().max(64),
  scope,
  purpose: z.string().max(2000),
  expiresAt: z.union([z.iso.datetime({ offset: true }), z.iso.date()]),
});

export const signedScoreInput = z.strictObject({ days: z.number().int().min(1).max(90).default(30) });

export const disclosureInput = z.strictObject({ positions: z.array(z.number().int().min(0).max(255)).max(256) });
