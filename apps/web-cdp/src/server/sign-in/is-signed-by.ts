import "server-only";
import type { ContractWallets, Ports } from "#server/ports.ts";
import { signatureMatches } from "./signature-matches.ts";

/**
 * Whether a wallet signed a message: with its own key, or, when that does not match, as a contract on the message's
 * chain. The key comes first and needs no network. Never throws: what cannot be told does not count.
 */
export async function isSignedBy(
  { contractWallets }: Pick<Ports, "contractWallets">,
  claim: Parameters<ContractWallets["confirms"]>[0],
): Promise<boolean> {
  const { wallet, message, signature } = claim;
  return (await signatureMatches(wallet, message, signature)) || contractWallets.confirms(claim);
}
