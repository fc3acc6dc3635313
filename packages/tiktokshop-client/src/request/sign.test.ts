import { describe, expect, test } from "vitest";
import vectors from "../fixtures/sign-vectors.json" with { type: "json" };
import { signRequest } from "./sign.ts";

describe("known answers", () => {
  for (const vector of vectors.request_vectors) {
    test(`${vector.name} signs as the platform's own verifiers do`, () => {
      const request = { url: vector.wire_url, body: vector.raw_body, contentType: vector.content_type };

      expect(signRequest(request, vector.app_secret)).toBe(vector.sign);
    });
  }
});

test("a raw plus in the URL is signed as the space that the platform reads", () => {
  const [negative] = vectors.negative_vectors;
  const vector = vectors.request_vectors.find((each) => each.name === "V2_get_cipher_plus_slash_eq");
  const url = (vector?.wire_url ?? "").replace("%2B", "+");

  const sign = signRequest({ url, body: null, contentType: "application/json" }, vector?.app_secret ?? "");

  expect(sign).toBe(negative?.expected_by_server);
});

test("the order of parameters on the wire does not change the signature", () => {
  const sign = (query: string) =>
    signRequest({ url: `https://h/order/202309/orders?${query}`, body: null, contentType: "application/json" }, "s");

  expect(sign("b=2&a=1&ab=3")).toBe(sign("ab=3&a=1&b=2"));
});

test("a query that is in order is signed like any other", () => {
  for (const vector of vectors.request_vectors) {
    const [base = "", query = ""] = vector.wire_url.split("?");
    const url = `${base}?${query.split("&").sort().join("&")}`;

    expect(signRequest({ url, body: vector.raw_body, contentType: vector.content_type }, vector.app_secret)).toBe(
      vector.sign,
    );
  }
});

test.each([
  ["of a repeated key the first", "a=1&b=2&a=3", "a=1&b=2"],
  ["a key without a value, which is empty", "a&b=2", "a=&b=2"],
  ["an empty pair, which is nothing", "a=1&&b=2&", "a=1&b=2"],
  ["a key by what it decodes to", "%61=1&b=2", "a=1&b=2"],
  ["a longer key after its beginning", "a1=2&a=1", "a=1&a1=2"],
])("a server counts %s", (_, wire, plain) => {
  const sign = (query: string) =>
    signRequest({ url: `https://h/p?${query}`, body: null, contentType: "application/json" }, "s");

  expect(sign(wire)).toBe(sign(plain));
});

test("one changed byte of the body changes the signature", () => {
  const sign = (body: string) => signRequest({ url: "https://h/p?a=1", body, contentType: "application/json" }, "s");

  expect(sign('{"a":1}')).not.toBe(sign('{"a": 1}'));
});
