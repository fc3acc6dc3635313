import "server-only";
import type { Comparison, Session } from "#server/contract.ts";
import type { Ports } from "#server/ports.ts";
import { readSharedScore } from "./read-shared-score.ts";

/**
 * Two borrowers as each shares with the signed-in wallet. Nothing is read, and so no look is logged, unless both can be
 * shown; `choose` while there are no two different ones to compare. The list to choose from is a look at whoever is in it.
 */
export async function compareShared(
  { shares }: Pick<Ports, "shares">,
  session: Session,
  { first, second }: { readonly first: string | null; readonly second: string | null },
): Promise<Comparison> {
  if (first === null || second === null || first === second) {
    return { outcome: "choose", borrowers: await shares.listBorrowers(session.wallet) };
  }
  if (!(await shares.bothShareScores(session.wallet, first, second))) return { outcome: "not_shared" };
  const [one, two] = [
    await readSharedScore({ shares }, session, first),
    await readSharedScore({ shares }, session, second),
  ];
  // Taken back in the same moment.
  if (one === null || two === null) return { outcome: "not_shared" };
  return {
    outcome: "compared",
    borrowers: await shares.listBorrowers(session.wallet),
    first: { wallet: first, shared: one },
    second: { wallet: second, shared: two },
  };
}
