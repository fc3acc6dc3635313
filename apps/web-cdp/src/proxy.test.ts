import { unstable_doesMiddlewareMatch } from "next/experimental/testing/server.js";
import { NextRequest } from "next/server";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

beforeEach(() => {
  vi.resetModules();
  vi.stubEnv("NODE_ENV", "production");
  vi.stubEnv("ALLOW_TEST_PROVIDER", "1");
  for (const [name, value] of Object.entries({
    SUPABASE_URL: "http://127.0.0.1:54321",
    SUPABASE_PUBLISHABLE_KEY: "publishable",
    SUPABASE_SECRET_KEY: "service-key",
    SUPABASE_JWT_SECRET: "n3Qe81rVbX0aTz5yKd2mWc7uPh4sLf9g",
    TIKTOK_SHOP_APP_KEY: "app-key",
    TIKTOK_SHOP_APP_SECRET: "app-secret",
    TIKTOK_SHOP_SERVICE_ID: "service",
    TOKEN_ENCRYPTION_KEYS: `k1:${Buffer.from(Array.from({ length: 32 }, (_, nth) => nth)).toString("base64")}`,
    SCORE_SIGNING_KEY: "5".repeat(64),
    SESSION_SECRET: "w8Zs02kLqPfT6xVb9nRc4yHd1mJg7uEa",
  })) {
    vi.stubEnv(name, value);
  }
});
afterEach(() => vi.unstubAllEnvs());

async function answer(path: string, init: { method?: string; headers?: Record<string, string> } = {}) {
  const { proxy } = await import("./proxy.ts");
  return proxy(new NextRequest(new URL(path, "http://localhost:3000"), init));
}

/** Directives by name. */
function policyOf(response: Response): ReadonlyMap<string, string> {
  const text = response.headers.get("content-security-policy") ?? "";
  return new Map(text.split("; ").map((directive) => [directive.split(" ")[0] ?? "", directive]));
}

describe("proxy", () => {
  it.each([
    ["/", true],
    ["/dashboard", true],
    ["/lender/0x1/export.csv", true],
    ["/api", true],
    ["/apiary", true],
    ["/_next/image?url=%2Ficon.svg&w=64&q=75", true],
    ["/api/tiktokshop/webhook", false],
    ["/_next/static/chunks/a.js", false],
  ])("sees %s: %s", async (url, isSeen) => {
    const { config } = await import("./proxy.ts");

    expect(unstable_doesMiddlewareMatch({ config, url, nextConfig: {} })).toBe(isSeen);
  });

  it("allows only scripts and styles of this response, and no frame around it (J02)", async () => {
    const policy = policyOf(await answer("/"));

    expect(policy.get("script-src")).toMatch(/^script-src 'self' 'nonce-[A-Za-z0-9+/=]{24}' 'strict-dynamic'$/);
    expect(policy.get("style-src")).toMatch(/^style-src 'self' 'nonce-[A-Za-z0-9+/=]{24}'$/);
    expect(policy.get("frame-ancestors")).toBe("frame-ancestors 'none'");
    expect(policy.get("connect-src")).toBe("connect-src 'self'");
    expect([...policy.values()].join()).not.toMatch(/unsafe-|https?:/);
  });

  it("says of everything else that a page may do where it may do it (J02)", async () => {
    const rest = [...policyOf(await answer("/")).values()].filter((directive) => !directive.includes("'nonce-"));

    expect(rest).toEqual([
      "default-src 'self'",
      "img-src 'self' data: blob:",
      "font-src 'self'",
      "connect-src 'self'",
      "frame-src 'none'",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ]);
  });

  it("makes a new nonce for each response, and hands the same policy to the page", async () => {
    const [first, second] = [await answer("/"), await answer("/")];

    expect(first.headers.get("content-security-policy")).not.toBe(second.headers.get("content-security-policy"));
    expect(first.headers.get("x-middleware-request-content-security-policy")).toBe(
      first.headers.get("content-security-policy"),
    );
  });

  it("replaces a policy and a nonce that the client sent (J03)", async () => {
    const headers = { "content-security-policy": "script-src 'nonce-\"><script>evil'", "x-nonce": "evil" };

    const response = await answer("/", { headers });

    expect(JSON.stringify([...response.headers])).not.toContain("evil");
  });

  it("sends a prefetch the same headers as any request", async () => {
    const response = await answer("/dashboard", { headers: { purpose: "prefetch", "next-router-prefetch": "1" } });

    expect(response.headers.has("content-security-policy")).toBe(true);
  });

  it("lets the e-mail wallet's hosts in only where that wallet is set up", async () => {
    vi.stubEnv("CDP_PROJECT_ID", "project");

    const policy = policyOf(await answer("/"));

    expect(policy.get("connect-src")).toBe("connect-src 'self' https://api.cdp.coinbase.com");
    expect(policy.get("frame-src")).toBe("frame-src https://secure-wallet.cdp.coinbase.com");
  });

  it("asks for https from then on, but only where there is https", async () => {
    expect((await answer("/")).headers.has("strict-transport-security")).toBe(false);

    vi.resetModules();
    vi.stubEnv("NEXT_PUBLIC_APP_URL", "https://app.example");

    expect((await answer("/")).headers.get("strict-transport-security")).toContain("max-age=63072000");
  });

  it("serves no resized images (J06)", async () => {
    expect((await answer("/_next/image?url=%2Ficon.svg&w=64&q=75")).status).toBe(404);
  });

  it.each([
    ["/lender/0x1", "prefetch;prerender", 503],
    ["/lender/0x1/rows?figure=gmv", "prefetch", 503],
    ["/lender/0x1", "", 200],
    ["/lender", "prefetch", 200],
    ["/dashboard", "prefetch;prerender", 200],
  ])("counts no look of %s that a browser asks for ahead (%j): %i", async (path, purpose, status) => {
    const response = await answer(path, { headers: { "sec-purpose": purpose } });

    expect(response.status).toBe(status);
    if (status === 503) expect(response.headers.get("cache-control")).toBe("no-store");
  });

  it.each(["POST", "PUT", "PATCH", "DELETE", "OPTIONS"])("refuses %s to a page (J08, J09)", async (method) => {
    const response = await answer("/dashboard", { method, headers: { "next-action": "x" } });

    expect(response.status).toBe(405);
    expect(response.headers.get("allow")).toBe("GET, HEAD");
  });
});
