import "server-only";
import { AppError } from "#server/errors.ts";
import type { Ports } from "#server/ports.ts";
import { randomToken } from "#server/random-token.ts";
import { requireSignInChain } from "#server/sign-in/require-sign-in-chain.ts";
import { messageTtlSeconds, signInStatement, walletMessage } from "#server/sign-in/wallet-message.ts";
import { walletFrom } from "#server/wallet.ts";

/** Writes the message that a wallet is to sign and remembers it, bound to this browser's pre-session. */
export async function issueChallenge(
  { auth, digest, now, origin, random }: Pick<Ports, "auth" | "digest" | "now" | "origin" | "random">,
  { address, chainId }: { readonly address: string; readonly chainId: number },
): Promise<{ message: string; preSession: string }> {
  const wallet = walletFrom(address);
  if (wallet === null) throw new AppError("bad_request", "address must be a wallet address: 0x and 40 hex digits");
  requireSignInChain(chainId);

  const nonce = Buffer.from(random(16)).toString("hex");
  const preSession = randomToken(random);
  const message = walletMessage({ origin, wallet, chainId, nonce, issuedAt: now(), statement: signInStatement });
  await auth.saveChallenge({
    nonceHash: digest("nonce", nonce),
    preSessionHash: digest("pre_session", preSession),
    wallet,
    chainId,
    message,
    ttlSeconds: messageTtlSeconds,
  });
  return { message, preSession };
}
