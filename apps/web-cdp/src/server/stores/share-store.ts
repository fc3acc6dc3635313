import "server-only";
import { z } from "zod";
import type { ShareStore } from "#server/ports.ts";
import { type CallFunction, functionsOf } from "./data-api.ts";
import { onceOnly } from "./once-store.ts";
import * as answer from "./schemas.ts";
import type { WalletClients } from "./wallet-client.ts";

const created = z.union([
  answer.share,
  z.object({ error: z.enum(["lender_is_borrower", "expiry_in_past", "too_many"]) }),
]);

/** Shares: written and read across wallets by the service's functions, listed as the wallet that made them. */
export function createShareStore(call: CallFunction, clientOf: WalletClients): ShareStore {
  return {
    createShare: ({ wallet, lender, scope, purpose, expiresAt }, once = null) =>
      onceOnly(call, once)(
        "create_share",
        {
          p_wallet: wallet,
          p_lender: lender,
          p_scope: scope,
          p_purpose: purpose,
          p_expires_at: expiresAt.toISOString(),
        },
        created,
      ),
    revokeShare: async (wallet, shareId) => {
      const schema = z.object({ revoked: z.boolean() });
      const { revoked } = await call("revoke_share", { p_wallet: wallet, p_share_id: shareId }, schema);
      return revoked;
    },
    listShares: (session) => functionsOf(clientOf(session))("my_shares", {}, z.array(answer.share)),
    listAccess: (session) => functionsOf(clientOf(session))("my_access_log", {}, z.array(answer.accessEntry)),
    listBorrowers: (lender) => call("list_shared_borrowers", { p_lender: lender }, z.array(answer.sharedBorrower)),
    bothShareScores: async (lender, first, second) => {
      const args = { p_lender: lender, p_first: first, p_second: second };
      const { shared } = await call("both_share_scores", args, z.object({ shared: z.boolean() }));
      return shared;
    },
    readSharedScore: (lender, borrower) =>
      call("read_shared_score", { p_lender: lender, p_borrower: borrower }, answer.sharedScore.nullable()),
  };
}
