import { createHmac } from "node:crypto";
import { daySeconds } from "../clock.ts";
import { marketOf } from "../markets.ts";
import type { Persona } from "../personas/persona.ts";
import type { LiveSettings } from "../settings.ts";
import type { Authorization, SandboxState } from "../state.ts";

/** A pair as the token endpoints answer it; expiries are absolute seconds. */
export interface TokenPair {
  readonly accessToken: string;
  readonly accessTokenExpiresAt: number;
  readonly refreshToken: string;
  readonly authorization: Authorization;
}

export type TokenRefusal = "invalid_code" | "unknown_refresh_token" | "refresh_token_expired";

/** How an access token stands; `missing` and `unknown` are one to the gateway. */
export type AccessStanding =
  | { readonly kind: "valid"; readonly authorization: Authorization }
  | { readonly kind: "expired" | "deauthorized" | "unknown" };

export interface TokenStore {
  readonly issueCode: (persona: Persona, scopes: readonly string[]) => string;
  readonly exchangeCode: (code: string) => TokenPair | TokenRefusal;
  readonly refresh: (refreshToken: string) => TokenPair | TokenRefusal;
  readonly checkAccess: (accessToken: string) => AccessStanding;
  readonly activeAuthorizations: (personaId?: string) => readonly Authorization[];
  readonly revoke: (authorization: Authorization) => void;
  readonly expireAccessTokens: (personaId?: string) => number;
  readonly expireAuthorizations: (personaId?: string) => number;
}

interface TokenStoreDeps {
  readonly state: SandboxState;
  readonly settings: LiveSettings;
  readonly now: () => number;
  readonly findPersona: (id: string) => Persona | null;
  /** Called after each change, so that it can be written down. */
  readonly onChange: () => void;
}

/** Codes, tokens and authorisations, with the lifetimes of the platform's document. */
export function createTokenStore({ state, settings, now, findPersona, onChange }: TokenStoreDeps): TokenStore {
  function mint(kind: string, persona: Persona): string {
    state.tokenSerial += 1;
    // Derived from the app secret and a counter: unguessable without the secret, and the same in a replay of a test.
    const text = createHmac("sha256", settings.app.appSecret)
      .update(`${kind}/${state.tokenSerial}/${persona.id}/${state.anchor}`)
      .digest("base64url");
    return `${marketOf(persona.region).prefix}${kind}${text.replaceAll("-", "x")}`;
  }

  function personaOf(authorization: Authorization): Persona {
    const persona = findPersona(authorization.personaId);
    if (persona === null)
      throw new RangeError(`The state names persona ${authorization.personaId}, which this sandbox does not have.`);
    return persona;
  }

  function issuePair(authorization: Authorization, keptRefreshToken: string | null): TokenPair {
    const persona = personaOf(authorization);
    const accessToken = mint("sbxat", persona);
    const refreshToken = keptRefreshToken ?? mint("sbxrt", persona);
    const accessTokenExpiresAt = now() + settings.accessTokenSeconds;
    state.accessTokens[accessToken] = {
      authorizationId: authorization.id,
      expiresAt: accessTokenExpiresAt,
      diesAt: null,
    };
    state.refreshTokens[refreshToken] = {
      authorizationId: authorization.id,
      standing: "current",
      successor: null,
      accessToken,
    };
    onChange();
    return { accessToken, accessTokenExpiresAt, refreshToken, authorization };
  }

  function exchangeCode(code: string): TokenPair | TokenRefusal {
    const found = state.codes[code];
    if (found === undefined || found.isUsed || now() > found.issuedAt + settings.codeSeconds) return "invalid_code";
    const persona = findPersona(found.personaId);
    if (persona === null) return "invalid_code";
    found.isUsed = true;
    state.tokenSerial += 1;
    const authorization: Authorization = {
      id: `auth-${state.tokenSerial}`,
      personaId: persona.id,
      scopes: found.scopes,
      grantedAt: now(),
      expiresAt: now() + persona.authorizationDays * daySeconds,
      revokedAt: null,
      removedShops: [],
    };
    state.authorizations[authorization.id] = authorization;
    return issuePair(authorization, null);
  }

  function refresh(refreshToken: string): TokenPair | TokenRefusal {
    const entry = state.refreshTokens[refreshToken];
    const authorization = entry === undefined ? undefined : state.authorizations[entry.authorizationId];
    if (entry === undefined || authorization === undefined || authorization.revokedAt !== null)
      return "unknown_refresh_token";
    if (entry.standing === "spent") {
      if (settings.rotation.revokeFamilyOnReuse) revoke(authorization);
      return "unknown_refresh_token";
    }
    if (now() >= authorization.expiresAt) return "refresh_token_expired";
    const { mode, overlapSeconds } = settings.rotation;
    if (mode === "keep") return issuePair(authorization, refreshToken);
    settleSuccession(refreshToken);
    const pair = issuePair(authorization, null);
    entry.standing = mode === "grace" ? "previous" : "spent";
    entry.successor = pair.refreshToken;
    const oldAccess = state.accessTokens[entry.accessToken];
    if (oldAccess !== undefined && mode !== "grace")
      oldAccess.diesAt = now() + (mode === "strict" ? 0 : overlapSeconds);
    onChange();
    return pair;
  }

  /** In grace mode the use of a new pair spends the one before it, and a second use of the old one spends the unused new one. */
  function settleSuccession(refreshToken: string): void {
    for (const [token, entry] of Object.entries(state.refreshTokens)) {
      if (entry.successor === refreshToken) entry.standing = "spent";
      if (token === refreshToken && entry.successor !== null) {
        const unused = state.refreshTokens[entry.successor];
        if (unused !== undefined) unused.standing = "spent";
      }
    }
  }

  function checkAccess(accessToken: string): AccessStanding {
    const entry = state.accessTokens[accessToken];
    const authorization = entry === undefined ? undefined : state.authorizations[entry.authorizationId];
    if (entry === undefined || authorization === undefined) return { kind: "unknown" };
    if (authorization.revokedAt !== null) return { kind: "deauthorized" };
    if (entry.diesAt !== null && now() >= entry.diesAt) return { kind: "unknown" };
    if (now() >= entry.expiresAt || now() >= authorization.expiresAt) return { kind: "expired" };
    spendPredecessor(accessToken);
    return { kind: "valid", authorization };
  }

  function spendPredecessor(accessToken: string): void {
    if (settings.rotation.mode !== "grace") return;
    for (const entry of Object.values(state.refreshTokens)) {
      if (entry.standing !== "previous" || entry.successor === null) continue;
      if (state.refreshTokens[entry.successor]?.accessToken === accessToken) entry.standing = "spent";
    }
  }

  function activeAuthorizations(personaId?: string): readonly Authorization[] {
    return Object.values(state.authorizations).filter(
      (entry) => entry.revokedAt === null && (personaId === undefined || entry.personaId === personaId),
    );
  }

  function revoke(authorization: Authorization): void {
    authorization.revokedAt ??= now();
    onChange();
  }

  function expireAccessTokens(personaId?: string): number {
    const owned = new Set(activeAuthorizations(personaId).map((entry) => entry.id));
    const entries = Object.values(state.accessTokens).filter(
      (entry) => owned.has(entry.authorizationId) && entry.expiresAt > now(),
    );
    for (const entry of entries) entry.expiresAt = now();
    onChange();
    return entries.length;
  }

  function expireAuthorizations(personaId?: string): number {
    const entries = activeAuthorizations(personaId).filter((entry) => entry.expiresAt > now());
    for (const entry of entries) entry.expiresAt = now();
    onChange();
    return entries.length;
  }

  return {
    issueCode: (persona, scopes) => {
      const code = mint("sbxcode", persona);
      state.codes[code] = { personaId: persona.id, scopes: [...scopes], issuedAt: now(), isUsed: false };
      onChange();
      return code;
    },
    exchangeCode,
    refresh,
    checkAccess,
    activeAuthorizations,
    revoke,
    expireAccessTokens,
    expireAuthorizations,
  };
}
