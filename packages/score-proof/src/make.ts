import type { Address, Hex, LocalAccount } from "viem";
import { claimText } from "./claim.ts";
import { merkleProof, merkleRoot, type SaltedClaim } from "./merkle.ts";
import {
  revocationListFormat,
  type ScoreStatement,
  type SignedRevocationList,
  type SignedScore,
  signedScoreFormat,
  statementSchema,
} from "./signed-score.ts";
import { revocationTypedData, scoreTypedData } from "./typed-data.ts";

/** Signs with low s; viem's local accounts do. */
export type ScoreSigner = Pick<LocalAccount, "address" | "signTypedData">;

/** A signed score as its holder keeps it: with every claim and salt. Not for anybody else's eyes. */
export interface HeldScore {
  readonly statement: ScoreStatement;
  readonly signer: Address;
  readonly signature: Hex;
  readonly claims: readonly SaltedClaim[];
}

/** Commits to the claims and signs. Throws `ZodError` for a field out of range, `RangeError` for two equal claims. */
export async function signScore(
  facts: Omit<ScoreStatement, "claimsRoot" | "claimCount">,
  claims: readonly SaltedClaim[],
  signer: ScoreSigner,
): Promise<HeldScore> {
  if (new Set(claims.map(({ claim }) => claimText(claim))).size < claims.length) {
    throw new RangeError("a claim stands twice");
  }
  const statement = statementSchema.parse({ ...facts, claimsRoot: merkleRoot(claims), claimCount: claims.length });
  const signature = await signer.signTypedData(scoreTypedData(statement));
  return { statement, signer: lowerCase(signer.address), signature, claims };
}

/** Signs the list of revoked scores. */
export async function signRevocations(
  list: SignedRevocationList["list"],
  signer: ScoreSigner,
): Promise<SignedRevocationList> {
  const signature = await signer.signTypedData(revocationTypedData(list));
  return { format: revocationListFormat, list, signer: lowerCase(signer.address), signature };
}

/** Cuts a held score to what may be seen: the claims at these positions and no other. Throws `RangeError`. */
export function disclose(held: HeldScore, positions: Iterable<number>): SignedScore {
  const { statement, signer, signature, claims } = held;
  const chosen = [...new Set(positions)].sort((left, right) => left - right);
  return {
    format: signedScoreFormat,
    statement,
    signer,
    signature,
    disclosures: chosen.map((position) => {
      const leaf = claims[position];
      if (!leaf) throw new RangeError("no claim stands at this position");
      return { claim: leaf.claim, salt: leaf.salt, position, proof: merkleProof(claims, position) };
    }),
  };
}

function lowerCase(address: Address): Address {
  return `0x${address.slice(2).toLowerCase()}`;
}
