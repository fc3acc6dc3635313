import "server-only";
import { AppError } from "#server/errors.ts";
import type { Ports } from "#server/ports.ts";
import { isRandomToken, randomToken } from "#server/random-token.ts";
import { proofOf } from "#server/sign-in/proof-of.ts";
import { maxMessageBytes } from "#server/sign-in/wallet-message.ts";
import { isStorableText } from "#server/storable-text.ts";

/**
 * Opens a session for the wallet that signed the remembered message. The message is used up by the first try,
 * right or wrong. Throws the same `unauthorized` for every reason.
 */
export async function verifySignIn(
  ports: Pick<Ports, "auth" | "contractWallets" | "digest" | "log" | "random">,
  input: {
    readonly message: string;
    readonly signature: string;
    readonly preSession: string | null;
    readonly previousSession: string | null;
    readonly device?: string | null;
  },
): Promise<{ wallet: string; sessionToken: string }> {
  const { auth, digest, log, random } = ports;
  const { message, signature, preSession, previousSession, device } = input;
  if (Buffer.byteLength(message) > maxMessageBytes || !isStorableText(message)) throw refusal();
  if (!isRandomToken(preSession)) throw refusal();
  const challenge = await auth.takeChallenge(digest("pre_session", preSession), message);
  if (challenge === null) throw refusal();
  const proof = await proofOf(ports, { ...challenge, message, signature });
  if (proof === null) throw refusal();

  const sessionToken = randomToken(random);
  const { wallet } = challenge;
  const session = await auth.openSession({ sessionHash: digest("session", sessionToken), wallet, proof, device });
  if (session === null) {
    log.warn("contract_wallet.of_another", { wallet, proof });
    throw refusal();
  }
  if (isRandomToken(previousSession)) await auth.closeSession(digest("session", previousSession));
  log.info("session.opened", { sessionId: session.sessionId, wallet: session.wallet, chainId: challenge.chainId });
  return { wallet: session.wallet, sessionToken };
}

function refusal(): AppError {
  return new AppError("unauthorized", "The sign-in could not be verified. Ask for a new message and sign it again.");
}
