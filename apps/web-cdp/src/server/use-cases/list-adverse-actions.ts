import "server-only";
import { withStatements } from "#server/adverse-action/statements.ts";
import type { AdverseAction, Session } from "#server/contract.ts";
import type { Ports } from "#server/ports.ts";
import { walletFrom } from "#server/wallet.ts";

type Needs = Pick<Ports, "adverseActions" | "origin">;

/** The signed-in lender's own drafts, newest first: about one borrower, or all. A lender keeps them when the share has ended. */
export async function listAdverseActions(
  { adverseActions, origin }: Needs,
  session: Session,
  borrower: string | null,
): Promise<readonly AdverseAction[]> {
  const wallet = borrower === null ? undefined : walletFrom(borrower);
  if (wallet === null) return [];
  const drafts = await adverseActions.list(session, "lender", wallet === undefined ? {} : { with: wallet });
  return drafts.map((draft) => withStatements(draft, origin));
}

/** What lenders recorded about the signed-in borrower, newest first. */
export async function listDecisionsAbout(
  { adverseActions, origin }: Needs,
  session: Session,
): Promise<readonly AdverseAction[]> {
  return (await adverseActions.list(session, "borrower")).map((draft) => withStatements(draft, origin));
}
