import "server-only";
import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from "node:crypto";

/** RFC 8410: what stands before the 32 bytes of an Ed25519 key in PKCS#8 and in SubjectPublicKeyInfo. */
const privatePrefix = Buffer.from("302e020100300506032b657004220420", "hex");
const publicPrefix = Buffer.from("302a300506032b6570032100", "hex");

/** Keys of the record outside of the database: one signs, it and earlier ones verify. */
export interface AuditSigner {
  /** The present public key, 32 bytes as base64. */
  readonly publicKey: string;
  /** Answers the signature as base64url. */
  sign(text: string): string;
  isSignedBy(text: string, signature: string): boolean;
}

/** Makes the signer of a private key of 32 bytes and the public keys that were used before it. */
export function createAuditSigner(keys: {
  readonly privateKey: Uint8Array;
  readonly earlier: readonly Uint8Array[];
}): AuditSigner {
  const key = createPrivateKey({
    key: Buffer.concat([privatePrefix, keys.privateKey]),
    format: "der",
    type: "pkcs8",
  });
  const present = createPublicKey(key);
  const trusted: readonly KeyObject[] = [present, ...keys.earlier.map(publicKeyFrom)];
  return {
    publicKey: present.export({ format: "der", type: "spki" }).subarray(publicPrefix.length).toString("base64"),
    sign: (text) => sign(null, Buffer.from(text), key).toString("base64url"),
    isSignedBy(text, signature) {
      const bytes = Buffer.from(signature, "base64url");
      return bytes.length === 64 && trusted.some((one) => verify(null, Buffer.from(text), one, bytes));
    },
  };
}

function publicKeyFrom(bytes: Uint8Array): KeyObject {
  return createPublicKey({ key: Buffer.concat([publicPrefix, bytes]), format: "der", type: "spki" });
}
