import { unstable_getResponseFromNextConfig } from "next/experimental/testing/server.js";
import { expect, it } from "vitest";
import nextConfig from "../next.config.ts";

async function headersOf(url: string): Promise<Record<string, string>> {
  const { headers } = await unstable_getResponseFromNextConfig({ url, nextConfig });
  return Object.fromEntries(headers);
}

it.each(["/", "/lender/0x1", "/api/health", "/_next/static/chunks/a.js"])(
  "puts the protective headers on every answer, assets included: %s (J04)",
  async (url) => {
    expect(await headersOf(url)).toMatchObject({
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "strict-origin-when-cross-origin",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
    });
  },
);

it.each(["/api/health", "/api/signed-scores/revoked", "/api/nothing/here"])(
  "lets nobody draw a page from data, or put it in a frame: %s (J02)",
  async (url) => {
    expect(await headersOf(url)).toMatchObject({
      "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
    });
  },
);

it.each(["/", "/api", "/apiary"])("leaves to the proxy what a page may do: %s", async (url) => {
  expect(await headersOf(url)).not.toHaveProperty("content-security-policy");
});

it("lets no page learn the address of the callback (A22)", async () => {
  expect(await headersOf("/api/tiktokshop/callback")).toMatchObject({ "referrer-policy": "no-referrer" });
});

it.each(["/api/signed-scores/revoked", "/api/health"])(
  "keeps the list of revoked scores and every other answer out of search engines: %s",
  async (url) => {
    expect(await headersOf(url)).toMatchObject({ "x-robots-tag": "noindex" });
  },
);

it("tells neither its maker nor its sources, and resizes no image (J04, J06, J17)", () => {
  expect(nextConfig).toMatchObject({
    poweredByHeader: false,
    productionBrowserSourceMaps: false,
    images: { unoptimized: true },
  });
});
