import { ConnectorError } from "@lendfriend/connector";
import { describe, expect, test } from "vitest";
import { type ApiRequest, buildRequest, pathId, queryText } from "./build.ts";
import { signRequest } from "./sign.ts";

const settings = { apiUrl: "https://open-api.tiktokglobalshop.com", appKey: "6testappkey01", appSecret: "s3cret" };
const request: ApiRequest = {
  method: "POST",
  path: "/order/202309/orders/search",
  query: { page_size: 100, page_token: "b2Zmc2V0PTIw+/=" },
  body: { create_time_ge: 1, create_time_lt: 2 },
  accessToken: "TTP_token",
  shopCipher: "ROW_a+b/c==",
};

test("what is signed is exactly what is sent", () => {
  const built = buildRequest(request, settings, 1_760_000_000);
  const sign = new URL(built.url).searchParams.get("sign");

  expect(sign).toBe(
    signRequest({ url: built.url, body: built.body, contentType: "application/json" }, settings.appSecret),
  );
  expect(built.body).toBe('{"create_time_ge":1,"create_time_lt":2}');
});

test("plus, slash and equals signs travel percent-encoded", () => {
  const { url } = buildRequest(request, settings, 1_760_000_000);

  expect(url).toContain("shop_cipher=ROW_a%2Bb%2Fc%3D%3D");
  expect(url).toContain("page_token=b2Zmc2V0PTIw%2B%2F%3D");
});

test("the access token is a header and never part of the URL", () => {
  const built = buildRequest(request, settings, 1_760_000_000);

  expect(built.headers["x-tts-access-token"]).toBe("TTP_token");
  expect(built.url).not.toContain("TTP_token");
});

test("values that are nothing are neither sent nor signed", () => {
  const built = buildRequest(
    {
      ...request,
      query: { page_token: "", sort_field: null, sort_order: undefined },
      body: { a: null },
      shopCipher: null,
    },
    settings,
    1_760_000_000,
  );

  expect([...new URL(built.url).searchParams.keys()].sort()).toEqual(["app_key", "sign", "timestamp"]);
  expect(built.body).toBeNull();
});

test("a request is JSON both ways, under the method that it names", () => {
  expect(buildRequest(request, settings, 1_760_000_000)).toMatchObject({
    method: "POST",
    headers: { accept: "application/json", "content-type": "application/json", "x-tts-access-token": "TTP_token" },
  });
});

test("parameters travel in the order in which they are signed, with the app's key and the time", () => {
  const { url } = buildRequest({ ...request, query: { b: 2, a: "x y" }, shopCipher: "c" }, settings, 1_760_000_000);

  expect(url).toMatch(
    /^https:\/\/open-api\.tiktokglobalshop\.com\/order\/202309\/orders\/search\?a=x%20y&app_key=6testappkey01&b=2&shop_cipher=c&timestamp=1760000000&sign=[0-9a-f]{64}$/,
  );
});

test("zero and false are values, and are sent", () => {
  const built = buildRequest(
    { ...request, query: { page: 0 }, body: { a: 0, b: false, c: "", d: undefined } },
    settings,
    1,
  );

  expect(built.url).toContain("page=0&");
  expect(built.body).toBe('{"a":0,"b":false}');
  expect(buildRequest({ method: "GET", path: "/p", accessToken: "t", shopCipher: null }, settings, 1).body).toBeNull();
  expect(queryText({ b: null, a: undefined, c: "", d: 0 })).toBe("d=0");
});

test.each(["A", "az-AZ_09", "x".repeat(64)])("the id %s can stand in a path", (id) => {
  expect(pathId(id)).toBe(id);
});

test("a refusal before sending says what is wrong, without the value", () => {
  const noToken = () => buildRequest({ ...request, accessToken: "CANARY token" }, settings, 1);
  const noText = () => buildRequest({ ...request, query: { keyword: "CANARY\ud800" } }, settings, 1);

  expect(noToken).toThrow("POST /order/202309/orders/search: the access token is not one the platform issued");
  expect(noText).toThrow("a parameter holds text that is not valid Unicode");
  expect(() => pathId("CANARY/x")).toThrow("an id with characters that no platform id has cannot be put into a path");
  for (const act of [noToken, noText, () => pathId("CANARY/x")]) {
    expect(act).toThrow(expect.objectContaining({ code: "invalid_request" }));
  }
});

describe("what cannot be put on the wire is refused before anything is sent", () => {
  test.each(["", "line\r\nbreak", "ключ", "a ", " a", "\x7f"])("the access token %j", (accessToken) => {
    expect(() => buildRequest({ ...request, accessToken }, settings, 1)).toThrow(ConnectorError);
  });

  test.each(["../orders", "a/b", "", "1?x=1", "/a", "a/", "a\n", "x".repeat(65)])("the path id %j", (id) => {
    expect(() => pathId(id)).toThrow(ConnectorError);
  });

  test("a lone surrogate", () => {
    expect(() => buildRequest({ ...request, query: { keyword: "\ud800" } }, settings, 1)).toThrow(ConnectorError);
  });
});
