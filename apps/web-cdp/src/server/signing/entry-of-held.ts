import "server-only";
import type { HeldScore } from "@lendfriend/score-proof";
import type { SignedScoreEntry } from "#server/contract.ts";

/** A score that has just been signed, as its owner lists it. */
export function entryOfHeld({ statement, claims }: HeldScore): SignedScoreEntry {
  return {
    id: statement.id,
    statement,
    claims: claims.map(({ claim }) => claim),
    issuedAt: new Date(statement.issuedAt * 1_000).toISOString(),
    expiresAt: new Date(statement.expiresAt * 1_000).toISOString(),
    revokedAt: null,
    status: "live",
  };
}
