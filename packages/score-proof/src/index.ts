export { type Claim, canonicalDecimal, claimText } from "./claim.ts";
export { disclose, type HeldScore, type ScoreSigner, signRevocations, signScore } from "./make.ts";
export { isInTree, leafHash, maxLeaves, merkleProof, merkleRoot, type SaltedClaim } from "./merkle.ts";
export type { RevocationState } from "./revocation.ts";
export {
  type Disclosure,
  longestLifeSeconds,
  revocationListSchema,
  type ScoreStatement,
  type SignedRevocationList,
  type SignedScore,
  signedScoreSchema,
} from "./signed-score.ts";
export { revocationTypedData, scoreDigest, scoreDomain, scoreTypedData } from "./typed-data.ts";
export {
  type CheckName,
  type CheckOutcome,
  type Trust,
  type Verdict,
  type VerdictCode,
  verifySignedScore,
} from "./verify.ts";
