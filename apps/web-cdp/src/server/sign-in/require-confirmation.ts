import "server-only";
import type { Act, Session, SignedMessage } from "#server/contract.ts";
import { AppError } from "#server/errors.ts";
import type { Ports } from "#server/ports.ts";
import { isStorableText } from "#server/storable-text.ts";
import { proofOf } from "./proof-of.ts";
import { maxMessageBytes } from "./wallet-message.ts";

/**
 * Lets an act through that the session's wallet has signed for anew (ASVS 7.5.3). The message is used up by the first
 * try, right or wrong. Throws the same `confirmation_required` for every reason.
 */
export async function requireConfirmation(
  ports: Pick<Ports, "auth" | "contractWallets">,
  { sessionId, wallet }: Session,
  { act, object, message, signature }: SignedMessage & { readonly act: Act; readonly object: string },
): Promise<void> {
  if (Buffer.byteLength(message) > maxMessageBytes || !isStorableText(message)) throw refusal();
  const taken = await ports.auth.takeConfirmation({ sessionId, act, object, message });
  if (taken === null) throw refusal();
  const proof = await proofOf(ports, { wallet, chainId: taken.chainId, message, signature });
  // A contract speaks for the account that it opened, not for one of the same address on another chain (B14).
  if (proof === null || (proof !== "key" && proof !== taken.provedBy)) throw refusal();
}

function refusal(): AppError {
  return new AppError(
    "confirmation_required",
    "Confirm this with a signature of your wallet: ask for a new message and sign it.",
  );
}
