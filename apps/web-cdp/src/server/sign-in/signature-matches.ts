import "server-only";
import { recoverMessageAddress } from "viem";

const halfCurveOrder = 0x7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0n;

/**
 * Whether `wallet` (lower-case) signed `message` itself, by EIP-191 and one 65-byte signature in its canonical form
 * (low s), so that no second valid signature can be made from a first. Never throws: what is malformed does not match.
 */
export async function signatureMatches(wallet: string, message: string, signature: string): Promise<boolean> {
  if (!isCanonical(signature)) return false;
  try {
    const signer = await recoverMessageAddress({ message, signature });
    return signer.toLowerCase() === wallet;
  } catch {
    return false;
  }
}

/** Zeros, and numbers beyond the curve, are refused by the recovery itself. */
function isCanonical(signature: string): signature is `0x${string}` {
  const match = /^0x[0-9a-f]{64}([0-9a-f]{64})(?:00|01|1b|1c)$/i.exec(signature);
  return match !== null && BigInt(`0x${match[1]}`) <= halfCurveOrder;
}
