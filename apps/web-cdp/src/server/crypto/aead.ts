import "server-only";
import { createCipheriv, createDecipheriv } from "node:crypto";

const algorithm = "aes-256-gcm";

/** The one size of each part that is taken: AES-256, and what NIST SP 800-38D recommends. */
export const keyBytes = 32;
export const nonceBytes = 12;
export const tagBytes = 16;

/** What a text is encrypted under. Nobody may ever use a key with the same nonce twice. */
interface Under {
  readonly key: Uint8Array;
  readonly nonce: Uint8Array;
  /** Not encrypted, but nothing opens under another one. */
  readonly associated: Uint8Array;
}

interface Encrypted {
  readonly ciphertext: Uint8Array;
  readonly tag: Uint8Array;
}

/** Encrypts with AES-256-GCM. Throws for a key or nonce of another size. */
export function encrypt(plaintext: Uint8Array, { key, nonce, associated }: Under): Encrypted {
  requireSizes(key, nonce);
  const cipher = createCipheriv(algorithm, key, nonce, { authTagLength: tagBytes });
  cipher.setAAD(associated);
  const ciphertext = Buffer.concat([cipher.update(plaintext), cipher.final()]);
  return { ciphertext, tag: cipher.getAuthTag() };
}

/**
 * Decrypts what `encrypt` made. Throws when anything was altered, and for a tag of fewer than 16 bytes, which Node by
 * itself would compare no further than it goes.
 */
export function decrypt({ ciphertext, tag }: Encrypted, { key, nonce, associated }: Under): Uint8Array {
  requireSizes(key, nonce);
  if (tag.length !== tagBytes) throw new RangeError("a tag has 16 bytes");
  const decipher = createDecipheriv(algorithm, key, nonce, { authTagLength: tagBytes });
  decipher.setAAD(associated);
  decipher.setAuthTag(tag);
  return Buffer.concat([decipher.update(ciphertext), decipher.final()]);
}

function requireSizes(key: Uint8Array, nonce: Uint8Array): void {
  if (key.length !== keyBytes) throw new RangeError("a key has 32 bytes");
  if (nonce.length !== nonceBytes) throw new RangeError("a nonce has 12 bytes");
}
