import "server-only";
import { randomUUID } from "node:crypto";
import { type Connector, ConnectorError, type TokenSet } from "@lendfriend/connector";
import type { Pool } from "pg";
import { type Vault, VaultError } from "#server/crypto/vault.ts";
import type { Log } from "#server/log.ts";
import { isFinalRefusal } from "#server/stores/outage.ts";
import {
  claimRefresh,
  commitRefresh,
  failRefresh,
  mayHaveNewerTokens,
  type RefreshClaim,
  readTokenLife,
} from "#server/stores/pg/refresh-tokens.ts";
import {
  coolingError,
  endedError,
  endsAuthorization,
  goneError,
  isGoodFor,
  marginOfLife,
  storeAgainAfterMs,
} from "./token-rules.ts";

/** An access token that may be used now, and which version of the connection's tokens it is. */
export interface FreshToken {
  readonly accessToken: string;
  readonly version: number;
  readonly epoch: number;
}

export interface FreshTokenRequest {
  readonly connectionId: string;
  readonly connector: Connector;
  /** The connection's life that the caller works for; a token of another one is refused as `aborted`. */
  readonly epoch: number;
  /** The version whose token the platform has just refused: forces one refresh, whoever else is refreshing. */
  readonly rejectedVersion?: number | null;
  /** Refresh when the token ends within this time; by default 15 minutes, or a tenth of its life if that is less. */
  readonly marginSeconds?: number;
}

export type ReadFreshToken = (request: FreshTokenRequest) => Promise<FreshToken>;

/** The reader of access tokens of one process. */
export interface FreshTokens extends ReadFreshToken {
  /** Resolves once nothing is being read any more: until then the database may lack what the platform has answered. */
  settled(): Promise<void>;
}

export interface FreshTokenOptions {
  readonly pool: Pool;
  readonly vault: Vault;
  readonly log: Log;
  /** The process is to end: what could not be stored by then is tried for half a minute at most. */
  readonly stopping?: AbortSignal;
  readonly now?: () => number;
  readonly random?: () => number;
  readonly sleep?: (ms: number) => Promise<void>;
  /** By connection, until when each is handed out again. */
  readonly recent?: Map<string, { readonly token: FreshToken; readonly until: number }>;
}

type Leader = Extract<RefreshClaim, { outcome: "leader" }>;

/** Longer than any call to the platform may take, so that a living leader keeps its lease. */
const leaseSeconds = 30;
const mostMarginSeconds = 15 * 60;
/** A token is handed out again for this long without asking the database. */
const reuseMs = 5_000;
const followForMs = 20_000;
/** Longer than an outage that others would take for this leader's end: nobody else can get these tokens again. */
const commitForMs = 10 * 60_000;
const commitWhenStoppingForMs = 30_000;

/**
 * Makes the reader of access tokens. However many callers and processes find a token expired, the platform is asked
 * once: a lease in the database picks one leader, the others wait for its answer. Throws `ConnectorError`:
 * `refresh_rejected` when the person must reconnect, `provider_unavailable` while a failed refresh cools down.
 */
export function createFreshTokens(options: FreshTokenOptions): FreshTokens {
  const { pool, vault, log, stopping, now = Date.now, random = Math.random, sleep = wait } = options;
  const { recent = new Map() } = options;
  const inFlight = new Map<string, Promise<FreshToken>>();

  return Object.assign(readFreshToken, { settled });

  async function readFreshToken(request: FreshTokenRequest): Promise<FreshToken> {
    const rejected = request.rejectedVersion ?? null;
    const kept = recent.get(request.connectionId);
    if (kept && kept.until > now() && isGoodFor(kept.token, request)) return kept.token;
    const key = [request.connectionId, request.epoch, rejected, request.marginSeconds].join(":");
    const running = inFlight.get(key);
    if (running) return running;
    const reading = obtain(request, rejected).finally(() => inFlight.delete(key));
    inFlight.set(key, reading);
    const token = await reading;
    if (token.epoch !== request.epoch) throw new ConnectorError("aborted", "the account was reconnected meanwhile");
    keep(request.connectionId, token);
    return token;
  }

  async function settled(): Promise<void> {
    while (inFlight.size > 0) await Promise.allSettled(inFlight.values());
  }

  /** In the clear, so not for longer than it is of use: what is disconnected or erased is forgotten here, too. */
  function keep(connectionId: string, token: FreshToken): void {
    const kept = { token, until: now() + reuseMs };
    recent.set(connectionId, kept);
    const forget = () => recent.get(connectionId) === kept && recent.delete(connectionId);
    setTimeout(forget, reuseMs).unref();
  }

  async function obtain(request: FreshTokenRequest, rejectedVersion: number | null): Promise<FreshToken> {
    const { connectionId } = request;
    const leaseId = randomUUID();
    const marginSeconds = request.marginSeconds ?? (await marginOf(connectionId));
    const deadline = now() + followForMs;
    for (;;) {
      const claim = await claimRefresh(pool, { connectionId, leaseId, leaseSeconds, marginSeconds, rejectedVersion });
      if (claim.outcome === "fresh") return opened(connectionId, claim);
      if (claim.outcome === "gone") throw goneError(claim.status);
      if (claim.outcome === "cooling") throw coolingError(claim.retryAt, now());
      if (claim.outcome === "leader") {
        const token = await lead(request, leaseId, claim);
        if (token) return token;
      }
      if (now() >= deadline) throw new ConnectorError("timeout", "another process is refreshing the token; try again");
      await sleep(20 + random() * 60);
    }
  }

  async function marginOf(connectionId: string): Promise<number> {
    const life = await readTokenLife(pool, connectionId);
    return life === null ? mostMarginSeconds : marginOfLife(life, { divisor: 10, mostSeconds: mostMarginSeconds });
  }

  async function lead(
    { connectionId, connector }: FreshTokenRequest,
    leaseId: string,
    claim: Leader,
  ): Promise<FreshToken | null> {
    const { epoch, tokenVersion } = claim;
    const tokens = await ask(connector, connectionId, leaseId, claim);
    if (tokens === null) return null;
    const sealed = {
      accessToken: vault.seal(tokens.accessToken, { connectionId, field: "access", epoch }),
      accessTokenExpiresAt: tokens.accessTokenExpiresAt,
      refreshToken:
        tokens.refreshToken === "" ? null : vault.seal(tokens.refreshToken, { connectionId, field: "refresh", epoch }),
      refreshTokenExpiresAt: tokens.refreshTokenExpiresAt,
    };
    const lease = { connectionId, leaseId, epoch, tokenVersion };
    const answer = await persist(() => commitRefresh(pool, lease, sealed), connectionId);
    if (!answer.committed || answer.tokenVersion === null) return null;
    log.info("token_refreshed", { connectionId, version: answer.tokenVersion });
    return { accessToken: tokens.accessToken, version: answer.tokenVersion, epoch };
  }

  /** Null when the platform's refusal says nothing, as newer tokens are stored or may be on their way. */
  async function ask(
    connector: Connector,
    connectionId: string,
    leaseId: string,
    claim: Leader,
  ): Promise<TokenSet | null> {
    try {
      return await refreshed(connector, connectionId, claim);
    } catch (error) {
      const code = error instanceof ConnectorError ? error.code : "unexpected";
      const isFinal = endsAuthorization(code);
      const { ended } = await failRefresh(pool, { connectionId, leaseId, code, isFinal });
      log.warn("token_refresh_failed", { connectionId, code, isFinal, ended });
      if (!isFinal) throw error;
      if (!ended) return null;
      throw endedError(error);
    }
  }

  /**
   * After a refusal the token before it is tried, unless using an old one could spoil what another leader was answered, or no key
   * opens it: the refusal is then what counts.
   */
  async function refreshed(connector: Connector, connectionId: string, claim: Leader): Promise<TokenSet> {
    const opened = (sealed: string) => vault.open(sealed, { connectionId, field: "refresh", epoch: claim.epoch });
    try {
      return await connector.refresh(opened(claim.refreshToken));
    } catch (error) {
      const isRefusal = error instanceof ConnectorError && endsAuthorization(error.code);
      const previous = isRefusal ? openedIfAny(claim.previousRefreshToken, opened) : null;
      if (previous === null || (await mayHaveNewerTokens(pool, connectionId))) throw error;
      return await connector.refresh(previous);
    }
  }

  /** The platform may have spent the old refresh token: the answer is worth holding while the database may yet take it. */
  async function persist<T>(commit: () => Promise<T>, connectionId: string): Promise<T> {
    const began = now();
    for (let tries = 1; ; tries++) {
      try {
        return await commit();
      } catch (error) {
        const isLate = now() - began >= (stopping?.aborted ? commitWhenStoppingForMs : commitForMs);
        if (isLate || isFinalRefusal(error)) {
          log.error("refreshed_token_not_stored", error, { connectionId, tries });
          throw error;
        }
        await sleep(storeAgainAfterMs(tries));
      }
    }
  }

  function opened(connectionId: string, claim: Extract<RefreshClaim, { outcome: "fresh" }>): FreshToken {
    const { epoch, tokenVersion } = claim;
    const accessToken = vault.open(claim.accessToken, { connectionId, field: "access", epoch });
    return { accessToken, version: tokenVersion, epoch };
  }
}

/** Null when there is none, or none that a present key opens. */
function openedIfAny(sealed: string | null, open: (sealed: string) => string): string | null {
  try {
    return sealed === null ? null : open(sealed);
  } catch (error) {
    if (error instanceof VaultError) return null;
    throw error;
  }
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
