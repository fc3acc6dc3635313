import { createPrivateKey } from "node:crypto";
import { z } from "zod";
import { signInChainIds } from "./sign-in/sign-in-chains.ts";

/*
 * Shapes of single variables. Messages complete the sentence "NAME …" and never repeat the value.
 */

/** An absolute http or https address. */
export const httpUrl = z.string().refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol), {
  message: "must be an http or https address",
});

/** `1`, `true`, `0`, `false`, or absent, which is false. */
export const booleanText = z
  .enum(["0", "1", "false", "true"], { message: "must be 1 or 0" })
  .default("0")
  .transform((text) => text === "1" || text === "true");

/** Key material as text: long and varied enough not to be a word. */
export const secretText = z
  .string()
  .min(32, "must have at least 32 characters; try: openssl rand -base64 48")
  .refine((text) => new Set(text).size >= 8, "repeats a few characters; try: openssl rand -base64 48");

/** `kid:base64,kid:base64`: AES keys of exactly 32 bytes, ids and keys all different. */
export const tokenKeys = z.string().transform((text, context) => {
  const keys = text.split(",").map((entry) => {
    const [kid = "", encoded = "", ...rest] = entry.trim().split(":");
    const key = Buffer.from(encoded, "base64");
    const wellFormed = rest.length === 0 && /^[A-Za-z0-9_-]{1,32}$/.test(kid) && isBase64(encoded) && key.length === 32;
    return wellFormed ? { kid, key: new Uint8Array(key) } : null;
  });
  const valid = keys.filter((key) => key !== null);
  if (valid.length < keys.length) {
    context.addIssue("must be kid:base64 entries, comma-separated, each key 32 bytes; try: openssl rand -base64 32");
    return z.NEVER;
  }
  const kids = new Set(valid.map(({ kid }) => kid));
  const material = new Set(valid.map(({ key }) => Buffer.from(key).toString("hex")));
  if (kids.size < valid.length || material.size < valid.length) {
    context.addIssue("names a key twice");
    return z.NEVER;
  }
  return valid;
});

const curveOrder = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;

/** A private secp256k1 key as hex, then the addresses of earlier keys whose signatures still count, comma-separated. */
export const scoreSigningKey = z.string().transform((text, context) => {
  const [key = "", ...earlier] = text.split(",").map((part) => part.trim().toLowerCase().replace(/^0x/, ""));
  const isKey = /^[0-9a-f]{64}$/.test(key) && BigInt(`0x${key}`) > 0n && BigInt(`0x${key}`) < curveOrder;
  if (!isKey || !earlier.every((address) => /^[0-9a-f]{40}$/.test(address))) {
    context.addIssue(
      "must be a private key of 32 bytes in hex, then addresses of earlier keys, comma-separated; try: openssl rand -hex 32",
    );
    return z.NEVER;
  }
  return { privateKey: `0x${key}` as const, retired: earlier.map((address) => `0x${address}` as const) };
});

/** A private Ed25519 key of 32 bytes, then public keys that were used before it, all base64, comma-separated. */
export const auditSigningKey = z.string().transform((text, context) => {
  const keys = text.split(",").map((part) => part.trim());
  const bytes = keys.map((key) => new Uint8Array(Buffer.from(key, "base64")));
  const [privateKey, ...earlier] = bytes;
  if (!privateKey || !keys.every(isBase64) || bytes.some((key) => key.length !== 32)) {
    context.addIssue(
      "must be a private key of 32 bytes in base64, then earlier public keys, comma-separated; try: openssl rand -base64 32",
    );
    return z.NEVER;
  }
  return { privateKey, earlier };
});

/** `chain=address,chain=address`: one JSON-RPC endpoint for a chain. What it answers decides who signs in, so https. */
export const chainRpcUrls = z.string().transform((text, context) => {
  const entries = text.split(",").map((entry) => {
    const [chain = "", ...rest] = entry.trim().split("=");
    const url = rest.join("=");
    const chainId = signInChainIds.find((known) => String(known) === chain);
    const address = URL.parse(url);
    const isTrusted = address?.protocol === "https:" || (address?.protocol === "http:" && isLoopback(address.hostname));
    return chainId !== undefined && isTrusted ? ([chainId, url] as const) : null;
  });
  const valid = entries.filter((entry) => entry !== null);
  if (valid.length < entries.length || new Set(valid.map(([chainId]) => chainId)).size < valid.length) {
    context.addIssue(
      `must be chain=https-address entries, comma-separated, of ${signInChainIds.join(", ")}, each once`,
    );
    return z.NEVER;
  }
  return new Map<number, string>(valid);
});

/** A private P-256 key, as a JWK (its `kid` is kept) or PKCS#8 PEM; `\n` may be written as two characters. */
export const jwtSigningKey = z.string().transform((text, context) => {
  try {
    return privateJwk(text);
  } catch {
    context.addIssue("must be a private P-256 key, as JWK or PEM");
    return z.NEVER;
  }
});

function privateJwk(text: string): SigningKey {
  const trimmed = text.trim();
  const jwk = trimmed.startsWith("{") ? jwkSchema.parse(JSON.parse(trimmed)) : null;
  const key = jwk ? createPrivateKey({ key: jwk, format: "jwk" }) : createPrivateKey(trimmed.replaceAll("\\n", "\n"));
  if (key.asymmetricKeyDetails?.namedCurve !== "prime256v1") throw new TypeError("not a P-256 key");
  const { kty, crv, x, y, d } = key.export({ format: "jwk" });
  return jwkSchema.parse({ kty, crv, x, y, d, kid: jwk?.kid });
}

const jwkSchema = z.object({
  kty: z.literal("EC"),
  crv: z.literal("P-256"),
  x: z.string(),
  y: z.string(),
  d: z.string(),
  kid: z.string().optional(),
});

/** A private P-256 key as JWK. */
export type SigningKey = z.infer<typeof jwkSchema>;

function isBase64(text: string): boolean {
  return /^[A-Za-z0-9+/]+={0,2}$/.test(text);
}

/** Whether a host name means this machine. */
export function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127(\.\d{1,3}){3}$/.test(hostname);
}

const tikTokShopDomains = [
  "tiktok-shops.com",
  "tiktok.com",
  "tiktokglobalshop.com",
  "tiktokshop.com",
  "tiktokshops.us",
] as const;

/** Whether an address is https on a domain that TikTok Shop documents. */
export function isTikTokShopHost({ protocol, hostname }: URL): boolean {
  if (protocol !== "https:") return false;
  return tikTokShopDomains.some((domain) => hostname === domain || hostname.endsWith(`.${domain}`));
}

/** Values printed in public documentation and local stacks; whoever reads those can forge with them. */
const publicSecrets = [
  "super-secret-jwt-token-with-at-least-32-characters-long",
  // The first account of local chains' test mnemonic.
  "ac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80",
];

const secretNames = [
  "AUDIT_SIGNING_KEY",
  "SCORE_SIGNING_KEY",
  "SESSION_SECRET",
  "SUPABASE_JWT_SECRET",
  "SUPABASE_JWT_SIGNING_KEY",
  "SUPABASE_SECRET_KEY",
  "TIKTOK_SHOP_APP_SECRET",
] as const;

/** Names secrets that are equal to each other, and those that are publicly known or constant when that is refused. */
export function weakSecrets(
  source: Readonly<Record<string, string | undefined>>,
  { refusePublicValues }: { readonly refusePublicValues: boolean },
): string[] {
  const entries = [...secretNames.flatMap((name) => namedParts(name, source[name])), ...tokenKeyParts(source)];
  const problems = new Set<string>();
  const ownerOf = new Map<string, string>();
  for (const { name, value } of entries) {
    if (value === "") continue;
    const owner = ownerOf.get(value);
    if (owner !== undefined && owner !== name) problems.add(`${name} must differ from ${owner}`);
    ownerOf.set(value, owner ?? name);
    if (!refusePublicValues) continue;
    if (publicSecrets.includes(value)) problems.add(`${name} is a publicly known value`);
    if (name === "TOKEN_ENCRYPTION_KEYS" && new Set(Buffer.from(value, "base64")).size < 8) {
      problems.add(`${name} holds a key that repeats a few bytes`);
    }
  }
  return [...problems];
}

function namedParts(name: string, text: string | undefined): { name: string; value: string }[] {
  if (text === undefined) return [];
  if (name === "SCORE_SIGNING_KEY") {
    const [key = ""] = text.split(",");
    return [{ name, value: key.trim().toLowerCase().replace(/^0x/, "") }];
  }
  if (name === "AUDIT_SIGNING_KEY") return [{ name, value: text.split(",")[0]?.trim() ?? "" }];
  const parts = name === "TIKTOK_SHOP_APP_SECRET" ? text.split(",") : [text];
  return parts.map((part) => ({ name, value: part.trim() }));
}

function tokenKeyParts(source: Readonly<Record<string, string | undefined>>): { name: string; value: string }[] {
  const keys = source.TOKEN_ENCRYPTION_KEYS?.split(",") ?? [];
  return keys.map((entry) => ({ name: "TOKEN_ENCRYPTION_KEYS", value: entry.trim().split(":")[1] ?? "" }));
}
