import "server-only";
import { z } from "zod";
import type { AdverseActionStore, SharedBasis } from "#server/ports.ts";
import { type CallFunction, functionsOf } from "./data-api.ts";
import { onceOnly } from "./once-store.ts";
import { adverseAction, scope, storedJson } from "./schemas.ts";
import type { WalletClients } from "./wallet-client.ts";

const basis = z.object({
  shareId: z.uuid(),
  scope,
  snapshotId: z.uuid(),
  report: storedJson<SharedBasis["report"]>(),
}) satisfies z.ZodType<SharedBasis>;

const saved = z.union([
  z.object({ id: z.uuid(), created: z.boolean() }),
  z.object({ error: z.enum(["not_shared", "score_changed", "too_many"]) }),
]);

const marked = z.union([z.object({ marked: z.boolean() }), z.object({ error: z.literal("not_found") })]);

/** Adverse-action drafts: written through the share that a lender holds, read as the wallet at either end. */
export function createAdverseActionStore(call: CallFunction, clientOf: WalletClients): AdverseActionStore {
  return {
    readBasis: (lender, borrower) =>
      call("read_decision_basis", { p_lender: lender, p_borrower: borrower }, basis.nullable()),
    saveDraft: ({ lender, borrower, basis: { shareId, snapshotId }, decision, loanReference, reasons }, once = null) =>
      onceOnly(call, once)(
        "draft_adverse_action",
        {
          p_lender: lender,
          p_borrower: borrower,
          p_share_id: shareId,
          p_snapshot_id: snapshotId,
          p_decision: decision,
          p_loan_reference: loanReference,
          p_draft: { reasons },
        },
        saved,
      ),
    markSent: async (lender, borrower, id) => {
      const args = { p_lender: lender, p_borrower: borrower, p_draft_id: id };
      return "marked" in (await call("mark_notice_sent", args, marked));
    },
    list: (session, end, filter = {}) =>
      functionsOf(clientOf(session))(
        "my_adverse_actions",
        { p_as: end, p_other: filter.with ?? null, p_id: filter.id ?? null },
        z.array(adverseAction),
      ),
  };
}
