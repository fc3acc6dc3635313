import type { Address, Hex } from "viem";
import { z } from "zod";
import { claimSchema } from "./claim.ts";
import { maxLeaves } from "./merkle.ts";

/*
 * The file that a borrower hands to a lender. Objects are strict: a field that is not signed cannot ride along.
 */

export const signedScoreFormat = "lendfriend-signed-score/1";
export const revocationListFormat = "lendfriend-revoked-scores/1";

/** A signed score lives this long at most. */
export const longestLifeSeconds = 90 * 86_400;

const bytes32 = z.custom<Hex>((text) => typeof text === "string" && /^0x[0-9a-f]{64}$/.test(text));
const address = z.custom<Address>((text) => typeof text === "string" && /^0x[0-9a-f]{40}$/.test(text));
const signature = z.custom<Hex>((text) => typeof text === "string" && /^0x[0-9a-f]{130}$/.test(text));
/** Unix seconds of this era. */
const seconds = z.number().int().min(0).max(253_402_300_799);
const word = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,39}$/);
/** An origin, as browsers write it. */
const issuer = z.string().regex(/^https?:\/\/[a-z0-9.[\]:-]{1,253}$/);
const id = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);

/** What is signed. Every field is covered by the signature. */
export const statementSchema = z.strictObject({
  id,
  /** Origin of the deployment that signed. */
  issuer,
  /** The borrower's wallet. */
  subject: address,
  /** Thousandths of a point, 0 to 100,000. */
  scoreMillipoints: z.number().int().min(0).max(100_000),
  tier: word,
  model: word,
  modelHash: bytes32,
  windowFrom: seconds,
  /** Exclusive. */
  windowTo: seconds,
  asOf: seconds,
  /** Whether parts of the import were missing. Our server signs no provisional score; the field lets a reader see it. */
  provisional: z.boolean(),
  /** Thousandths of a point of confidence, 0 to 100,000. */
  confidenceMillipoints: z.number().int().min(0).max(100_000),
  integrity: word,
  claimsRoot: bytes32,
  claimCount: z.number().int().min(1).max(maxLeaves),
  issuedAt: seconds,
  expiresAt: seconds,
});
export type ScoreStatement = Readonly<z.infer<typeof statementSchema>>;

const disclosureSchema = z.strictObject({
  claim: claimSchema,
  salt: bytes32,
  position: z
    .number()
    .int()
    .min(0)
    .max(maxLeaves - 1),
  proof: z.array(bytes32).max(Math.log2(maxLeaves)),
});
/** One revealed claim with the way from its leaf to the signed root. */
export type Disclosure = Readonly<z.infer<typeof disclosureSchema>>;

export const signedScoreSchema = z.strictObject({
  format: z.literal(signedScoreFormat),
  statement: statementSchema,
  signer: address,
  signature,
  disclosures: z.array(disclosureSchema).max(maxLeaves),
});
/** A signed score with the claims that its holder chose to reveal. */
export type SignedScore = Readonly<z.infer<typeof signedScoreSchema>>;

export const revocationListSchema = z.strictObject({
  format: z.literal(revocationListFormat),
  list: z.strictObject({
    issuer,
    madeAt: seconds,
    revoked: z.array(z.strictObject({ id, revokedAt: seconds })).max(100_000),
  }),
  signer: address,
  signature,
});
/** Every revoked score that would not have expired yet, signed as a whole. */
export type SignedRevocationList = Readonly<z.infer<typeof revocationListSchema>>;
