import { expect, it } from "vitest";
import nextConfig from "../next.config.ts";

async function headersOf(source: string): Promise<Record<string, string>> {
  const rules = (await nextConfig.headers?.()) ?? [];
  const rule = rules.find((one) => one.source === source);
  return Object.fromEntries((rule?.headers ?? []).map(({ key, value }) => [key.toLowerCase(), value]));
}

it("puts the protective headers on every answer, assets included (J04)", async () => {
  expect(await headersOf("/:path*")).toMatchObject({
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "strict-origin-when-cross-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
  });
});

it("lets nobody draw a page from data, or put it in a frame (J02)", async () => {
  expect(await headersOf("/api/:path*")).toMatchObject({
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  });
});

it("lets no page learn the address of the callback (A22)", async () => {
  expect(await headersOf("/api/tiktokshop/callback")).toEqual({ "referrer-policy": "no-referrer" });
});

it("keeps the list of revoked scores and every other answer out of search engines", async () => {
  expect(await headersOf("/api/:path*")).toMatchObject({ "x-robots-tag": "noindex" });
});

it("tells neither its maker nor its sources, and resizes no image (J04, J06, J17)", () => {
  expect(nextConfig).toMatchObject({
    poweredByHeader: false,
    productionBrowserSourceMaps: false,
    images: { unoptimized: true },
  });
});
