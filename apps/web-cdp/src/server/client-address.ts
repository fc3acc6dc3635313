import "server-only";
import { isIPv6 } from "node:net";

const anybody = "direct";

/** Whether the address stands for every client at once. */
export function isShared(address: string): boolean {
  return address === anybody;
}

/**
 * Whom a request counts for. Only entries that our own proxies appended are believed: with N of them, the N-th from the
 * right. Without a proxy every client counts as one, since anybody can write the header; so does what came past some of
 * the proxies and carries fewer entries. IPv6 counts by its /64.
 */
export function clientAddress(forwardedFor: string | null, trustedProxyCount: number): string {
  if (trustedProxyCount === 0) return anybody;
  const hops = (forwardedFor ?? "").split(",").map((hop) => hop.trim());
  const address = hops.at(-trustedProxyCount) || anybody;
  return isIPv6(address) ? network64(address) : address.slice(0, 64);
}

function network64(address: string): string {
  const [head = "", tail] = address.toLowerCase().split("::");
  const first = head === "" ? [] : head.split(":");
  const last = tail?.split(":") ?? [];
  const zeros = Array.from({ length: 8 - first.length - last.length }, () => "0");
  return `${[...first, ...zeros, ...last]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":")}::/64`;
}
