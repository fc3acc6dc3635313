import "server-only";
import type { ContractWallets, Ports } from "#server/ports.ts";
import { signatureMatches } from "./signature-matches.ts";

/** What showed a wallet to be its owner's: its own key, or its contract on one chain (as CAIP-2 names chains). */
export type Proof = "key" | `eip155:${number}`;

/**
 * What proves that a wallet signed a message: its own key, or, when that does not match, its contract on the message's
 * chain; null for neither. The key comes first and needs no network. Never throws: what cannot be told does not count.
 */
export async function proofOf(
  { contractWallets }: Pick<Ports, "contractWallets">,
  claim: Parameters<ContractWallets["confirms"]>[0],
): Promise<Proof | null> {
  const { wallet, chainId, message, signature } = claim;
  if (await signatureMatches(wallet, message, signature)) return "key";
  return (await contractWallets.confirms(claim)) ? `eip155:${chainId}` : null;
}
