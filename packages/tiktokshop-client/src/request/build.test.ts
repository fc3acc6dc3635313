import { ConnectorError } from "@lendfriend/connector";
import { describe, expect, test } from "vitest";
import { type ApiRequest, buildRequest, pathId } from "./build.ts";
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

describe("what cannot be put on the wire is refused before anything is sent", () => {
  test.each(["", "line\r\nbreak", "ключ"])("the access token %j", (accessToken) => {
    expect(() => buildRequest({ ...request, accessToken }, settings, 1)).toThrow(ConnectorError);
  });

  test.each(["../orders", "a/b", "", "1?x=1"])("the path id %j", (id) => {
    expect(() => pathId(id)).toThrow(ConnectorError);
  });

  test("a lone surrogate", () => {
    expect(() => buildRequest({ ...request, query: { keyword: "\ud800" } }, settings, 1)).toThrow(ConnectorError);
  });
});
