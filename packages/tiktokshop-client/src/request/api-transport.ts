import { ConnectorError, withRetry } from "@lendfriend/connector";
import type { TikTokShopSettings } from "../options.ts";
import { createBreaker } from "./breaker.ts";
import { type ApiRequest, buildRequest, subjectOf } from "./build.ts";
import { createPacer } from "./pacer.ts";
import { createPlatformClock } from "./platform-clock.ts";
import { createRetryBudget } from "./retry-budget.ts";
import { send } from "./send.ts";
import { unwrap } from "./unwrap.ts";

/** Calls the open API. `parse` reads the answer's `data`; a `ConnectorError` it throws is judged like any other. */
export interface ApiTransport {
  call<T>(request: ApiRequest, parse: (data: unknown) => T): Promise<T>;
}

/**
 * The pipeline: build → sign → send → unwrap → parse, with retries around all five, so that every try has a fresh timestamp and
 * signature. When the platform refuses the timestamp, the clock is corrected from its answer and the call is made once more.
 */
export function createApiTransport(settings: TikTokShopSettings): ApiTransport {
  const clock = createPlatformClock(settings.now);
  const budget = createRetryBudget();
  const breaker = createBreaker(settings.now);
  const pacer = settings.pace && createPacer(settings, settings.pace);

  async function attempt<T>(request: ApiRequest, parse: (data: unknown) => T, mayResync: boolean): Promise<T> {
    const subject = subjectOf(request);
    const answer = await send(buildRequest(request, settings, clock.seconds()), {
      fetch: settings.fetch,
      origin: settings.apiUrl,
      subject,
      timeoutMs: settings.timeoutMs,
      maxResponseBytes: settings.maxResponseBytes,
      signal: request.signal,
    });
    try {
      return parse(unwrap(answer, subject, settings.now()));
    } catch (error) {
      const skewed = error instanceof ConnectorError && error.code === "clock_skew";
      if (!skewed || !mayResync || !clock.resync(answer.headers.get("date"))) throw error;
      return attempt(request, parse, false);
    }
  }

  return {
    call<T>(request: ApiRequest, parse: (data: unknown) => T): Promise<T> {
      let lastError: unknown;
      budget.earn();
      return withRetry(rememberingItsError, {
        policy: settings.retry,
        random: settings.random,
        sleep: sleepUnlessSpent,
        signal: request.signal,
      });

      async function rememberingItsError(): Promise<T> {
        try {
          const subject = subjectOf(request);
          const send = () => breaker.run(subject, () => attempt(request, parse, true));
          return await (pacer ? pacer.run(request, subject, send) : send());
        } catch (error) {
          lastError = error;
          throw error;
        }
      }

      async function sleepUnlessSpent(ms: number, signal?: AbortSignal): Promise<void> {
        if (lastError instanceof ConnectorError && !budget.spend(lastError.code)) throw lastError;
        await settings.sleep(ms, signal);
      }
    },
  };
}
