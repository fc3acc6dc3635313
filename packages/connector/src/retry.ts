import { ConnectorError } from "./errors.ts";

export interface RetryPolicy {
  /** Tries in all, the first one included. */
  readonly maxTries: number;
  /** First wait in milliseconds; it doubles with each try. */
  readonly baseDelayMs: number;
  /** No single wait is longer than this. */
  readonly maxDelayMs: number;
}

/** The platform's published recipe: 1 s, doubling, up to 500 ms of jitter, 60 s at most, five tries. */
export const defaultRetryPolicy: RetryPolicy = { maxTries: 5, baseDelayMs: 1_000, maxDelayMs: 60_000 };

export type RetryDecision =
  | { readonly retry: true; readonly waitMs: number; readonly reason: string }
  | { readonly retry: false; readonly reason: string };

/** Decides from the error alone whether the same call is worth repeating, and after how long. `random` is in [0, 1). */
export function decideRetry(error: unknown, tries: number, policy: RetryPolicy, random: number): RetryDecision {
  if (!(error instanceof ConnectorError)) return { retry: false, reason: "not a platform failure" };
  if (!error.retryable) return { retry: false, reason: error.code };
  if (error.code === "quota_exhausted") return { retry: false, reason: "quota_exhausted waits for the next hour" };
  if (tries >= policy.maxTries) return { retry: false, reason: `${error.code}, ${tries} tries used` };
  const jitter = Math.floor(random * 500);
  const backoff = Math.min(policy.maxDelayMs, policy.baseDelayMs * 2 ** (tries - 1) + jitter);
  if (error.retryAfterMs === null) return { retry: true, waitMs: backoff, reason: error.code };
  if (error.retryAfterMs > policy.maxDelayMs) return { retry: false, reason: `${error.code}, asked to wait too long` };
  return { retry: true, waitMs: error.retryAfterMs + jitter, reason: `${error.code}, Retry-After` };
}

export interface RetryOptions {
  readonly policy?: RetryPolicy;
  readonly random?: () => number;
  readonly sleep?: (ms: number, signal?: AbortSignal) => Promise<void>;
  readonly signal?: AbortSignal | undefined;
}

/** Runs `attempt` until it succeeds or `decideRetry` says to stop; then rethrows the last error. */
export async function withRetry<T>(attempt: () => Promise<T>, options: RetryOptions = {}): Promise<T> {
  const { policy = defaultRetryPolicy, random = Math.random, sleep = wait, signal } = options;
  for (let tries = 1; ; tries++) {
    try {
      return await attempt();
    } catch (error) {
      const decision = decideRetry(error, tries, policy, random());
      if (!decision.retry || signal?.aborted) throw error;
      await sleep(decision.waitMs, signal);
    }
  }
}

function wait(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(done, ms);
    signal?.addEventListener("abort", aborted, { once: true });
    function done() {
      signal?.removeEventListener("abort", aborted);
      resolve();
    }
    function aborted() {
      clearTimeout(timer);
      reject(new ConnectorError("aborted", "the wait before the next try was cancelled", { cause: signal?.reason }));
    }
  });
}
