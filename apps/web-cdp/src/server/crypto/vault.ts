import "server-only";
import { hkdfSync, randomBytes } from "node:crypto";
import { decrypt, encrypt, keyBytes, nonceBytes, tagBytes } from "./aead.ts";

const version = "v1";
const saltBytes = 32;

/** What a sealed token belongs to. It opens only under the same connection, field and epoch. */
export interface TokenContext {
  readonly connectionId: string;
  readonly field: "access" | "refresh";
  readonly epoch: number;
}

export interface Vault {
  /** Encrypts for storage as `v1.<kid>.<salt>.<nonce>.<ciphertext>.<tag>`, each part base64url. */
  seal(plaintext: string, context: TokenContext): string;
  /** Decrypts what `seal` made. Throws `VaultError` for anything else, never telling which part was wrong. */
  open(sealed: string, context: TokenContext): string;
  /** Whether a sealed token is still under an older key and should be sealed anew. Throws `VaultError`. */
  needsReseal(sealed: string): boolean;
}

/** A stored token could not be opened: altered, moved to another row, under a retired key, or never sealed. */
export class VaultError extends Error {
  override readonly name = "VaultError";

  constructor() {
    super(
      "a stored token could not be opened; check that TOKEN_ENCRYPTION_KEYS still holds the key it was sealed with",
    );
  }
}

/**
 * Seals platform tokens with AES-256-GCM under a key derived afresh for each record, so that one key never meets two
 * nonces. The first key seals, all keys open. Throws `RangeError` when there is no key or one is not 32 bytes.
 */
export function createVault(keys: readonly { readonly kid: string; readonly key: Uint8Array }[]): Vault {
  const [primary] = keys;
  if (!primary) throw new RangeError("a vault needs at least one key");
  if (keys.some(({ key }) => key.length !== keyBytes)) throw new RangeError("every vault key must have 32 bytes");
  const keyByKid = new Map(keys.map(({ kid, key }) => [kid, key]));

  function seal(plaintext: string, context: TokenContext): string {
    const { kid, key } = primaryKey;
    const salt = randomBytes(saltBytes);
    const nonce = randomBytes(nonceBytes);
    const under = { key: recordKey(key, salt, context.field), nonce, associated: associatedText(kid, context) };
    const { ciphertext, tag } = encrypt(Buffer.from(plaintext, "utf8"), under);
    const parts = [salt, nonce, ciphertext, tag].map((part) => Buffer.from(part).toString("base64url"));
    return [version, kid, ...parts].join(".");
  }

  function open(sealed: string, context: TokenContext): string {
    const { kid, salt, nonce, ciphertext, tag } = parseSealed(sealed);
    const key = keyByKid.get(kid);
    if (!key) throw new VaultError();
    try {
      const under = { key: recordKey(key, salt, context.field), nonce, associated: associatedText(kid, context) };
      return Buffer.from(decrypt({ ciphertext, tag }, under)).toString("utf8");
    } catch {
      throw new VaultError();
    }
  }

  function needsReseal(sealed: string): boolean {
    return parseSealed(sealed).kid !== primaryKey.kid;
  }

  const primaryKey = primary;
  return { seal, open, needsReseal };
}

interface SealedParts {
  readonly kid: string;
  readonly salt: Buffer;
  readonly nonce: Buffer;
  readonly ciphertext: Buffer;
  readonly tag: Buffer;
}

function parseSealed(sealed: string): SealedParts {
  const [prefix, kid = "", salt, nonce, ciphertext, tag, ...rest] = sealed.split(".");
  if (prefix !== version || rest.length > 0) throw new VaultError();
  return {
    kid,
    salt: decode(salt, saltBytes),
    nonce: decode(nonce, nonceBytes),
    ciphertext: decode(ciphertext, null),
    tag: decode(tag, tagBytes),
  };
}

/** Accepts only the one way of writing the bytes, never a part that is missing: base64url has spare bits that decoding would ignore. */
function decode(text: string | undefined, length: number | null): Buffer {
  const bytes = Buffer.from(text ?? "", "base64url");
  if (bytes.toString("base64url") !== text) throw new VaultError();
  if (length !== null && bytes.length !== length) throw new VaultError();
  return bytes;
}

function recordKey(key: Uint8Array, salt: Uint8Array, field: TokenContext["field"]): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", key, salt, `tts/${version}/${field}`, keyBytes));
}

/** Each part carries its length, so that no two contexts can be written the same way. */
function associatedText(kid: string, { connectionId, field, epoch }: TokenContext): Buffer {
  const parts = [version, kid, connectionId, field, String(epoch)];
  return Buffer.from(parts.map((part) => `${Buffer.byteLength(part)}:${part}`).join("|"), "utf8");
}
