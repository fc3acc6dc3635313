import "server-only";
import { disclose, type SignedScore } from "@lendfriend/score-proof";
import type { Session } from "#server/contract.ts";
import { AppError } from "#server/errors.ts";
import type { Ports } from "#server/ports.ts";
import { isUuid } from "#server/uuid.ts";

/**
 * The file for a lender: an own signed score with the claims at these positions, and no other claim or salt. Throws
 * `not_found`, or `bad_request` for a position without a claim.
 */
export async function discloseSignedScore(
  { signedScores }: Pick<Ports, "signedScores">,
  session: Session,
  { id, positions }: { readonly id: string; readonly positions: readonly number[] },
): Promise<SignedScore> {
  const held = isUuid(id) ? await signedScores.findHeld(session, id) : null;
  if (held === null) throw new AppError("not_found", "There is no such signed score.");
  try {
    return disclose(held, positions);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new AppError("bad_request", "positions names a claim that does not exist.", { cause: error });
  }
}
