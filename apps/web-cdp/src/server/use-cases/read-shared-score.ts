import "server-only";
import { changeStory } from "@lendfriend/credit-score";
import type { Session, SharedScore } from "#server/contract.ts";
import type { Ports } from "#server/ports.ts";
import { walletFrom } from "#server/wallet.ts";

/**
 * What one borrower shares with the signed-in wallet; null for everything else, alike. The read is logged with it. The story of
 * its last change is told where the figures of both scores were shared.
 */
export async function readSharedScore(
  { shares }: Pick<Ports, "shares">,
  session: Session,
  borrower: string,
): Promise<SharedScore | null> {
  const wallet = walletFrom(borrower);
  const stored = wallet === null ? null : await shares.readSharedScore(session.wallet, wallet);
  if (stored === null) return null;
  const { compared, ...shared } = stored;
  return { ...shared, changes: compared?.from ? changeStory(compared.from, compared.to) : null };
}
