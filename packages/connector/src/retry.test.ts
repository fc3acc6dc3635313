import { expect, test } from "vitest";
import { ConnectorError, type ConnectorErrorCode, connectorErrorCodes } from "./errors.ts";
import { decideRetry, defaultRetryPolicy, withRetry } from "./retry.ts";

const noWait = async () => {};

test("only what can pass by itself is retried", () => {
  const retried = connectorErrorCodes.filter(
    (code) => decideRetry(new ConnectorError(code, "x"), 1, defaultRetryPolicy, 0).retry,
  );

  expect(retried).toEqual(["invalid_response", "network", "provider_unavailable", "rate_limited", "timeout"]);
});

test("an error that is not the platform's is never retried", () => {
  expect(decideRetry(new TypeError("ours"), 1, defaultRetryPolicy, 0)).toEqual({
    retry: false,
    reason: "not a platform failure",
  });
});

test.each([
  [1, 0, 1_000],
  [2, 0, 2_000],
  [3, 0, 4_000],
  [4, 0.5, 8_250],
])("try %i with jitter %d waits %i ms", (tries, random, waitMs) => {
  expect(decideRetry(new ConnectorError("timeout", "x"), tries, defaultRetryPolicy, random)).toEqual({
    retry: true,
    waitMs,
    reason: "timeout",
  });
});

test("the platform's Retry-After wins over the backoff", () => {
  const error = new ConnectorError("rate_limited", "x", { retryAfterMs: 7_000 });

  expect(decideRetry(error, 1, defaultRetryPolicy, 0)).toMatchObject({ retry: true, waitMs: 7_000 });
});

test("a Retry-After beyond the longest wait hands the decision back", () => {
  const error = new ConnectorError("rate_limited", "x", { retryAfterMs: 3_600_000 });

  expect(decideRetry(error, 1, defaultRetryPolicy, 0).retry).toBe(false);
});

test("a call is tried five times and then its last error is thrown", async () => {
  let calls = 0;
  const attempt = async () => {
    calls++;
    throw new ConnectorError("provider_unavailable", `failure ${calls}`);
  };

  await expect(withRetry(attempt, { sleep: noWait })).rejects.toThrow("failure 5");
  expect(calls).toBe(5);
});

test("a call that recovers returns its answer", async () => {
  const answers: (ConnectorErrorCode | "fine")[] = ["timeout", "network", "fine"];
  const attempt = async () => {
    const answer = answers.shift();
    if (answer === undefined || answer === "fine") return "answer";
    throw new ConnectorError(answer, "x");
  };

  await expect(withRetry(attempt, { sleep: noWait })).resolves.toBe("answer");
});

test("an aborted wait ends at once with the code aborted", async () => {
  const controller = new AbortController();
  const attempt = async () => {
    setImmediate(() => controller.abort());
    throw new ConnectorError("timeout", "x");
  };

  await expect(withRetry(attempt, { signal: controller.signal })).rejects.toMatchObject({ code: "aborted" });
});
