import type { ConnectorErrorCode } from "@lendfriend/connector";

/** Retries that a failing platform may cost: one for every ten calls, and a reserve for short faults. */
const retriesPerCall = 0.1;
const reserve = 20;

const faults: ReadonlySet<ConnectorErrorCode> = new Set([
  "invalid_response",
  "network",
  "provider_unavailable",
  "timeout",
]);

/**
 * Keeps a platform that is down from being asked several times as often as one that is up. Every call earns a tenth of a retry;
 * a retry after a fault spends one. Waiting out a rate limit is what the platform asked for, so it is free.
 */
export interface RetryBudget {
  earn(): void;
  /** False when no retry is left for this fault. */
  spend(code: ConnectorErrorCode): boolean;
}

export function createRetryBudget(): RetryBudget {
  let left = reserve;
  return {
    earn() {
      left = Math.min(reserve, left + retriesPerCall);
    },
    spend(code) {
      if (!faults.has(code)) return true;
      if (left < 1) return false;
      left -= 1;
      return true;
    },
  };
}
