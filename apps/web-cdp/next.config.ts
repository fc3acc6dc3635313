import type { NextConfig } from "next";

/** The same on every answer, assets included; what differs by page is set in src/proxy.ts. */
const securityHeaders = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(), geolocation=(), microphone=(), payment=(), usb=()" },
];

const nextConfig: NextConfig = {
  poweredByHeader: false,
  productionBrowserSourceMaps: false,
  reactStrictMode: true,
  typedRoutes: false,
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
    { source: "/:path*", headers: securityHeaders },
    // Data, which nobody may draw a page from or put in a frame, and no search engine keeps: public lists are among it.
    {
      source: "/api/:path+",
      headers: [
        { key: "Content-Security-Policy", value: "default-src 'none'; frame-ancestors 'none'" },
        { key: "X-Robots-Tag", value: "noindex" },
      ],
    },
    // Its address holds a code and a state. What stands here replaces what the route itself says.
    { source: "/api/tiktokshop/callback", headers: [{ key: "Referrer-Policy", value: "no-referrer" }] },
  ],
};

export default nextConfig;
