import type { ActOnObject, SignedMessage } from "#server/contract.ts";
import { findSigner } from "./find-signer.ts";
import { type Challenge, isStale, requestMessage } from "./sign-in.ts";
import type { Signer } from "./signer.ts";

/** A message that waits for its signature, and who can give it. */
export interface PreparedAct {
  readonly what: ActOnObject;
  readonly signer: Signer;
  readonly challenge: Challenge;
}

/** Why a wallet could not even be asked. */
export class SignerError extends Error {
  override readonly name = "SignerError";
  readonly code: "not_found" | "other_account";

  constructor(code: SignerError["code"]) {
    super(`the wallet that signed in cannot be asked: ${code}`);
    this.code = code;
  }
}

/** Finds the wallet of the session and asks the server what it is to sign. Throws `SignerError`, `ApiError`, or the wallet's own. */
export async function prepareAct(
  what: ActOnObject,
  page: Parameters<typeof findSigner>[0] & { readonly wallet: string | null },
): Promise<PreparedAct> {
  const signer = await findSigner(page);
  if (signer === null) throw new SignerError("not_found");
  const { address, chainId } = await signer.connect();
  if (address.toLowerCase() !== page.wallet) throw new SignerError("other_account");
  const message = await requestMessage("/api/auth/confirmations", what, chainId);
  return { what, signer, challenge: { address, message, issuedAtMs: Date.now() } };
}

/** Whether a prepared message is for this act and can still be signed in time. */
export function isFor(prepared: PreparedAct | null, what: ActOnObject): prepared is PreparedAct {
  return prepared !== null && JSON.stringify(prepared.what) === JSON.stringify(what) && !isStale(prepared.challenge);
}

export async function signAct({ signer, challenge }: PreparedAct): Promise<SignedMessage> {
  return { message: challenge.message, signature: await signer.sign(challenge.message) };
}
