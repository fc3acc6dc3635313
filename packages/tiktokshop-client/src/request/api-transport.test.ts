import { ConnectorError, type RetryPolicy } from "@lendfriend/connector";
import { describe, expect, test } from "vitest";
import { settingsFrom } from "../options.ts";
import { createApiTransport } from "./api-transport.ts";

const nowMs = Date.UTC(2026, 10, 20, 8, 15, 0);
const ok = { code: 0, message: "Success", request_id: "r", data: { n: 1 } };
const busy = { code: 36009002, message: "Too many requests.", request_id: "r", data: null };
const broken = { code: 36009003, message: "Internal error.", request_id: "r", data: null };
const skewed = { code: 36009004, message: "Invalid timestamp.", request_id: "r", data: null };
const expired = { code: 105002, message: "Expired credentials.", request_id: "r", data: null };

interface Scripted {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Record<string, string>;
}

/** A platform that answers from a script, the last line for ever. */
function scripted(answers: readonly Scripted[], retry?: RetryPolicy) {
  const urls: URL[] = [];
  const waits: number[] = [];
  let clock = nowMs;
  const transport = createApiTransport(
    settingsFrom({
      appKey: "key",
      appSecret: "secret",
      serviceId: "1",
      ...(retry ? { retry } : {}),
      random: () => 0.5,
      now: () => clock,
      sleep: async (ms) => {
        waits.push(ms);
        clock += ms;
      },
      fetch: async (url) => {
        const answer = answers[Math.min(urls.length, answers.length - 1)];
        urls.push(new URL(String(url)));
        return new Response(JSON.stringify(answer?.body), {
          status: answer?.status ?? 500,
          headers: { "content-type": "application/json", ...answer?.headers },
        });
      },
    }),
  );
  const call = () =>
    transport.call({ method: "GET", path: "/seller/202309/shops", accessToken: "t", shopCipher: null }, (data) => data);
  return { call, urls, waits };
}

test("each try is stamped and signed afresh", async () => {
  const { call, urls } = scripted([
    { status: 500, body: broken },
    { status: 200, body: ok },
  ]);

  await expect(call()).resolves.toEqual({ n: 1 });
  const [first, second] = urls.map((url) => url.searchParams);
  expect(Number(second?.get("timestamp"))).toBe(Number(first?.get("timestamp")) + 1);
  expect(second?.get("sign")).not.toBe(first?.get("sign"));
});

test("waits double with jitter, five tries in all", async () => {
  const { call, urls, waits } = scripted([{ status: 500, body: broken }]);

  await expect(call()).rejects.toMatchObject({ code: "provider_unavailable" });
  expect(urls).toHaveLength(5);
  expect(waits).toEqual([1_250, 2_250, 4_250, 8_250]);
});

test("Retry-After decides the wait", async () => {
  const { call, waits } = scripted([
    { status: 429, body: busy, headers: { "retry-after": "7" } },
    { status: 429, body: busy, headers: { "retry-after": "Fri, 20 Nov 2026 08:15:10 GMT" } },
    { status: 200, body: ok },
  ]);

  await call();
  expect(waits).toEqual([7_250, 10_000 - 7_250 + 250]);
});

test("a wait that is asked to be too long is left to the caller", async () => {
  const { call, urls, waits } = scripted([{ status: 429, body: busy, headers: { "retry-after": "86400" } }]);

  await expect(call()).rejects.toMatchObject({ code: "rate_limited", retryAfterMs: 86_400_000 });
  expect(urls).toHaveLength(1);
  expect(waits).toEqual([]);
});

test.each([
  ["an expired token", { status: 401, body: expired }, "token_expired"],
  ["a used-up quota", { status: 429, body: { ...busy, code: 36009037 } }, "quota_exhausted"],
] as const)("%s is not tried again", async (_, answer, code) => {
  const { call, urls } = scripted([answer]);

  await expect(call()).rejects.toMatchObject({ code });
  expect(urls).toHaveLength(1);
});

describe("a refused timestamp", () => {
  const date = new Date(nowMs + 3_600_000).toUTCString();

  test("corrects the clock from the answer, once, and the correction stays", async () => {
    const { call, urls, waits } = scripted([
      { status: 400, body: skewed, headers: { date } },
      { status: 200, body: ok },
    ]);

    await expect(call()).resolves.toEqual({ n: 1 });
    await call();
    expect(urls.map((url) => Number(url.searchParams.get("timestamp")) - nowMs / 1_000)).toEqual([0, 3_600, 3_600]);
    expect(waits).toEqual([]);
  });

  test("that stays refused is a clear error after two calls", async () => {
    const { call, urls } = scripted([{ status: 400, body: skewed, headers: { date } }]);

    await expect(call()).rejects.toMatchObject({ code: "clock_skew" });
    expect(urls).toHaveLength(2);
  });

  test("without a believable date is a clear error at once", async () => {
    const wild = new Date(nowMs + 10 * 86_400_000).toUTCString();
    const { call, urls } = scripted([{ status: 400, body: skewed, headers: { date: wild } }]);

    await expect(call()).rejects.toBeInstanceOf(ConnectorError);
    expect(urls).toHaveLength(1);
  });
});

test("a platform that is down is not asked much more often than one that is up", async () => {
  const { call, urls } = scripted([{ status: 503, body: broken }]);
  const demand = 1_000;
  for (let calls = 0; calls < demand; calls++) await call().catch(() => undefined);

  expect(urls.length).toBeLessThanOrEqual(demand * 1.15);
});
