import "server-only";
import {
  encodeDeployData,
  encodeFunctionData,
  erc6492SignatureValidatorAbi,
  erc6492SignatureValidatorByteCode,
  type Hex,
  hashMessage,
  isErc6492Signature,
} from "viem";
import type { Env } from "#server/env.ts";
import type { Log } from "#server/log.ts";
import type { ContractWallets } from "#server/ports.ts";
import { createChainReader } from "./chain-reader.ts";

/** Long enough for a wallet of many owners, or for one that is deployed on the way. */
const maxSignatureBytes = 4_096;

/** ERC-1271: the selector of `isValidSignature` in a whole word, and nothing after it. */
const yes = `0x1626ba7e${"0".repeat(56)}`;

/** EIP-7702: the code of an account that has a key of its own and lends another contract's code. */
const delegationPrefix = "0xef0100";

const isValidSignatureAbi = [
  {
    name: "isValidSignature",
    type: "function",
    stateMutability: "view",
    inputs: [
      { name: "hash", type: "bytes32" },
      { name: "signature", type: "bytes" },
    ],
    outputs: [{ name: "", type: "bytes4" }],
  },
] as const;

/**
 * Asks contracts by `eth_call` alone, on the chain that the message names, with bounded gas, time and size; nothing is
 * ever sent to a chain. Chains without an endpoint have no contract wallets. A failure is logged by its kind, because an
 * endpoint's address may hold a key, and counts as no.
 */
export function createContractWallets(settings: Env["contractWallets"], log: Log): ContractWallets {
  return {
    async confirms({ wallet, chainId, message, signature }) {
      const rpcUrl = settings.rpcUrls.get(chainId);
      if (rpcUrl === undefined || !isHexOfAtMost(signature, maxSignatureBytes) || !isHexOfAtMost(wallet, 20))
        return false;
      const claim = { chainId, rpcUrl, wallet, hash: hashMessage(message), signature };
      try {
        return await ask(claim, settings.acceptUndeployed);
      } catch (error) {
        log.warn("contract_wallet.not_asked", { chainId, reason: error instanceof Error ? error.name : "unknown" });
        return false;
      }
    },
  };
}

interface Claim {
  readonly chainId: number;
  readonly rpcUrl: string;
  readonly wallet: Hex;
  readonly hash: Hex;
  readonly signature: Hex;
}

async function ask({ chainId, rpcUrl, wallet, hash, signature }: Claim, acceptUndeployed: boolean): Promise<boolean> {
  const chain = createChainReader(rpcUrl);
  const [answeringChain, code] = await Promise.all([chain.readChainId(), chain.readCode(wallet)]);
  if (answeringChain !== chainId) throw new WrongChainError();
  // Whoever holds an account's key can lend it any code, so its key alone speaks for it.
  if (code.startsWith(delegationPrefix)) return false;
  if (isErc6492Signature(signature)) return acceptUndeployed && isYes(await chain.call(validatorCall()));
  return code !== "0x" && (await chain.call({ to: wallet, data: ownCall() })) === yes;

  function ownCall(): Hex {
    return encodeFunctionData({ abi: isValidSignatureAbi, functionName: "isValidSignature", args: [hash, signature] });
  }

  /** Deploys the wallet and asks it, inside one call that leaves no trace. */
  function validatorCall(): { readonly data: Hex } {
    const args = [wallet, hash, signature] as const;
    return {
      data: encodeDeployData({ abi: erc6492SignatureValidatorAbi, args, bytecode: erc6492SignatureValidatorByteCode }),
    };
  }
}

/** The validator answers one byte; some nodes hand it out as a word. */
function isYes(answer: Hex): boolean {
  return answer === "0x01" || answer === `0x${"1".padStart(64, "0")}`;
}

/** An endpoint was configured for another chain than it serves. */
class WrongChainError extends Error {
  override readonly name = "WrongChainError";
}

function isHexOfAtMost(text: string, maxBytes: number): text is Hex {
  return text.length <= 2 + 2 * maxBytes && /^0x(?:[0-9a-f]{2})+$/i.test(text);
}
