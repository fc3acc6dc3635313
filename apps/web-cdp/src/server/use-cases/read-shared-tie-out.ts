import "server-only";
import type { Session } from "#server/contract.ts";
import type { Ports } from "#server/ports.ts";
import type { TieOutPage, TieOutQuery } from "#server/tie-out-page.ts";
import { walletFrom } from "#server/wallet.ts";

/** The tie-out of a borrower who shares metrics with the signed-in wallet; null for everything else, alike. The read is logged with it. */
export async function readSharedTieOut(
  { tieOuts }: Pick<Ports, "tieOuts">,
  session: Session,
  borrower: string,
  query: TieOutQuery,
): Promise<{ readonly tieOut: TieOutPage | null } | null> {
  const wallet = walletFrom(borrower);
  return wallet === null ? null : tieOuts.readSharedTieOut(session.wallet, wallet, query);
}
