import "server-only";
import { getAddress } from "viem";
import { createSiweMessage } from "viem/siwe";

/** Chains that a wallet may name when it signs in; the signature is checked without asking any of them. */
export const signInChainIds = [1, 10, 137, 8453, 42_161, 84_532, 11_155_111] as const;

/** How long a person has for signing. */
export const signInTtlSeconds = 300;

/** The whole EIP-4361 message that a wallet shows and signs. Its domain and address come from configuration only. */
export function signInMessage(request: {
  readonly origin: string;
  readonly wallet: string;
  readonly chainId: number;
  readonly nonce: string;
  readonly issuedAt: Date;
}): string {
  const { origin, wallet, chainId, nonce, issuedAt } = request;
  return createSiweMessage({
    domain: new URL(origin).host,
    address: getAddress(wallet),
    statement: "Sign in to LendFriend. This proves that the wallet is yours. It moves nothing and costs nothing.",
    uri: origin,
    version: "1",
    chainId,
    nonce,
    issuedAt,
    expirationTime: new Date(issuedAt.getTime() + signInTtlSeconds * 1000),
  });
}
