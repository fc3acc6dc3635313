import "server-only";
import type { NextTier } from "@lendfriend/credit-score";
import type { Session } from "#server/contract.ts";
import { AppError } from "#server/errors.ts";
import { nextTierOf } from "#server/next-tier-of.ts";
import type { Ports } from "#server/ports.ts";

/**
 * What each single change would have to be for the wallet's score to reach its next tier; null in the highest one. Throws
 * `not_found` without a score.
 */
export async function findNextTier({ scores }: Pick<Ports, "scores">, session: Session): Promise<NextTier | null> {
  const inputs = await scores.findInputs(session);
  if (inputs === null) throw new AppError("not_found", "There is no score yet: connect a shop and let it import.");
  return nextTierOf(inputs);
}
