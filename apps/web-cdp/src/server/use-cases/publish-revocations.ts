import "server-only";
import { type SignedRevocationList, signRevocations } from "@lendfriend/score-proof";
import type { Ports } from "#server/ports.ts";

/** The list of revoked scores as it is now, signed: whoever saved a copy can tell how old it is. */
export async function publishRevocations({
  now,
  origin,
  scoreSigner,
  signedScores,
}: Pick<Ports, "now" | "origin" | "scoreSigner" | "signedScores">): Promise<SignedRevocationList> {
  const madeAt = Math.floor(now().getTime() / 1_000);
  const revoked = await signedScores.listRevoked();
  return signRevocations({ issuer: origin, madeAt, revoked: [...revoked] }, scoreSigner.account);
}
