import { randomBytes, randomUUID } from "node:crypto";
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
type AccessStanding =
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

interface PairOrigin {
  /** The refresh token that is handed out again. */
  readonly kept?: string | null;
  /** The refresh token that this pair replaces. */
  readonly predecessor?: string | null;
}

/** Codes, tokens and authorisations, with the lifetimes of the platform's document. */
export function createTokenStore({ state, settings, now, findPersona, onChange }: TokenStoreDeps): TokenStore {
  function mint(kind: string, persona: Persona): string {
    return `${marketOf(persona.region).prefix}${kind}${randomBytes(32).toString("base64url").replaceAll("-", "x")}`;
  }

  function personaOf(authorization: Authorization): Persona {
    const persona = findPersona(authorization.personaId);
    if (persona === null)
      throw new RangeError(`The state names persona ${authorization.personaId}, which this sandbox does not have.`);
    return persona;
  }

  function issuePair(authorization: Authorization, { kept = null, predecessor = null }: PairOrigin = {}): TokenPair {
    const persona = personaOf(authorization);
    const accessToken = mint("sbxat", persona);
    const refreshToken = kept ?? mint("sbxrt", persona);
    const accessTokenExpiresAt = now() + settings.accessTokenSeconds;
    const authorizationId = authorization.id;
    state.accessTokens[accessToken] = { authorizationId, expiresAt: accessTokenExpiresAt, diesAt: null, refreshToken };
    state.refreshTokens[refreshToken] = {
      authorizationId,
      standing: "current",
      successor: null,
      predecessor,
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
    const authorization: Authorization = {
      id: randomUUID(),
      personaId: persona.id,
      scopes: found.scopes,
      grantedAt: now(),
      expiresAt: now() + persona.authorizationDays * daySeconds,
      revokedAt: null,
      removedShops: [],
    };
    state.authorizations[authorization.id] = authorization;
    return issuePair(authorization);
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
    if (mode === "keep") return issuePair(authorization, { kept: refreshToken });
    // Its predecessor has served its time, and so has a successor that nobody used.
    spend(entry.predecessor);
    spend(entry.successor);
    const pair = issuePair(authorization, { predecessor: refreshToken });
    entry.standing = mode === "grace" ? "previous" : "spent";
    entry.successor = pair.refreshToken;
    const oldAccess = state.accessTokens[entry.accessToken];
    if (oldAccess !== undefined && mode !== "grace")
      oldAccess.diesAt = now() + (mode === "strict" ? 0 : overlapSeconds);
    onChange();
    return pair;
  }

  function spend(refreshToken: string | null): void {
    const entry = refreshToken === null ? undefined : state.refreshTokens[refreshToken];
    if (entry !== undefined) entry.standing = "spent";
  }

  function checkAccess(accessToken: string): AccessStanding {
    const entry = state.accessTokens[accessToken];
    const authorization = entry === undefined ? undefined : state.authorizations[entry.authorizationId];
    if (entry === undefined || authorization === undefined) return { kind: "unknown" };
    if (authorization.revokedAt !== null) return { kind: "deauthorized" };
    if (entry.diesAt !== null && now() >= entry.diesAt) return { kind: "unknown" };
    if (now() >= entry.expiresAt || now() >= authorization.expiresAt) return { kind: "expired" };
    // In grace mode the first use of a new pair ends the old one.
    spend(state.refreshTokens[entry.refreshToken]?.predecessor ?? null);
    return { kind: "valid", authorization };
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
