import { getCurrentUser, initialize, signEvmMessage } from "@coinbase/cdp-core";
import { embeddedSignerId } from "./embedded-signer-id.ts";
import type { Signer } from "./signer.ts";

const baseChainId = 8453;

/**
 * Starts Coinbase's embedded wallet: a plain account (not a smart one), so that its signature can be checked without
 * asking a chain.
 */
export function startEmbeddedWallet(projectId: string): Promise<void> {
  return initialize({ projectId, disableAnalytics: true, ethereum: { createOnLogin: "eoa" } });
}

/** The account of whoever is logged in at Coinbase, called `name`; null for nobody. Needs the wallet to be started. */
export async function embeddedSigner(name: string): Promise<Signer | null> {
  const user = await getCurrentUser();
  const address = user?.evmAccountObjects?.[0]?.address;
  if (!isHexText(address)) return null;
  return {
    id: embeddedSignerId,
    name,
    signsAtOnce: true,
    connect: async () => ({ address, chainId: baseChainId }),
    sign: async (message) => (await signEvmMessage({ evmAccount: address, message })).signature,
  };
}

function isHexText(text: string | undefined): text is `0x${string}` {
  return text?.startsWith("0x") === true;
}
