import "server-only";
import { type DisclosedLedger, type PrincipalReason, principalReasons } from "@lendfriend/credit-score";
import type { DecisionBasis, Session } from "#server/contract.ts";
import type { Ports, SharedBasis } from "#server/ports.ts";
import { walletFrom } from "#server/wallet.ts";

/** What a decision of the signed-in lender would rest on; null for everything that is not shared, alike. The read is logged with it. */
export async function readDecisionBasis(
  { adverseActions }: Pick<Ports, "adverseActions">,
  session: Session,
  borrower: string,
): Promise<DecisionBasis | null> {
  const wallet = walletFrom(borrower);
  const basis = wallet === null ? null : await adverseActions.readBasis(session.wallet, wallet);
  if (basis === null) return null;
  const { snapshotId, scope, report } = basis;
  return {
    snapshotId,
    scope,
    asOf: report.asOf,
    score: report.score ?? null,
    tier: report.tier,
    provisional: report.provisional ?? false,
    reasons: reasonsOf(basis),
  };
}

/** The reasons that a share shows; null when its scope shows no line of the score. */
export function reasonsOf({ report: { factors, caps } }: SharedBasis): readonly PrincipalReason[] | null {
  if (!factors || !caps) return null;
  const ledger: DisclosedLedger = { factors, caps };
  return principalReasons(ledger);
}
