import { createHmac, randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { StackError } from "./stack-error.ts";

/** Secrets of one local installation: minted on its first start, kept in the data folder, printed nowhere. */
export interface LocalSecrets {
  readonly databasePassword: string;
  readonly apiPassword: string;
  readonly jwtSecret: string;
  readonly publishableKey: string;
  readonly secretKey: string;
  /** `kid:base64`, the form of TOKEN_ENCRYPTION_KEYS. */
  readonly tokenEncryptionKeys: string;
  readonly sessionSecret: string;
  /** A secp256k1 key as hex, the form of SCORE_SIGNING_KEY. */
  readonly scoreSigningKey: string;
  /** An Ed25519 key as base64, the form of AUDIT_SIGNING_KEY. */
  readonly auditSigningKey: string;
}

const fileName = "secrets.json";

/** Reads the data folder's secrets, or mints them when it has none. Throws `StackError` when the file is damaged. */
export function localSecrets(dataDir: string): LocalSecrets {
  const path = join(dataDir, fileName);
  if (!existsSync(path)) {
    const minted = mintSecrets();
    writeFileSync(path, `${JSON.stringify(minted, null, 2)}\n`, { mode: 0o600, flag: "wx" });
    return minted;
  }
  const stored = parse(readFileSync(path, "utf8"));
  if (isLocalSecrets(stored)) return stored;
  const completed = withSigningKeys(stored);
  if (isLocalSecrets(completed)) {
    writeFileSync(path, `${JSON.stringify(completed, null, 2)}\n`, { mode: 0o600 });
    return completed;
  }
  throw new StackError(
    "data_dir_refused",
    `${path} is damaged. Restore it, or run "pnpm demo:reset" to start over with an empty database.`,
  );
}

function mintSecrets(): LocalSecrets {
  return {
    databasePassword: randomBytes(24).toString("base64url"),
    apiPassword: randomBytes(24).toString("base64url"),
    jwtSecret: randomBytes(48).toString("base64url"),
    publishableKey: `sb_publishable_${randomBytes(24).toString("base64url")}`,
    secretKey: `sb_secret_${randomBytes(32).toString("base64url")}`,
    tokenEncryptionKeys: `k1:${randomBytes(32).toString("base64")}`,
    sessionSecret: randomBytes(48).toString("base64url"),
    ...mintSigningKeys(),
  };
}

function mintSigningKeys(): Pick<LocalSecrets, "scoreSigningKey" | "auditSigningKey"> {
  return { scoreSigningKey: mintSigningKey(), auditSigningKey: randomBytes(32).toString("base64") };
}

/** Almost every 32 bytes are a key; a leading zero bit keeps them below the curve's order. */
function mintSigningKey(): string {
  const bytes = randomBytes(32);
  bytes[0] = (bytes[0] ?? 0) & 0x7f;
  return `0x${bytes.toString("hex")}`;
}

/** Folders of before something was signed have every other secret; nothing that is stored depends on these. */
function withSigningKeys(stored: unknown): unknown {
  return typeof stored === "object" && stored !== null ? { ...mintSigningKeys(), ...stored } : stored;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isLocalSecrets(value: unknown): value is LocalSecrets {
  if (typeof value !== "object" || value === null) return false;
  const stored = new Map(Object.entries(value));
  return Object.keys(mintSecrets()).every((name) => typeof stored.get(name) === "string" && stored.get(name) !== "");
}

/** A short-lived HS256 token as the app mints them for a signed-in wallet; for tests and checks of the stack. */
export function signUserToken(jwtSecret: string, claims: Readonly<Record<string, unknown>>): string {
  const encode = (part: unknown) => Buffer.from(JSON.stringify(part)).toString("base64url");
  const body = `${encode({ alg: "HS256", typ: "JWT" })}.${encode(claims)}`;
  return `${body}.${createHmac("sha256", jwtSecret).update(body).digest("base64url")}`;
}
