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

/** A token sealed anew, and the stored one whose place it is to take. */
export interface Resealed {
  readonly token: SealedToken;
  readonly sealed: string;
}

const columns = {
  access: { table: "public.business_connections", id: "id", token: "access_token" },
  refresh: { table: "app_private.refresh_tokens", id: "connection_id", token: "token" },
  previous_refresh: { table: "app_private.refresh_tokens", id: "connection_id", token: "previous_token" },
} as const satisfies Record<SealedToken["place"], object>;

/**
 * Puts tokens of one place, sealed anew, where exactly the old ones lie, and each on record. Answers how many that were: to the
 * others a refresh or a reconnect came first.
 */
export async function replaceSealedTokens(
  sql: Sql,
  place: SealedToken["place"],
  resealed: readonly Resealed[],
): Promise<number> {
  const { table, id, token } = columns[place];
  const rows = resealed.map(({ token: { context, sealed: old }, sealed }) => ({
    id: context.connectionId,
    old,
    sealed,
  }));
  // Rows are locked by id and chains of the audit by wallet: whoever else holds several takes them in that order too.
  const { rowCount } = await sql.query(
    `with row as (select * from jsonb_to_recordset($1::jsonb) as row(id uuid, old text, sealed text)),
     held as (
       select kept.${id} as id from ${table} kept join row on row.id = kept.${id} and row.old = kept.${token}
       order by kept.${id} for update of kept
     ),
     replaced as (
       update ${table} kept set ${token} = row.sealed from row join held on held.id = row.id
       where kept.${id} = row.id and kept.${token} = row.old returning kept.${id} as id
     )
     select app_private.append_audit(c.wallet, 'operator', 'token.resealed', c.id::text,
       jsonb_build_object('place', $2::text, 'epoch', c.epoch))
     from (
       select c.id, c.wallet_address as wallet, c.epoch from replaced join public.business_connections c using (id)
       order by c.wallet_address, c.id
     ) as c`,
    [JSON.stringify(rows), place],
  );
  return rowCount ?? 0;
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
