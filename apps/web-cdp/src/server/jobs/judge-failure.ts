import "server-only";
import { ConnectorError, type ConnectorErrorCode, type ImportStage } from "@lendfriend/connector";
import { refusalReason, type SkipReason } from "./plan-windows.ts";
import { endsAuthorization } from "./token-rules.ts";

/** What becomes of a window whose page could not be read, and with it of the run. */
export type Judgement =
  | { readonly verdict: "stop" }
  | { readonly verdict: "skip_window"; readonly reason: SkipReason; readonly code: ConnectorErrorCode }
  | { readonly verdict: "fail_window"; readonly code: string }
  | { readonly verdict: "fail_run"; readonly code: string; readonly status: "error" | "needs_reconnect" }
  /** Try again after the queue's own backoff; spends one of the job's tries. */
  | { readonly verdict: "retry"; readonly code: string }
  /** The platform asked us to wait: come back then, without spending a try. */
  | { readonly verdict: "defer"; readonly code: string; readonly seconds: number };

export interface FailureFacts {
  readonly stage: Pick<ImportStage, "required" | "asked" | "scope">;
  readonly isChild: boolean;
  readonly grantedScopes: readonly string[];
  /** Retries that this job has behind it. */
  readonly retries: number;
  /** Times that the platform has already made this run wait. */
  readonly deferrals: number;
  /** Unix seconds. */
  readonly now: number;
}

/** An optional stage gets this many retries of the whole job before the import goes on without it. */
export const optionalRetries = 2;
/** A required stage gets this many before the run is failed and the person is asked to try again. */
export const requiredRetries = 8;
/** A platform that makes us wait more often than this is treated as failing. */
export const mostDeferrals = 60;

const refusals: ReadonlySet<ConnectorErrorCode> = new Set(["scope_missing", "not_supported"]);

/** Decides by code alone. Anything that is not a platform failure is ours: it is retried and, if it stays, failed. */
export function judgeFailure(error: unknown, facts: FailureFacts): Judgement {
  if (!(error instanceof ConnectorError)) return patience("internal", facts);
  const { code } = error;
  if (code === "aborted") return { verdict: "stop" };
  if (endsAuthorization(code)) return { verdict: "fail_run", code, status: "needs_reconnect" };
  if (code === "shop_inactive") return { verdict: "skip_window", reason: "shop_inactive", code };
  if (refusals.has(code) || error.status === 404) return refusal(code, facts);
  if (code === "quota_exhausted" || code === "rate_limited") return wait(error, facts);
  if (error.retryable || code === "token_expired") return patience(code, facts);
  return facts.stage.required ? { verdict: "fail_run", code, status: "error" } : { verdict: "fail_window", code };
}

function refusal(code: ConnectorErrorCode, facts: FailureFacts): Judgement {
  if (facts.isChild && !refusals.has(code)) return { verdict: "skip_window", reason: "not_found", code };
  if (facts.stage.required) return { verdict: "fail_run", code, status: "error" };
  return { verdict: "skip_window", reason: refusalReason(facts.stage, facts.grantedScopes), code };
}

function wait(error: ConnectorError, facts: FailureFacts): Judgement {
  if (facts.deferrals >= mostDeferrals) return patience(error.code, { ...facts, retries: requiredRetries });
  const untilNextHour = 3600 - (facts.now % 3600);
  const backoff = 2 ** Math.min(facts.deferrals + 1, 8);
  const asked = error.retryAfterMs === null ? backoff : Math.ceil(error.retryAfterMs / 1000);
  const seconds = error.code === "quota_exhausted" ? untilNextHour + 5 : Math.min(3600, Math.max(1, asked));
  return { verdict: "defer", code: error.code, seconds };
}

function patience(code: string, facts: FailureFacts): Judgement {
  if (facts.stage.required) {
    return facts.retries < requiredRetries
      ? { verdict: "retry", code }
      : { verdict: "fail_run", code, status: "error" };
  }
  return facts.retries < optionalRetries ? { verdict: "retry", code } : { verdict: "fail_window", code };
}
