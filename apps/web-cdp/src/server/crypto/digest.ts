import "server-only";
import { createHmac } from "node:crypto";

/** What a digest stands for; the same value under two purposes has unrelated digests. */
type DigestPurpose = "session" | "pre_session" | "nonce" | "state" | "flow" | "browser" | "code" | "address";

/** A keyed one-way digest: what the database holds in place of a secret that a browser carries. */
export type Digest = (purpose: DigestPurpose, value: string) => string;

/** HMAC-SHA-256 under the session secret, base64url. Nobody who reads the database can go back, or make new ones. */
export function createDigest(secret: string): Digest {
  return (purpose, value) => createHmac("sha256", secret).update(`${purpose}\0${value}`).digest("base64url");
}
