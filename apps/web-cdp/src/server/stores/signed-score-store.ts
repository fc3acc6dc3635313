import "server-only";
import type { IncomeMetrics, ScoreReport } from "@lendfriend/credit-score";
import type { HeldScore } from "@lendfriend/score-proof";
import { z } from "zod";
import type { SignedScoreStore } from "#server/ports.ts";
import { entryOfHeld } from "#server/signing/entry-of-held.ts";
import { type CallFunction, functionsOf } from "./data-api.ts";
import { onceOnly } from "./once-store.ts";
import { signedScoreEntry, storedJson } from "./schemas.ts";
import type { WalletClients } from "./wallet-client.ts";

const signable = z.object({
  snapshotId: z.uuid(),
  report: storedJson<ScoreReport>(),
  inputs: storedJson<IncomeMetrics>(),
  newerIsProvisional: z.boolean(),
});

const stored = z.union([
  z.object({ stored: z.literal(true), entry: signedScoreEntry.optional() }),
  z.object({ error: z.enum(["no_snapshot", "too_many", "too_many_today"]) }),
]);

const revokedEntry = z.object({ id: z.uuid(), revokedAt: z.number().int() });
const sharedEntry = z.object({ issuedAt: z.string(), expiresAt: z.string() });

/** Signed scores: written by the service's functions, read as the wallet that they are about. */
export function createSignedScoreStore(call: CallFunction, clientOf: WalletClients): SignedScoreStore {
  return {
    findSignable: (session) => functionsOf(clientOf(session))("my_signable_score", {}, signable.nullable()),
    save: async (wallet, snapshotId, held, once = null) => {
      const made = entryOfHeld(held);
      const args = { p_wallet: wallet, p_snapshot_id: snapshotId, p_held: held };
      const instead = { stored: true, entry: made };
      const outcome = await onceOnly(call, once, instead)("store_signed_score", args, stored);
      return "error" in outcome ? outcome.error : (outcome.entry ?? made);
    },
    list: (session) => functionsOf(clientOf(session))("my_signed_scores", {}, z.array(signedScoreEntry)),
    findHeld: (session, id) =>
      functionsOf(clientOf(session))("my_signed_score", { p_id: id }, storedJson<HeldScore>().nullable()),
    revoke: async (wallet, id) => {
      const args = { p_wallet: wallet, p_id: id };
      return (await call("revoke_signed_score", args, z.object({ revoked: z.boolean() }))).revoked;
    },
    listRevoked: () => call("list_revoked_scores", {}, z.array(revokedEntry)),
    listShared: (lender, borrower) =>
      call("shared_signed_scores", { p_lender: lender, p_borrower: borrower }, z.array(sharedEntry)),
  };
}
