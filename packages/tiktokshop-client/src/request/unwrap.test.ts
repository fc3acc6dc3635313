import { ConnectorError, type ConnectorErrorCode } from "@lendfriend/connector";
import { describe, expect, test } from "vitest";
import { unwrap } from "./unwrap.ts";

const nowMs = Date.UTC(2026, 10, 20, 8, 15, 0);

function judge(status: number, body: unknown, headers: Record<string, string> = {}): unknown {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const answer = { status, headers: new Headers({ "content-type": "application/json", ...headers }), body: text };
  return unwrap(answer, "GET /authorization/202309/shops", nowMs);
}

function failureOf(...call: Parameters<typeof judge>): ConnectorError {
  try {
    judge(...call);
  } catch (error) {
    if (error instanceof ConnectorError) return error;
    throw error;
  }
  throw new Error("the answer was taken for a success");
}

function refusal(code: number, message = "") {
  return { code, message, request_id: "20261120081501A7C39E02D4B16F58C0A1", data: null };
}

test("a success gives its data", () => {
  expect(judge(200, { code: 0, message: "Success", request_id: "r", data: { shops: [] } })).toEqual({ shops: [] });
});

test("the content type's parameters and case do not matter", () => {
  expect(judge(200, { code: 0, data: {} }, { "content-type": "Application/JSON; charset=utf-8" })).toEqual({});
});

describe("the platform's code decides, whatever the HTTP status says", () => {
  const table: readonly (readonly [number, number, ConnectorErrorCode])[] = [
    [401, 101000, "token_invalid"],
    [401, 105001, "token_invalid"],
    [401, 105002, "token_expired"],
    [200, 105002, "token_expired"],
    [200, 105004, "not_supported"],
    [401, 105005, "scope_missing"],
    [401, 106001, "signature_rejected"],
    [400, 106013, "invalid_request"],
    [429, 36009002, "rate_limited"],
    [200, 36009002, "rate_limited"],
    [500, 36009003, "provider_unavailable"],
    [408, 36009007, "provider_unavailable"],
    [404, 36009009, "not_supported"],
    [405, 36009010, "not_supported"],
    [400, 36009014, "not_supported"],
    [403, 36009033, "invalid_request"],
    [429, 36009037, "quota_exhausted"],
    [401, 36009043, "shop_inactive"],
    [401, 36009044, "shop_inactive"],
    [200, 36004004, "code_invalid"],
    [200, 98001005, "code_invalid"],
    [200, 36004005, "refresh_rejected"],
    [200, 36004001, "refresh_rejected"],
    [200, 98001006, "refresh_rejected"],
    [200, 98001001, "provider_unavailable"],
    [200, 10002014, "provider_unavailable"],
    [200, 10037004, "provider_unavailable"],
    [200, 25001001, "invalid_request"],
    [200, 12052700, "shop_inactive"],
    [200, 77777777, "unexpected"],
    [429, 77777777, "rate_limited"],
    [503, 77777777, "provider_unavailable"],
    [401, 77777777, "token_invalid"],
    [403, 77777777, "unexpected"],
  ];
  test.each(table)("HTTP %i with code %i is %s", (status, providerCode, code) => {
    const error = failureOf(status, refusal(providerCode));

    expect(error.code).toBe(code);
    expect(error.providerCode).toBe(String(providerCode));
    expect(error.requestId).toBe("20261120081501A7C39E02D4B16F58C0A1");
  });
});

describe("36009004 is told apart by its documented keyword", () => {
  test.each<[string, ConnectorErrorCode]>([
    ["Missing credentials. The request does not include a required signature in the query.", "signature_rejected"],
    [
      "Invalid credentials. Invalid 'app_key' query parameter. For more details: https://x.invalid/s",
      "signature_rejected",
    ],
    ["Invalid credentials. The 'x-tts-access-token' header is invalid.", "token_invalid"],
    ["Invalid credentials. The `access_token` header is invalid.", "token_invalid"],
    ["Invalid timestamp. It must not be earlier than 5 minutes before the current time.", "clock_skew"],
    ["Unexpected identifier. The `shop_cipher` query parameter is not required for this request.", "invalid_request"],
    ["Invalid API version. The `version` query parameter is invalid.", "not_supported"],
    ["", "invalid_request"],
  ])("%s", (message, code) => {
    expect(failureOf(400, refusal(36009004, message)).code).toBe(code);
  });
});

describe("an answer without the platform's envelope is judged by its status", () => {
  test.each<[number, string, string, ConnectorErrorCode]>([
    [200, "text/html", "<html>", "invalid_response"],
    [200, "text/html", '{"code":0,"data":{}}', "invalid_response"],
    [200, "application/json", '{"code":0,"da', "invalid_response"],
    [200, "application/json", "", "invalid_response"],
    [200, "application/json", '{"code":"0","data":{}}', "invalid_response"],
    [200, "application/json", "[]", "invalid_response"],
    [404, "text/plain", "404 page not found", "not_supported"],
    [429, "text/html", "slow down", "rate_limited"],
    [502, "text/html", "<html>", "provider_unavailable"],
    [503, "application/json", '{"code":0,"data":{}}', "provider_unavailable"],
    [403, "text/html", "<html>", "unexpected"],
  ])("HTTP %i %s %j is %s", (status, type, body, code) => {
    expect(failureOf(status, body, { "content-type": type }).code).toBe(code);
  });
});

describe("Retry-After", () => {
  test.each<[string, number | null]>([
    ["7", 7_000],
    ["0.5", 500],
    ["Fri, 20 Nov 2026 08:15:30 GMT", 30_000],
    ["Fri, 20 Nov 2026 08:00:00 GMT", 0],
    ["-3", null],
    ["soon", null],
  ])("%s", (header, expected) => {
    expect(failureOf(429, refusal(36009002), { "retry-after": header }).retryAfterMs).toBe(expected);
  });
});

test("nothing that the platform wrote enters the message", () => {
  const error = failureOf(401, { ...refusal(105001, "token SECRET-CANARY"), request_id: "<script>SECRET-CANARY" });

  expect(JSON.stringify({ ...error, message: error.message })).not.toContain("SECRET-CANARY");
  expect(error.message).toBe(
    "GET /authorization/202309/shops: TikTok Shop does not accept the access token for this. Ask the person to connect again (code 105001, HTTP 401)",
  );
});

test("integers beyond 2^53 keep their digits", () => {
  const body = '{"code":0,"data":{"product_id":1729480055512345678,"n":[-9007199254740993, 1.5, 12]}}';

  expect(judge(200, body)).toEqual({ product_id: "1729480055512345678", n: ["-9007199254740993", 1.5, 12] });
});

test.each([200, 299])("HTTP %i with the code 0 is a success", (status) => {
  expect(judge(status, { code: 0, data: 1 })).toBe(1);
});

test.each<[number, ConnectorErrorCode]>([
  [199, "invalid_response"],
  [300, "invalid_response"],
  [404, "invalid_response"],
  [428, "invalid_response"],
  [429, "rate_limited"],
  [499, "invalid_response"],
  [500, "provider_unavailable"],
])("HTTP %i with the code 0 is %s", (status, code) => {
  expect(failureOf(status, { code: 0, data: 1, request_id: "r-1" })).toMatchObject({ code, status, requestId: "r-1" });
});

test.each(["x".repeat(64), "A-z_0"])("the request id %s is quoted", (requestId) => {
  expect(failureOf(401, { ...refusal(105001), request_id: requestId }).requestId).toBe(requestId);
});

test.each(["", "x".repeat(65), "a b", "a\n", "<a", "a>", 7, null, undefined])(
  "the request id %j is not quoted, and the answer still judged",
  (requestId) => {
    expect(failureOf(401, { ...refusal(105001), request_id: requestId })).toMatchObject({
      code: "token_invalid",
      requestId: null,
    });
  },
);

test.each([undefined, null, 7])("a message of %j is none, and the answer still judged", (message) => {
  expect(failureOf(400, { ...refusal(36009004), message }).code).toBe("invalid_request");
});

test.each([" application/json ", "application/json;charset=utf-8", "APPLICATION/JSON"])("%j is JSON", (type) => {
  expect(judge(200, { code: 0, data: 1 }, { "content-type": type })).toBe(1);
});

test.each(["application/jsonp", "text/json", "", "text/plain;application/json"])("%j is not JSON", (type) => {
  expect(failureOf(200, { code: 0, data: 1 }, { "content-type": type }).code).toBe("invalid_response");
});

test("an answer that names no content type is not JSON", () => {
  const answer = { status: 200, headers: new Headers(), body: '{"code":0,"data":1}' };

  expect(() => unwrap(answer, "GET /x", nowMs)).toThrow(expect.objectContaining({ code: "invalid_response" }));
});

describe("dates and delays of Retry-After", () => {
  test.each<[string, number | null]>([
    [" 7 ", 7_000],
    ["999999999", 999_999_999_000],
    ["1234567890", null],
    ["0.0001", 1],
    ["0.1234567891", null],
    ["1.", null],
    ["x7", null],
    ["7x", null],
    ["Thu, 01 Jan 2027 00:00:00 GMT", Date.UTC(2027, 0, 1) - nowMs],
    ["Thu, 31 Dec 2026 23:59:59 GMT", Date.UTC(2026, 11, 31, 23, 59, 59) - nowMs],
    ["Sun, 01 Foo 2027 00:00:00 GMT", null],
    ["Thu, 1 Jan 2027 00:00:00 GMT", null],
    ["xThu, 01 Jan 2027 00:00:00 GMT", null],
    ["Thu, 01 Jan 2027 00:00:00 GMTx", null],
    ["Thu, 01 Jan 2027 00:00:00 UTC", null],
    ["Thursday, 01-Jan-27 00:00:00 GMT", null],
  ])("%j: %j", (header, expected) => {
    expect(failureOf(429, refusal(36009002), { "retry-after": header }).retryAfterMs).toBe(expected);
  });

  const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
  test.each(months.map((month, index) => [month, Date.UTC(2027, index, 5) - nowMs]))(
    "a date in %s",
    (month, expected) => {
      const header = `Tue, 05 ${month} 2027 00:00:00 GMT`;

      expect(failureOf(429, refusal(36009002), { "retry-after": header }).retryAfterMs).toBe(expected);
    },
  );
});

describe("only whole numbers that a number cannot hold come out as text", () => {
  test.each([
    ["9007199254740991", 9007199254740991],
    ["9007199254740993", "9007199254740993"],
    ["-9007199254740993", "-9007199254740993"],
    ["1234567890123456.5", 1234567890123456.5],
    ["100000000000000000e2", 1e19],
    ['"9007199254740993"', "9007199254740993"],
    ["[1, 9007199254740993]", [1, "9007199254740993"]],
    ["[9007199254740993]", ["9007199254740993"]],
    ['{"a" : 9007199254740993}', { a: "9007199254740993" }],
    ["true", true],
  ])("%s", (data, expected) => {
    expect(judge(200, `{"code":0,"data":${data}}`)).toEqual(expected);
  });
});
