import "server-only";
import type { TokenContext } from "#server/crypto/vault.ts";
import type { Sql } from "./pool.ts";

/** One sealed token where it lies. */
export interface SealedToken {
  readonly place: "access" | "refresh" | "previous_refresh";
  readonly sealed: string;
  readonly context: TokenContext;
}

/** The tokens of up to `limit` connections after one id, in the order of ids. */
export async function listSealedTokens(
  sql: Sql,
  afterConnectionId: string | null,
  limit: number,
): Promise<readonly SealedToken[]> {
  const { rows } = await sql.query<{
    id: string;
    epoch: number;
    access: string | null;
    refresh: string | null;
    previous: string | null;
  }>(
    `select c.id, c.epoch, c.access_token as access, r.token as refresh, r.previous_token as previous
     from public.business_connections c left join app_private.refresh_tokens r on r.connection_id = c.id
     where ($1::uuid is null or c.id > $1) and (c.access_token is not null or r.token is not null)
     order by c.id limit $2`,
    [afterConnectionId, limit],
  );
  return rows.flatMap(({ id, epoch, access, refresh, previous }) => [
    ...tokenAt("access", access, { connectionId: id, field: "access", epoch }),
    ...tokenAt("refresh", refresh, { connectionId: id, field: "refresh", epoch }),
    ...tokenAt("previous_refresh", previous, { connectionId: id, field: "refresh", epoch }),
  ]);
}

const updates = {
  access: `update public.business_connections set access_token = $1 where id = $2 and access_token = $3 returning id`,
  refresh: `update app_private.refresh_tokens set token = $1
    where connection_id = $2 and token = $3 returning connection_id as id`,
  previous_refresh: `update app_private.refresh_tokens set previous_token = $1
    where connection_id = $2 and previous_token = $3 returning connection_id as id`,
} as const satisfies Record<SealedToken["place"], string>;

/**
 * Puts a token sealed anew in place of exactly the old one, and on record; false when a refresh or a reconnect came
 * first.
 */
export async function replaceSealedToken(sql: Sql, token: SealedToken, sealed: string): Promise<boolean> {
  const { rowCount } = await sql.query(
    `with replaced as (${updates[token.place]})
     select app_private.append_audit(c.wallet_address, 'operator', 'token.resealed', c.id::text,
       jsonb_build_object('place', $4::text, 'epoch', c.epoch))
     from replaced join public.business_connections c on c.id = replaced.id`,
    [sealed, token.context.connectionId, token.sealed, token.place],
  );
  return rowCount === 1;
}

/** How many stored tokens name each key, by its id. */
export async function countTokensByKey(sql: Sql): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql.query<{ kid: string; count: number }>(
    `select split_part(sealed, '.', 2) as kid, count(*)::int as count from (
       select access_token as sealed from public.business_connections
       union all select token from app_private.refresh_tokens
       union all select previous_token from app_private.refresh_tokens
     ) as tokens where sealed is not null group by kid order by kid`,
  );
  return new Map(rows.map(({ kid, count }) => [kid, count]));
}

function tokenAt(place: SealedToken["place"], sealed: string | null, context: TokenContext): SealedToken[] {
  return sealed === null ? [] : [{ place, sealed, context }];
}
