import { createHmac, hash } from "node:crypto";

/**
 * Lower-case hex HMAC-SHA256 of a text's UTF-8 bytes. For keys of at most 64 ASCII characters, as app secrets are, it is put
 * together from two one-shot digests by RFC 2104, which costs half of what making a native HMAC object does; any other
 * key goes the native way.
 */
export function hmacHex(key: string, text: string): string {
  const pads = padsOf(key);
  if (pads === null) return createHmac("sha256", key).update(text).digest("hex");
  pads.outer.write(hash("sha256", pads.inner + text, "hex"), blockBytes, "hex");
  return hash("sha256", pads.outer, "hex");
}

interface Pads {
  readonly key: string;
  /** Of ASCII, since the key is: its characters are its bytes. */
  readonly inner: string;
  /** The outer pad, and behind it room for the inner digest. */
  readonly outer: Buffer;
}

const blockBytes = 64;
const digestBytes = 32;
// biome-ignore lint/suspicious/noControlCharactersInRegex: every ASCII character may stand in a key.
const shortAscii = /^[\x00-\x7f]{0,64}$/;

let last: Pads | null = null;

/** A process signs with one secret, so its pads are kept. Null for a key that they cannot be made of. */
function padsOf(key: string): Pads | null {
  if (last !== null && last.key === key) return last;
  if (!shortAscii.test(key)) return null;
  const padded = Buffer.alloc(blockBytes);
  padded.write(key, "latin1");
  const inner = Buffer.from(padded.map((byte) => byte ^ 0x36)).toString("latin1");
  const outer = Buffer.concat([padded.map((byte) => byte ^ 0x5c), Buffer.alloc(digestBytes)]);
  last = { key, inner, outer };
  return last;
}
