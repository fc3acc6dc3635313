import "server-only";
import type { Sql } from "./pool.ts";

export type RefreshClaim =
  | { readonly outcome: "fresh"; readonly accessToken: string; readonly epoch: number; readonly tokenVersion: number }
  | {
      readonly outcome: "leader";
      readonly refreshToken: string;
      /** The one before it, or one that another leader was answered; null when there is none. */
      readonly previousRefreshToken: string | null;
      readonly epoch: number;
      readonly tokenVersion: number;
    }
  | { readonly outcome: "busy" }
  | { readonly outcome: "cooling"; readonly retryAt: string }
  | { readonly outcome: "gone"; readonly status: string };

/** Sealed tokens, ready to be stored. Expiries are unix seconds. */
export interface SealedTokens {
  readonly accessToken: string;
  readonly accessTokenExpiresAt: number;
  readonly refreshToken: string | null;
  readonly refreshTokenExpiresAt: number | null;
}

/** Asks who may refresh: answers a token that is good, or makes this caller the leader for the lease's time. */
export async function claimRefresh(
  sql: Sql,
  claim: {
    readonly connectionId: string;
    readonly leaseId: string;
    readonly leaseSeconds: number;
    readonly marginSeconds: number;
    readonly rejectedVersion: number | null;
  },
): Promise<RefreshClaim> {
  const answer = await sql.query<{ claim: RefreshClaim }>(`select public.claim_refresh($1, $2, $3, $4, $5) as claim`, [
    claim.connectionId,
    claim.leaseId,
    String(claim.leaseSeconds),
    String(claim.marginSeconds),
    claim.rejectedVersion === null ? "" : String(claim.rejectedVersion),
  ]);
  const [row] = answer.rows;
  return row ? row.claim : { outcome: "gone", status: "unknown" };
}

/** Stores what the platform answered, if nobody else's answer was stored first. */
export async function commitRefresh(
  sql: Sql,
  lease: {
    readonly connectionId: string;
    readonly leaseId: string;
    readonly epoch: number;
    readonly tokenVersion: number;
  },
  tokens: SealedTokens,
): Promise<{ readonly committed: boolean; readonly tokenVersion: number | null }> {
  const answer = await sql.query<{ result: { committed: boolean; tokenVersion: number | null } }>(
    `select public.commit_refresh($1, $2, $3, $4, $5::jsonb) as result`,
    [lease.connectionId, lease.leaseId, String(lease.epoch), String(lease.tokenVersion), JSON.stringify(tokens)],
  );
  return answer.rows[0]?.result ?? { committed: false, tokenVersion: null };
}

// Of the same bounds as in fail_refresh: a doubt from beyond the longest one was noted before the clock went back.
const isDoubted = `coalesce(refresh_doubt_until > now() and refresh_doubt_until <= now() + interval '20 seconds', false)`;

/** Whether a leader that was taken for dead may still come with newer tokens. */
export async function mayHaveNewerTokens(sql: Sql, connectionId: string): Promise<boolean> {
  const found = await sql.query<{ may: boolean }>(
    `select ${isDoubted} as may from public.business_connections where id = $1`,
    [connectionId],
  );
  return found.rows[0]?.may ?? false;
}

/** Whether tokens after the given version are stored, or may be on their way from whoever leads or was taken for dead. */
export async function mayHaveTokensAfter(sql: Sql, connectionId: string, version: number): Promise<boolean> {
  const found = await sql.query<{ may: boolean }>(
    `select token_version > $2 or refresh_lease_id is not null or ${isDoubted} as may
     from public.business_connections where id = $1`,
    [connectionId, version],
  );
  return found.rows[0]?.may ?? false;
}

/**
 * Ends the lease without tokens: for good (the person must reconnect), or until a cool-down is over. Answers whether the connection
 * has ended: not while newer tokens are stored, or may be on their way from another leader.
 */
export async function failRefresh(
  sql: Sql,
  failure: {
    readonly connectionId: string;
    readonly leaseId: string;
    readonly code: string;
    readonly isFinal: boolean;
  },
): Promise<{ readonly ended: boolean }> {
  const answer = await sql.query<{ result: { ended: boolean } }>(
    `select public.fail_refresh($1, $2, $3, $4) as result`,
    [failure.connectionId, failure.leaseId, failure.code, String(failure.isFinal)],
  );
  return answer.rows[0]?.result ?? { ended: false };
}

/** Seconds that the present access token was issued for, null when none is stored. */
export async function readTokenLife(sql: Sql, connectionId: string): Promise<number | null> {
  const found = await sql.query<{ life: number }>(
    `select extract(epoch from c.access_token_expires_at - t.updated_at)::int as life
     from public.business_connections c join app_private.refresh_tokens t on t.connection_id = c.id
     where c.id = $1 and c.access_token is not null`,
    [connectionId],
  );
  return found.rows[0]?.life ?? null;
}

/** Connections whose access token ends within the given time, the first to end first. */
export async function listEndingTokens(sql: Sql, withinSeconds: number): Promise<readonly string[]> {
  const found = await sql.query<{ id: string }>(
    `select id from public.business_connections
     where is_active and access_token is not null and status not in ('needs_reconnect', 'disconnected')
       and access_token_expires_at < now() + make_interval(secs => $1)
       and coalesce(refresh_retry_at, now()) <= now()
     order by access_token_expires_at limit 1000`,
    [withinSeconds],
  );
  return found.rows.map((row) => row.id);
}
