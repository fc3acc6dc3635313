import type { Address } from "viem";
import { revocationListSchema, type ScoreStatement } from "./signed-score.ts";
import { judgeSignature, revocationDigest } from "./typed-data.ts";

/**
 * What a revocation list says of one score. `list_too_old`: it was made before the score, so it cannot know of it.
 * `list_refused`: it is no list, or not signed by anybody trusted. Times are unix seconds.
 */
export type RevocationState =
  | { readonly state: "not_checked" | "list_refused" }
  | { readonly state: "not_listed" | "list_too_old"; readonly madeAt: number }
  | { readonly state: "revoked"; readonly madeAt: number; readonly revokedAt: number };

/** Reads a list for one score. Never throws. */
export function judgeRevocation(
  { id, issuedAt }: ScoreStatement,
  trust: { readonly issuer: string; readonly signers: readonly Address[] },
  document: unknown,
): RevocationState {
  if (document === null || document === undefined) return { state: "not_checked" };
  const parsed = revocationListSchema.safeParse(document);
  if (!parsed.success) return { state: "list_refused" };
  const { list, signature, signer } = parsed.data;
  if (list.issuer !== trust.issuer || !trust.signers.includes(signer)) return { state: "list_refused" };
  const signed = judgeSignature(revocationDigest(list), signature, signer);
  if (signed !== "by_named_signer") return { state: "list_refused" };
  const found = list.revoked.find((entry) => entry.id === id);
  if (found) return { state: "revoked", madeAt: list.madeAt, revokedAt: found.revokedAt };
  return { state: list.madeAt < issuedAt ? "list_too_old" : "not_listed", madeAt: list.madeAt };
}
