import "server-only";
import { isIP } from "node:net";
import type { Env } from "./env.ts";
import { isTikTokShopHost } from "./env-values.ts";

const path = "/api/tiktokshop/webhook";

/**
 * Where the platform is told to send events, or null when it would not take the address. TikTok Shop wants https, a domain name,
 * no port and at most 255 characters; a test provider gets whatever address this installation has, loopback included.
 */
export function webhookAddress({ appUrl, tikTokShop }: Pick<Env, "appUrl" | "tikTokShop">): string | null {
  const address = `${appUrl}${path}`;
  if (!isTikTokShopHost(new URL(tikTokShop.apiUrl))) return address;
  const { protocol, hostname, port } = new URL(address);
  const isDomain = hostname.includes(".") && !hostname.startsWith("[") && isIP(hostname) === 0;
  return protocol === "https:" && port === "" && isDomain && address.length <= 255 ? address : null;
}
