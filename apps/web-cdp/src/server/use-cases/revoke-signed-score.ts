import "server-only";
import type { Session } from "#server/contract.ts";
import { AppError } from "#server/errors.ts";
import type { Ports } from "#server/ports.ts";
import { isUuid } from "#server/uuid.ts";

/** Puts an own signed score on the public list of revoked ones. Throws `not_found` when there is none to revoke. */
export async function revokeSignedScore(
  { log, signedScores }: Pick<Ports, "log" | "signedScores">,
  session: Session,
  id: string,
): Promise<void> {
  const revoked = isUuid(id) && (await signedScores.revoke(session.wallet, id));
  if (!revoked) throw new AppError("not_found", "There is no such signed score, or it was revoked before.");
  log.info("signed_score.revoked", { id: id.toLowerCase(), wallet: session.wallet });
}
