import { ConnectorError, type ConnectorErrorCode } from "@lendfriend/connector";
import { failure } from "./failure.ts";

/** So many faults in a row, with no answer between them, mean that the platform is down. */
const faultsToOpen = 20;
/** How long it is left alone before one call may try again. */
const openMs = 10_000;

const faults: ReadonlySet<ConnectorErrorCode> = new Set(["network", "provider_unavailable", "timeout"]);

/** Leaves a platform alone that is down: calls fail at once, and one at a time finds out whether it is back. */
export interface Breaker {
  /** Runs the call, or throws `ConnectorError` `provider_unavailable` with the time left to wait, without making it. */
  run<T>(subject: string, call: () => Promise<T>): Promise<T>;
}

export function createBreaker(now: () => number): Breaker {
  let faultsInARow = 0;
  let openUntil: number | null = null;
  let isProbing = false;

  function refuse(subject: string, waitMs: number): never {
    throw failure("provider_unavailable", `${subject}, not sent`, { retryAfterMs: waitMs });
  }

  function isUp(): void {
    faultsInARow = 0;
    openUntil = null;
  }

  function failed(): void {
    faultsInARow++;
    if (openUntil !== null || faultsInARow >= faultsToOpen) openUntil = now() + openMs;
  }

  async function watch<T>(call: () => Promise<T>): Promise<T> {
    try {
      const answer = await call();
      isUp();
      return answer;
    } catch (error) {
      const code = error instanceof ConnectorError ? error.code : null;
      if (code !== null && faults.has(code)) failed();
      // Any other refusal is an answer; a call that its caller gave up tells nothing.
      else if (code !== null && code !== "aborted") isUp();
      throw error;
    }
  }

  return {
    async run(subject, call) {
      if (openUntil === null) return watch(call);
      if (now() < openUntil) refuse(subject, openUntil - now());
      if (isProbing) refuse(subject, 1_000);
      isProbing = true;
      try {
        return await watch(call);
      } finally {
        isProbing = false;
      }
    },
  };
}
