import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { ConnectorError } from "@lendfriend/connector";
import { afterEach, describe, expect, test } from "vitest";
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

test.each(["", "null"])("the code %j is never sent", async (code) => {
  const { urls, exchange } = await tokenHost(granting({}));

  expect((await failureOf(exchange(code))).code).toBe("code_invalid");
  expect(urls).toHaveLength(0);
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
