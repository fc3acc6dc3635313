import { NextRequest } from "next/server";
import { describe, expect, it } from "vitest";
import { refuseCrossSite, refuseForeignCaller, refuseOtherContent, refusePrefetch } from "./request-guards.ts";

const origin = "https://app.example.com";

function request(headers: Readonly<Record<string, string>>) {
  return new NextRequest(`${origin}/api/x`, { method: "POST", headers });
}

/** The code of the refusal and its words, null when the guard lets the request pass. */
function refusalOf(guard: () => void): unknown {
  try {
    guard();
    return null;
  } catch (error) {
    return error instanceof Error && "code" in error ? [error.code, error.message] : error;
  }
}

describe("a caller of another site is told apart by what its browser says", () => {
  const foreign = ["forbidden", `Requests are accepted from ${origin} only.`];
  const crossSite = ["forbidden", "Requests from other sites are not accepted."];

  it.each([
    [{}, null],
    [{ origin }, null],
    [{ origin: "https://app.example.com.evil.test" }, foreign],
    [{ origin: "null" }, foreign],
    [{ origin: "" }, foreign],
    [{ origin, "sec-fetch-site": "cross-site" }, crossSite],
  ])("%j", (headers, expected) => {
    expect(refusalOf(() => refuseForeignCaller(request(headers), origin))).toEqual(expected);
  });

  it.each([
    [{}, null],
    [{ "sec-fetch-site": "same-origin" }, null],
    [{ "sec-fetch-site": "none" }, null],
    [{ "sec-fetch-site": "same-site" }, crossSite],
    [{ "sec-fetch-site": "cross-site" }, crossSite],
    [{ "sec-fetch-site": "" }, crossSite],
  ])("also behind a mere link: %j", (headers, expected) => {
    expect(refusalOf(() => refuseCrossSite(request(headers)))).toEqual(expected);
  });
});

describe("a page load that nobody asked for yet", () => {
  const ahead = ["forbidden", "This address cannot be fetched ahead."];

  it.each([
    [{ "sec-purpose": "prefetch" }],
    [{ "sec-purpose": "prefetch;prerender" }],
    [{ purpose: "Prefetch" }],
    [{ "x-purpose": "preview" }],
    [{ "x-moz": "prefetch" }],
    [{ "next-router-prefetch": "1" }],
  ])("is refused by %j", (headers) => {
    expect(refusalOf(() => refusePrefetch(request(headers)))).toEqual(ahead);
  });

  it.each([[{}], [{ purpose: "navigate" }], [{ "sec-purpose": "" }]])("is not seen in %j", (headers) => {
    expect(refusalOf(() => refusePrefetch(request(headers)))).toBeNull();
  });
});

describe("a body counts as JSON by its media type alone", () => {
  const other = ["unsupported_media_type", "Send the body as application/json."];

  it.each([
    [{}, null],
    [{ "content-length": "0" }, null],
    [{ "content-type": "application/json" }, null],
    [{ "content-type": " Application/JSON ; charset=utf-8", "content-length": "2" }, null],
    [{ "content-type": "text/plain" }, other],
    [{ "content-type": "application/jsonp" }, other],
    [{ "content-type": "text/plain; application/json" }, other],
    [{ "content-type": "" }, other],
    [{ "content-length": "1" }, other],
    [{ "transfer-encoding": "chunked" }, other],
  ])("%j", (headers, expected) => {
    expect(refusalOf(() => refuseOtherContent(request(headers)))).toEqual(expected);
  });
});
