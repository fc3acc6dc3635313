import type { NextConfig } from "next";
import { dataHeaders, securityHeaders } from "./src/server/security-headers.ts";

function listed(headers: Readonly<Record<string, string>>): { key: string; value: string }[] {
  return Object.entries(headers).map(([key, value]) => ({ key, value }));
}

const nextConfig: NextConfig = {
  poweredByHeader: false,
  productionBrowserSourceMaps: false,
  reactStrictMode: true,
  typedRoutes: false,
  // The gate checks types in a step of its own; who starts the demo need not wait for it.
  typescript: { ignoreBuildErrors: true },
  images: { unoptimized: true },
  transpilePackages: [
    "@lendfriend/connector",
    "@lendfriend/credit-score",
    "@lendfriend/score-proof",
    "@lendfriend/tiktokshop-client",
  ],
  serverExternalPackages: ["pino"],
  // Messages are compiled on the server, so that no page brings a parser of them along.
  turbopack: { resolveAlias: { "use-intl/format-message": "use-intl/format-message/format-only" } },
  // Next holds as much of a body that is sent to a page in memory before the proxy refuses it.
  experimental: { proxyClientMaxBodySize: "512kb" },
  headers: async () => [
    { source: "/:path*", headers: listed(securityHeaders) },
    { source: "/api/:path+", headers: listed(dataHeaders) },
    // Its address holds a code and a state. What stands here replaces what the route itself says.
    { source: "/api/tiktokshop/callback", headers: [{ key: "Referrer-Policy", value: "no-referrer" }] },
  ],
};

export default nextConfig;
