import type { NextConfig } from "next";

const nextConfig: NextConfig = {
  poweredByHeader: false,
  productionBrowserSourceMaps: false,
  reactStrictMode: true,
  typedRoutes: false,
  images: { unoptimized: true },
  transpilePackages: ["@lendfriend/connector", "@lendfriend/credit-score", "@lendfriend/tiktokshop-client"],
  serverExternalPackages: ["pino"],
};

export default nextConfig;
