import "server-only";
import type { Session, SharedScore } from "#server/contract.ts";
import type { Ports } from "#server/ports.ts";
import { walletFrom } from "#server/wallet.ts";

/** What one borrower shares with the signed-in wallet; null for everything else, alike. The read is logged with it. */
export async function readSharedScore(
  { shares }: Pick<Ports, "shares">,
  session: Session,
  borrower: string,
): Promise<SharedScore | null> {
  const wallet = walletFrom(borrower);
  return wallet === null ? null : shares.readSharedScore(session.wallet, wallet);
}
