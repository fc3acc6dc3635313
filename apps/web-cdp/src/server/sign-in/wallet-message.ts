import "server-only";
import { getAddress } from "viem";
import { createSiweMessage } from "viem/siwe";

/** How long a person has for signing. */
export const messageTtlSeconds = 300;

/** No message of ours is longer, so nothing longer is looked up. */
export const maxMessageBytes = 2048;

/** What a person reads before signing in. */
export const signInStatement =
  "Sign in to LendFriend. This proves that the wallet is yours. It moves nothing and costs nothing.";

/** The whole EIP-4361 message that a wallet shows and signs. Its domain and address come from configuration only. */
export function walletMessage(request: {
  readonly origin: string;
  readonly wallet: string;
  readonly chainId: number;
  readonly nonce: string;
  readonly issuedAt: Date;
  readonly statement: string;
  /** What the message is about, as URIs. */
  readonly resources?: string[];
}): string {
  const { origin, wallet, issuedAt, ...rest } = request;
  return createSiweMessage({
    ...rest,
    domain: new URL(origin).host,
    address: getAddress(wallet),
    uri: origin,
    version: "1",
    issuedAt,
    expirationTime: new Date(issuedAt.getTime() + messageTtlSeconds * 1000),
  });
}
