import { createHash } from "node:crypto";

/** What must never have been committed, by how it looks. Placeholders and hashes do not look like this. */
const secretShapes: Readonly<Record<string, RegExp>> = {
  "private key": /-----BEGIN (?:RSA |EC |OPENSSH |DSA |ENCRYPTED )?PRIVATE KEY-----[\s\S]{40,}?-----END/g,
  "private JWK": /"d"\s*:\s*"[A-Za-z0-9_-]{42,}"/g,
  "cloud access key": /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g,
  "code host token": /\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{60,}|glpat-[A-Za-z0-9_-]{20})\b/g,
  "package registry token": /\bnpm_[A-Za-z0-9]{36}\b/g,
  "Supabase secret key": /\bsb_secret_[A-Za-z0-9_-]{20,}/g,
  "signed token": /\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{20,}/g,
  "database address with a password":
    /\bpostgres(?:ql)?:\/\/[^\s:@/$`{"']+:[^\s@/$`{"']{6,}@(?!127\.0\.0\.1|localhost)/g,
  "token key": /\b[A-Za-z0-9_-]{1,32}:[A-Za-z0-9+/]{43}=(?![A-Za-z0-9+/=])/g,
  "assigned secret":
    /\b(?:SESSION_SECRET|SUPABASE_JWT_SECRET|SUPABASE_SECRET_KEY|TIKTOK_SHOP_APP_SECRET|SCORE_SIGNING_KEY|AUDIT_SIGNING_KEY)\s*[=:]\s*["']?[A-Za-z0-9+/_-]{32,}/g,
  "platform token": /\b(?:TTP|GCP|ROW)_[A-Za-z0-9_-]{30,}/g,
};

/** Something that looks like a secret: of which kind, and a fingerprint by which it can be judged without being shown. */
export interface FoundSecret {
  readonly kind: string;
  readonly fingerprint: string;
}

/** Everything in a text that looks like a secret. */
export function secretsIn(text: string): readonly FoundSecret[] {
  return Object.entries(secretShapes).flatMap(([kind, pattern]) =>
    [...text.matchAll(pattern)].map(([match]) => ({ kind, fingerprint: fingerprintOf(match) })),
  );
}

function fingerprintOf(match: string): string {
  return createHash("sha256").update(match).digest("hex").slice(0, 16);
}
