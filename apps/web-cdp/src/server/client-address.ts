import "server-only";
import { isIPv4, isIPv6, SocketAddress } from "node:net";

const anybody = "direct";

/** Whether the address stands for every client at once. */
export function isShared(address: string): boolean {
  return address === anybody;
}

/**
 * Whom a request counts for. Only entries that our own proxies appended are believed: with N of them, the N-th from the
 * right. Without a proxy every client counts as one, since anybody can write the header; so does what came past some of
 * the proxies and carries fewer entries. IPv6 counts by its /64, and an IPv4 address alike however a proxy writes it.
 */
export function clientAddress(forwardedFor: string | null, trustedProxyCount: number): string {
  if (trustedProxyCount === 0) return anybody;
  const hops = (forwardedFor ?? "").split(",").map((hop) => hop.trim());
  const address = plainAddress(hops.at(-trustedProxyCount) || anybody);
  return isIPv6(address) ? network64(address) : address.slice(0, 64);
}

/** The network around an address that one client may have whole: of IPv6 the /48, which holds 65,536 that count each. */
export function networkOf(address: string): string {
  return address.endsWith("::/64") ? `${address.split(":").slice(0, 3).join(":")}::/48` : address;
}

/** The network of one client; null where the address stands for every client at once. */
export function ownNetwork(address: string): string | null {
  return isShared(address) ? null : networkOf(address);
}

/** The address alone: without the port that some proxies add, and in IPv4 where one that listens on IPv6 maps it into that. */
function plainAddress(hop: string): string {
  const [, inBrackets, beforePort] = /^(?:\[(.+)\]|([\d.]+))(?::\d+)?$/.exec(hop) ?? [];
  const address = inBrackets ?? beforePort ?? hop;
  if (!isIPv6(address)) return address;
  const spelled = SocketAddress.parse(`[${address}]`)?.address ?? address;
  const mapped = spelled.replace(/^::ffff:/, "");
  return isIPv4(mapped) ? mapped : spelled;
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
