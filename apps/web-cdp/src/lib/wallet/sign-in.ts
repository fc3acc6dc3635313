import { ApiError, callApi } from "#lib/call-api.ts";

export interface Challenge {
  readonly address: string;
  readonly message: string;
  readonly issuedAtMs: number;
}

/** The server forgets a challenge after some minutes; an older one is asked for again before signing. */
const challengeLifeMs = 4 * 60_000;

const ethereumChainId = 1;

/** Asks the server for the message to sign in with. Throws `ApiError`. */
export async function requestChallenge(
  address: string,
  chainId: number,
  nowMs: number = Date.now(),
): Promise<Challenge> {
  return { address, message: await requestMessage("/api/auth/challenge", { address }, chainId), issuedAtMs: nowMs };
}

/**
 * Asks for a message to sign. A wallet may stand on a chain that the server does not name; a key signs the same on any, so
 * Ethereum's own is offered then. Throws `ApiError`.
 */
export async function requestMessage(path: string, about: object, chainId: number): Promise<string> {
  const ask = (chain: number) =>
    callApi<{ message: string }>(path, { method: "POST", body: { ...about, chainId: chain } });
  try {
    return (await ask(chainId)).message;
  } catch (error) {
    const refused = error instanceof ApiError && error.code === "bad_request" && chainId !== ethereumChainId;
    if (!refused) throw error;
    return (await ask(ethereumChainId)).message;
  }
}

export function isStale(challenge: Challenge, nowMs: number = Date.now()): boolean {
  return nowMs - challenge.issuedAtMs > challengeLifeMs;
}

/** Hands the signature in; the answer sets the session cookie. Throws `ApiError`. */
export function verifySignature(message: string, signature: string): Promise<{ wallet: string }> {
  return callApi("/api/auth/verify", { method: "POST", body: { message, signature } });
}

export function endSession(): Promise<null> {
  return callApi("/api/auth/logout", { method: "POST" });
}

export interface SignInFailure {
  /** A person's own "no" is not an error. */
  readonly tone: "neutral" | "error";
  /** Why, where that is known; null when our own API refused, as `error` says. */
  readonly reason: "cancelled" | "pending" | "silent" | "mismatch" | null;
  readonly error: unknown;
  readonly reference: string | null;
}

/** Why a wallet did not connect or sign, decided by codes alone. */
export function describeSignInFailure(error: unknown): SignInFailure {
  const walletCode = walletCodeOf(error);
  if (walletCode === 4001) return { tone: "neutral", reason: "cancelled", error, reference: null };
  if (walletCode === -32_002) return { tone: "neutral", reason: "pending", error, reference: null };
  if (!(error instanceof ApiError)) return { tone: "error", reason: "silent", error, reference: null };
  const reason = error.status === 401 ? "mismatch" : null;
  return { tone: "error", reason, error, reference: error.requestId };
}

/** EIP-1193 code of the error or of whatever caused it; wallets wrap theirs several layers deep. */
function walletCodeOf(error: unknown, depth = 0): number | null {
  if (typeof error !== "object" || error === null || depth > 6 || error instanceof ApiError) return null;
  const code = Reflect.get(error, "code");
  if (code === 4001 || code === -32_002) return code;
  return walletCodeOf(Reflect.get(error, "cause"), depth + 1);
}
