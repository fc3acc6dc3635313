import "server-only";
import type { Act, ActOnObject, Session } from "#server/contract.ts";
import { AppError } from "#server/errors.ts";
import type { Ports } from "#server/ports.ts";
import { requireSignInChain } from "#server/sign-in/require-sign-in-chain.ts";
import { messageTtlSeconds, walletMessage } from "#server/sign-in/wallet-message.ts";
import { isUuid } from "#server/uuid.ts";

/** What a person reads before signing for an act. */
const statements: Readonly<Record<Act, string>> = {
  "connection.disconnect": "Disconnect this business account from LendFriend and keep what it imported.",
  "connection.delete":
    "Disconnect this business account from LendFriend and delete everything it imported. This cannot be undone.",
  "account.delete": "Delete this LendFriend account and everything it holds. This cannot be undone.",
};

/** Writes the message that confirms one act, and remembers it for this session. Throws `bad_request`. */
export async function issueConfirmation(
  { auth, digest, now, origin, random }: Pick<Ports, "auth" | "digest" | "now" | "origin" | "random">,
  { accountId, sessionId, wallet }: Session,
  input: ActOnObject & { readonly chainId: number },
): Promise<{ message: string }> {
  const { act, chainId } = input;
  const object = input.act === "account.delete" ? accountId : input.object;
  if (!isUuid(object)) throw new AppError("bad_request", "object must be an id");
  requireSignInChain(chainId);

  const nonce = Buffer.from(random(16)).toString("hex");
  const id = object.toLowerCase();
  const statement = statements[act];
  const resources = [`urn:uuid:${id}`];
  const message = walletMessage({ origin, wallet, chainId, nonce, issuedAt: now(), statement, resources });
  await auth.saveConfirmation({
    nonceHash: digest("nonce", nonce),
    sessionId,
    act,
    object: id,
    chainId,
    message,
    ttlSeconds: messageTtlSeconds,
  });
  return { message };
}
