import "server-only";
import type { Comparison, Session } from "#server/contract.ts";
import type { Ports } from "#server/ports.ts";
import { readSharedScore } from "./read-shared-score.ts";

/**
 * Two borrowers as each shares with the signed-in wallet. Nothing is read, and so no look is logged, unless both can be
 * shown; `choose` while there are no two different ones to compare.
 */
export async function compareShared(
  { shares }: Pick<Ports, "shares">,
  session: Session,
  { first, second }: { readonly first: string | null; readonly second: string | null },
): Promise<Comparison> {
  const borrowers = await shares.listBorrowers(session.wallet);
  if (first === null || second === null || first === second) return { outcome: "choose", borrowers };
  const scored = new Set(borrowers.filter(({ asOf }) => asOf !== null).map(({ wallet }) => wallet));
  if (!scored.has(first) || !scored.has(second)) return { outcome: "not_shared" };
  const [one, two] = [
    await readSharedScore({ shares }, session, first),
    await readSharedScore({ shares }, session, second),
  ];
  // Taken back in the same moment.
  if (one === null || two === null) return { outcome: "not_shared" };
  return {
    outcome: "compared",
    borrowers,
    first: { wallet: first, shared: one },
    second: { wallet: second, shared: two },
  };
}
