import { secp256k1 } from "@noble/curves/secp256k1";
import { type Address, type Hex, hashTypedData, keccak256, slice, stringToHex } from "viem";
import type { ScoreStatement, SignedRevocationList } from "./signed-score.ts";

/** EIP-712 domain of one deployment. The salt is bound to its origin: a signature of another one never passes here. */
export function scoreDomain(issuer: string) {
  return { name: "LendFriend Signed Score", version: "1", salt: keccak256(stringToHex(issuer)) } as const;
}

const scoreTypes = {
  SignedScore: [
    { name: "id", type: "string" },
    { name: "issuer", type: "string" },
    { name: "subject", type: "address" },
    { name: "scoreMillipoints", type: "uint32" },
    { name: "tier", type: "string" },
    { name: "model", type: "string" },
    { name: "modelHash", type: "bytes32" },
    { name: "windowFrom", type: "uint64" },
    { name: "windowTo", type: "uint64" },
    { name: "asOf", type: "uint64" },
    { name: "provisional", type: "bool" },
    { name: "confidenceMillipoints", type: "uint32" },
    { name: "integrity", type: "string" },
    { name: "claimsRoot", type: "bytes32" },
    { name: "claimCount", type: "uint16" },
    { name: "issuedAt", type: "uint64" },
    { name: "expiresAt", type: "uint64" },
  ],
} as const;

const revocationTypes = {
  RevocationList: [
    { name: "issuer", type: "string" },
    { name: "madeAt", type: "uint64" },
    { name: "revoked", type: "Revocation[]" },
  ],
  Revocation: [
    { name: "id", type: "string" },
    { name: "revokedAt", type: "uint64" },
  ],
} as const;

/** The EIP-712 typed data of a statement, as `signTypedData` and `hashTypedData` of viem take it. */
export function scoreTypedData(statement: ScoreStatement) {
  return {
    domain: scoreDomain(statement.issuer),
    types: scoreTypes,
    primaryType: "SignedScore",
    message: {
      ...statement,
      windowFrom: BigInt(statement.windowFrom),
      windowTo: BigInt(statement.windowTo),
      asOf: BigInt(statement.asOf),
      issuedAt: BigInt(statement.issuedAt),
      expiresAt: BigInt(statement.expiresAt),
    },
  } as const;
}

/** The EIP-712 typed data of a revocation list. */
export function revocationTypedData(list: SignedRevocationList["list"]) {
  return {
    domain: scoreDomain(list.issuer),
    types: revocationTypes,
    primaryType: "RevocationList",
    message: {
      issuer: list.issuer,
      madeAt: BigInt(list.madeAt),
      revoked: list.revoked.map(({ id, revokedAt }) => ({ id, revokedAt: BigInt(revokedAt) })),
    },
  } as const;
}

/** EIP-712 digest of a statement. */
export function scoreDigest(statement: ScoreStatement): Hex {
  return hashTypedData(scoreTypedData(statement));
}

/** EIP-712 digest of a revocation list. */
export function revocationDigest(list: SignedRevocationList["list"]): Hex {
  return hashTypedData(revocationTypedData(list));
}

const halfOrder = 0x7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0n;

/** How a signature relates to the address that a document names. */
export type SignatureState = "by_named_signer" | "not_by_named_signer" | "malleable";

/**
 * Judges a signature r ‖ s ‖ v over a digest. `malleable`: it has the high s or the odd v that a second spelling of
 * the same signature would have, which we never write. Never throws.
 */
export function judgeSignature(digest: Hex, signature: Hex, signer: Address): SignatureState {
  const s = BigInt(`0x${signature.slice(66, 130)}`);
  if (s > halfOrder || !/1[bc]$/.test(signature)) return "malleable";
  return signerOf(digest, signature) === signer ? "by_named_signer" : "not_by_named_signer";
}

/** The address that signed, or null. Not viem's: that one loads the curve at its first call, which fails offline. */
function signerOf(digest: Hex, signature: Hex): Address | null {
  const point = recoverPoint(digest, signature);
  return point === null ? null : slice(keccak256(`0x${point.toHex(false).slice(2)}`), 12);
}

function recoverPoint(digest: Hex, signature: Hex) {
  try {
    return secp256k1.Signature.fromCompact(signature.slice(2, 130))
      .addRecoveryBit(signature.endsWith("1c") ? 1 : 0)
      .recoverPublicKey(digest.slice(2));
  } catch {
    // Numbers that no signature has: nobody signed.
    return null;
  }
}
