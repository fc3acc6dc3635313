import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { ConnectorError } from "@lendfriend/connector";
import { afterEach, describe, expect, test, vi } from "vitest";
import { settingsFrom } from "../options.ts";
import { requestTokens } from "./token-transport.ts";

const now = Date.UTC(2026, 10, 20, 8, 15, 0) / 1_000;
const day = 86_400;
const good = {
  access_token: "TTP_access-CANARY",
  access_token_expire_in: now + 7 * day,
  refresh_token: "TTP_refresh-CANARY",
  refresh_token_expire_in: now + 365 * day,
  open_id: "7010736057180325637",
  seller_name: "Harbor and Hearth Candles",
  seller_base_region: "US",
  user_type: 0,
  granted_scopes: ["seller.order.info"],
};

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

/** A token host on this machine; counts what it was asked. */
async function tokenHost(listener: RequestListener) {
  const urls: URL[] = [];
  const server = createServer((request, response) => {
    urls.push(new URL(request.url ?? "", "http://token.invalid"));
    listener(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closers.push(() => {
    server.close();
    server.closeAllConnections();
  });
  // Safe: a server listening on a TCP port has an AddressInfo.
  const authUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const settings = settingsFrom({
    appKey: "6testappkey01",
    appSecret: "SECRET+CANARY/==",
    serviceId: "1",
    authUrl,
    timeoutMs: 200,
    now: () => now * 1_000,
    sleep: async () => undefined,
  });
  return { urls, exchange: (authCode = "GCP_code") => requestTokens(settings, { kind: "get", authCode }), settings };
}

function answering(body: unknown, status = 200, headers: Record<string, string> = {}): RequestListener {
  return (_, response) => {
    response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(typeof body === "string" || Buffer.isBuffer(body) ? body : JSON.stringify(body));
  };
}

function granting(changes: Record<string, unknown>): RequestListener {
  return answering({ code: 0, message: "success", request_id: "r", data: { ...good, ...changes } });
}

async function failureOf(answer: Promise<unknown>): Promise<ConnectorError> {
  try {
    await answer;
  } catch (error) {
    if (error instanceof ConnectorError) return error;
    throw error;
  }
  throw new Error("the tokens were accepted");
}

test("a code is exchanged with a GET whose query holds exactly what the platform asks for", async () => {
  const { urls, exchange } = await tokenHost(granting({}));
  const session = await exchange("GCP_a+b/c==");

  expect(session).toEqual(good);
  expect(urls.map((url) => url.pathname)).toEqual(["/api/v2/token/get"]);
  expect(Object.fromEntries(urls[0]?.searchParams ?? [])).toEqual({
    app_key: "6testappkey01",
    app_secret: "SECRET+CANARY/==",
    auth_code: "GCP_a+b/c==",
    grant_type: "authorized_code",
  });
});

test("a refresh asks with its own grant", async () => {
  const { urls, settings } = await tokenHost(granting({}));
  await requestTokens(settings, { kind: "refresh", refreshToken: "ROW_r" });

  expect(urls[0]?.pathname).toBe("/api/v2/token/refresh");
  expect(urls[0]?.searchParams.get("grant_type")).toBe("refresh_token");
  expect(urls[0]?.searchParams.get("refresh_token")).toBe("ROW_r");
});

describe("an expiry that cannot be an absolute second is refused", () => {
  test.each<[string, unknown]>([
    ["relative", 7 * day],
    ["in milliseconds", (now + 7 * day) * 1_000],
    ["zero", 0],
    ["negative", -1],
    ["text", String(now + 7 * day)],
    ["past", now - 1],
    ["past the longest life", now + 401 * day],
    ["fractional", now + 0.5],
    ["missing", undefined],
    ["null", null],
  ])("access token: %s", async (_, value) => {
    const { exchange } = await tokenHost(granting({ access_token_expire_in: value }));

    expect((await failureOf(exchange())).code).toBe("invalid_response");
  });

  test.each<[string, unknown]>([
    ["relative", 365 * day],
    ["in milliseconds", (now + 365 * day) * 1_000],
    ["zero", 0],
    ["negative", -1],
    ["text", "4818450857"],
    ["past", now - 1],
    ["missing", undefined],
  ])("refresh token: %s", async (_, value) => {
    const { exchange } = await tokenHost(granting({ refresh_token_expire_in: value }));

    expect((await failureOf(exchange())).code).toBe("invalid_response");
  });

  test.each([now, now + 7 * day, now + 400 * day])("access token: %i is taken", async (end) => {
    const { exchange } = await tokenHost(granting({ access_token_expire_in: end }));

    expect((await exchange()).access_token_expire_in).toBe(end);
  });

  test("an authorisation until the year 2123 has no end", async () => {
    const { exchange } = await tokenHost(granting({ refresh_token_expire_in: 4_841_467_787 }));

    expect((await exchange()).refresh_token_expire_in).toBeNull();
  });
});

describe("whose account it is decides", () => {
  test.each([0, 1, 4, 5])("user type %i is accepted", async (userType) => {
    const { exchange } = await tokenHost(granting({ user_type: userType }));

    expect((await exchange()).user_type).toBe(userType);
  });

  test.each([2, 3, 6, -1])("user type %i is refused, and its tokens with it", async (userType) => {
    const { exchange } = await tokenHost(granting({ user_type: userType }));

    expect((await failureOf(exchange())).code).toBe("not_supported");
  });
});

describe("a refusal with HTTP 200 is a refusal", () => {
  test.each([
    [36004004, "code_invalid"],
    [98001005, "code_invalid"],
    [36004005, "refresh_rejected"],
    [36004001, "refresh_rejected"],
    [105004, "not_supported"],
    [36004201, "signature_rejected"],
  ])("code %i is %s, asked once", async (code, expected) => {
    const { urls, exchange } = await tokenHost(answering({ code, message: "m", request_id: "r", data: null }));
    const error = await failureOf(exchange());

    expect(error.code).toBe(expected);
    expect(error.providerCode).toBe(String(code));
    expect(urls).toHaveLength(1);
  });
});

describe("an exchange whose outcome is unknown", () => {
  test("is tried once more after a server fault, and no more", async () => {
    const { urls, exchange } = await tokenHost(answering("<html>", 503, { "content-type": "text/html" }));

    expect((await failureOf(exchange())).code).toBe("provider_unavailable");
    expect(urls).toHaveLength(2);
  });

  test("is not repeated after a timeout", async () => {
    const { urls, exchange } = await tokenHost(() => undefined);

    expect((await failureOf(exchange())).code).toBe("timeout");
    expect(urls).toHaveLength(1);
  });

  test.each<[string, RequestListener]>([
    ["HTML", answering("<html>", 200, { "content-type": "text/html" })],
    ["cut JSON", answering('{"code":0,"data":{"access_to')],
    ["a wrong content type", answering(JSON.stringify({ code: 0, data: good }), 200, { "content-type": "text/plain" })],
    ["50 MB", answering(Buffer.alloc(50_000_000, " "))],
    ["a gzip bomb", answering(gzipSync(Buffer.alloc(50_000_000, " ")), 200, { "content-encoding": "gzip" })],
    ["no data", answering({ code: 0, message: "success", request_id: "r" })],
    ["a redirect", answering("", 302, { location: "https://other.example.invalid/" })],
  ])("is refused when the answer is %s", async (_, listener) => {
    const { urls, exchange } = await tokenHost(listener);

    expect((await failureOf(exchange())).code).toBe("invalid_response");
    expect(urls).toHaveLength(1);
  });
});

test.each(["", "null", "x".repeat(4_097), "\ud800"])(
  "the code %j is never sent, nor a refresh token like it",
  async (text) => {
    const { urls, exchange, settings } = await tokenHost(granting({}));

    expect((await failureOf(exchange(text))).code).toBe("code_invalid");
    expect((await failureOf(requestTokens(settings, { kind: "refresh", refreshToken: text }))).code).toBe(
      "refresh_rejected",
    );
    expect(urls).toHaveLength(0);
  },
);

test("a code of 4,096 characters is sent", async () => {
  const { urls, exchange } = await tokenHost(granting({}));
  await exchange("x".repeat(4_096));

  expect(urls).toHaveLength(1);
});

test("a name, a region and scopes that the platform leaves out are left out", async () => {
  const { exchange } = await tokenHost(granting({ seller_name: "", seller_base_region: null, granted_scopes: null }));
  const { seller_name: _, seller_base_region: __, ...rest } = good;

  expect(await exchange()).toEqual({ ...rest, granted_scopes: [] });
});

test("an unusable answer is refused by the names of its fields, each once", async () => {
  const { exchange } = await tokenHost(granting({ open_id: "", granted_scopes: [1, 2] }));

  expect((await failureOf(exchange())).message).toContain(
    "GET /api/v2/token/get, unusable open_id, granted_scopes: the answer is not what TikTok Shop documents",
  );
  const { exchange: withoutData } = await tokenHost(answering({ code: 0, data: "text" }));
  expect((await failureOf(withoutData())).message).toContain("GET /api/v2/token/get, unusable data: ");
});

test("an answer is read up to 256 kB, whatever other calls may read", async () => {
  const answerOf = (bytes: number) => {
    const body = JSON.stringify({ code: 0, data: good });
    return tokenHost(answering(body.padEnd(bytes, " ")));
  };

  await expect((await answerOf(256_000)).exchange()).resolves.toMatchObject({ open_id: good.open_id });
  expect((await failureOf((await answerOf(256_001)).exchange())).code).toBe("invalid_response");
});

test.each([
  [200, 200],
  [60_000, 8_000],
])("with calls of at most %i ms, an answer is waited for %i ms, since a person waits", async (timeoutMs, waited) => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  try {
    const signals: (AbortSignal | null | undefined)[] = [];
    const silent: typeof fetch = (_, init) =>
      new Promise((_resolve, reject) => {
        signals.push(init?.signal);
        init?.signal?.addEventListener("abort", () => reject(new Error("aborted")));
      });
    const { settings } = await tokenHost(granting({}));
    const answer = failureOf(requestTokens({ ...settings, fetch: silent, timeoutMs }, { kind: "get", authCode: "c" }));
    vi.advanceTimersByTime(waited - 1);
    expect(signals.map((signal) => signal?.aborted)).toEqual([false]);
    vi.advanceTimersByTime(1);

    expect((await answer).code).toBe("timeout");
  } finally {
    vi.useRealTimers();
  }
});

test("a caller that gives up is obeyed", async () => {
  const { settings } = await tokenHost(() => undefined);
  const controller = new AbortController();
  const answer = failureOf(requestTokens(settings, { kind: "get", authCode: "c", signal: controller.signal }));
  controller.abort();

  expect((await answer).code).toBe("aborted");
});

test("a second try comes half a second later, and may succeed", async () => {
  const slept: number[] = [];
  let asked = 0;
  const { settings } = await tokenHost((request, response) => {
    asked += 1;
    (asked === 1 ? answering("", 503) : granting({}))(request, response);
  });
  const sleep = async (ms: number) => void slept.push(ms);

  expect(await requestTokens({ ...settings, sleep, random: () => 0 }, { kind: "get", authCode: "c" })).toEqual(good);
  expect(asked).toBe(2);
  expect(slept).toEqual([500]);
});

test("no failure of a token call quotes a secret, a code or a token", async () => {
  const hosts = [
    await tokenHost(granting({ user_type: 3 })),
    await tokenHost(granting({ access_token_expire_in: 1 })),
    await tokenHost(answering({ code: 36004004, message: "CANARY", request_id: "CANARY?", data: null })),
    await tokenHost(() => undefined),
  ];
  for (const { exchange } of hosts) {
    const error = await failureOf(exchange("CODE-CANARY"));
    expect(`${error.stack} ${String(error.cause)} ${JSON.stringify(error)}`).not.toContain("CANARY");
  }
});
