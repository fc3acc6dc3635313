import { createHmac, timingSafeEqual } from "node:crypto";

/**
 * Whether `hex` is the whole HMAC-SHA256 of the parts put together, in lower-case hex. Takes the same time wherever the
 * first difference lies. Never throws for what somebody sent.
 */
export function hmacMatches(key: string | Uint8Array, parts: readonly (string | Uint8Array)[], hex: string): boolean {
  if (!/^[0-9a-f]{64}$/.test(hex)) return false;
  const mac = createHmac("sha256", key);
  for (const part of parts) mac.update(part);
  return timingSafeEqual(Buffer.from(hex, "hex"), mac.digest());
}
