import { generateKeyPairSync, randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { secretsIn } from "./secret-shapes.ts";

const text = (bytes: number) => randomBytes(bytes).toString("base64url");
const { privateKey } = generateKeyPairSync("ec", { namedCurve: "prime256v1" });

test.each([
  ["private key", String(privateKey.export({ type: "pkcs8", format: "pem" }))],
  ["private JWK", JSON.stringify(privateKey.export({ format: "jwk" }))],
  ["cloud access key", `key: AKIA${"Q7".repeat(8)}`],
  ["code host token", `ghp_${"a1B2".repeat(9)}`],
  ["package registry token", `npm_${"a1B2".repeat(9)}`],
  ["Supabase secret key", `sb_secret_${text(20)}`],
  ["signed token", `eyJ${text(20)}.eyJ${text(30)}.${text(32)}`],
  ["database address with a password", `postgres://postgres.x:${text(12)}@db.example.com:5432/postgres`],
  ["token key", `TOKEN_ENCRYPTION_KEYS=k1:${randomBytes(32).toString("base64")}`],
  ["assigned secret", `SESSION_SECRET=${randomBytes(48).toString("base64")}`],
  ["platform token", `ROW_${text(30)}`],
])("a %s is noticed (L03)", (kind, secret) => {
  expect(secretsIn(`before\n${secret}\nafter`).map((found) => found.kind)).toContain(kind);
});

test.each([
  "TOKEN_ENCRYPTION_KEYS=",
  ["SESSION_SECRET=", "{secrets.sessionSecret}"].join("$"),
  "postgres://lite_api:secret-word@127.0.0.1:5432/postgres",
  `sha256: ${"a1".repeat(32)}`,
  "sb_secret_…",
  "TTP_canary-access",
])("%j is not taken for one", (harmless) => {
  expect(secretsIn(harmless)).toEqual([]);
});
