import "server-only";
import { ConnectorError, type ConnectorErrorCode } from "@lendfriend/connector";
import { isOutage } from "#server/stores/outage.ts";

/** What becomes of objects that could not be read again. */
export type RereadJudgement =
  /** Try again after this long; a fault spends a try, a limit does not. */
  | { readonly verdict: "defer"; readonly code: string; readonly seconds: number; readonly spend: boolean }
  /** By id it cannot be done: an ordinary refresh, which knows how to end a run, takes over. */
  | { readonly verdict: "refreshed"; readonly code: string }
  /** Tried too often: set aside, and left to a refresh. */
  | { readonly verdict: "dead"; readonly code: string };

/** An object that fails this often is set aside, so that the others flow. */
const mostTries = 5;

const waits: ReadonlySet<ConnectorErrorCode> = new Set(["rate_limited", "quota_exhausted"]);

/** Decides by code alone. `tries` are those spent before this failure, `now` is in unix seconds. */
export function judgeReread(
  error: unknown,
  { tries, now }: { readonly tries: number; readonly now: number },
): RereadJudgement {
  if (isOutage(error)) return { verdict: "defer", code: "internal", seconds: 10, spend: false };
  if (!(error instanceof ConnectorError)) return patience("internal", tries);
  const { code } = error;
  if (code === "aborted") return { verdict: "defer", code, seconds: 10, spend: false };
  if (waits.has(code)) return { verdict: "defer", code, seconds: secondsToWait(error, now), spend: false };
  if (error.retryable || code === "token_expired") return patience(code, tries);
  return { verdict: "refreshed", code };
}

function patience(code: string, tries: number): RereadJudgement {
  if (tries + 1 >= mostTries) return { verdict: "dead", code };
  return { verdict: "defer", code, seconds: 10 * 2 ** tries, spend: true };
}

function secondsToWait({ code, retryAfterMs }: ConnectorError, now: number): number {
  if (code === "quota_exhausted") return 3600 - (now % 3600) + 5;
  return Math.min(3600, Math.ceil((retryAfterMs ?? 30_000) / 1000));
}
