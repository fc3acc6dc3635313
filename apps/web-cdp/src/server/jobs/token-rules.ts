import "server-only";
import { ConnectorError, type ConnectorErrorCode } from "@lendfriend/connector";

const endings: ReadonlySet<string> = new Set<ConnectorErrorCode>(["token_invalid", "refresh_rejected"]);

/** Whether a failure ends the authorisation for good: nothing but a new consent of the person helps. */
export function endsAuthorization(code: string): boolean {
  return endings.has(code);
}

/** How long before its end a token is refreshed: the given fraction of the life it was issued for, within bounds. */
export function marginOfLife(
  lifeSeconds: number,
  { divisor, mostSeconds }: { readonly divisor: number; readonly mostSeconds: number },
): number {
  return Math.max(0, Math.min(mostSeconds, Math.floor(lifeSeconds / divisor)));
}

/** Whether a token that was just handed out answers a request, so that the database need not be asked again. */
export function isGoodFor(
  token: { readonly epoch: number; readonly version: number },
  request: {
    readonly epoch: number;
    readonly rejectedVersion?: number | null;
    readonly marginSeconds?: number;
  },
): boolean {
  if (request.marginSeconds !== undefined) return false;
  return token.epoch === request.epoch && token.version !== request.rejectedVersion;
}

/** Why a connection without tokens has none. */
export function goneError(status: string): ConnectorError {
  if (status === "needs_reconnect") return endedError();
  return new ConnectorError("aborted", "the account was disconnected meanwhile");
}

/** The authorisation is over. */
export function endedError(cause?: unknown): ConnectorError {
  return new ConnectorError("refresh_rejected", "the authorisation has ended; reconnect the account", { cause });
}

/** A refresh has failed a moment ago and must not be tried before `retryAt`. */
export function coolingError(retryAt: string, nowMs: number): ConnectorError {
  const retryAfterMs = Math.max(1_000, Date.parse(retryAt) - nowMs);
  return new ConnectorError("provider_unavailable", "the token could not be refreshed; waiting before the next try", {
    retryAfterMs,
  });
}

/** How long to wait before the answer of a refresh is given to the database again. */
export function storeAgainAfterMs(tries: number): number {
  return Math.min(2_000, 100 * 2 ** tries);
}
