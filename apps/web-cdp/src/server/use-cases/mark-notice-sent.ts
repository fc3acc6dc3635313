import "server-only";
import { withStatements } from "#server/adverse-action/statements.ts";
import type { AdverseAction, Session } from "#server/contract.ts";
import { AppError } from "#server/errors.ts";
import type { Ports } from "#server/ports.ts";
import { isUuid } from "#server/uuid.ts";
import { walletFrom } from "#server/wallet.ts";

/** Records that the signed-in lender sent the notice of an own draft; the first time stands. Throws `not_found`. */
export async function markNoticeSent(
  { adverseActions, log, origin }: Pick<Ports, "adverseActions" | "log" | "origin">,
  session: Session,
  input: { readonly borrower: string; readonly id: string },
): Promise<AdverseAction> {
  const borrower = walletFrom(input.borrower);
  const id = input.id.toLowerCase();
  const isMarked = borrower !== null && isUuid(id) && (await adverseActions.markSent(session.wallet, borrower, id));
  const [draft] = isMarked ? await adverseActions.list(session, "lender", { id }) : [];
  if (!draft) throw new AppError("not_found", "You have no draft of that id about this borrower.");
  log.info("adverse_action.notice_sent", { id, lender: session.wallet });
  return withStatements(draft, origin);
}
