import "server-only";
import type { AccountKind, Platform, PlatformShop } from "@lendfriend/connector";
import type { Sql } from "./pool.ts";

/** A shop as an import needs it: with the handle that calls carry. */
export interface StoredShop extends PlatformShop {
  /** Unix seconds of the earliest order ever, once asked. */
  readonly firstActivity: number | null;
}

/** A connection as an import needs it. Its tokens are read elsewhere, one at a time. */
export interface StoredConnection {
  readonly id: string;
  readonly wallet: string;
  readonly platform: Platform;
  readonly account: AccountKind;
  readonly region: string | null;
  readonly epoch: number;
  readonly status: string;
  readonly isActive: boolean;
  readonly grantedScopes: readonly string[];
  readonly firstActivity: number | null;
  readonly authorizationExpiresAt: Date | null;
  readonly lastSyncedAt: Date | null;
  readonly shops: readonly StoredShop[];
}

interface ConnectionRow {
  id: string;
  wallet_address: string;
  platform: Platform;
  account: AccountKind;
  region: string | null;
  epoch: number;
  status: string;
  is_active: boolean;
  granted_scopes: string[];
  first_activity: string | null;
  authorization_expires_at: Date | null;
  last_synced_at: Date | null;
  shops: {
    id: string;
    name: string;
    region: string;
    seller_type: string | null;
    cipher: string | null;
    is_active: boolean | null;
    first_activity: number | null;
  }[];
}

const selectConnection = `
  select c.id, c.wallet_address, c.platform, c.account, c.region, c.epoch, c.status, c.is_active, c.granted_scopes,
    c.first_activity, c.authorization_expires_at, c.last_synced_at,
    coalesce((
      select jsonb_agg(jsonb_build_object('id', s.platform_shop_id, 'name', s.name, 'region', s.region,
        'seller_type', s.seller_type, 'cipher', s.cipher, 'is_active', s.is_active,
        'first_activity', s.first_activity) order by s.platform_shop_id)
      from public.shops s where s.connection_id = c.id
    ), '[]'::jsonb) as shops
  from public.business_connections c`;

export async function findConnection(sql: Sql, connectionId: string): Promise<StoredConnection | null> {
  const found = await sql.query<ConnectionRow>(`${selectConnection} where c.id = $1`, [connectionId]);
  const [row] = found.rows;
  return row ? connectionFrom(row) : null;
}

/** The wallet's connections whose figures count: not disconnected, and imported at least once, or `including`. */
export async function listScoredConnections(
  sql: Sql,
  wallet: string,
  including: string | null,
): Promise<readonly StoredConnection[]> {
  const found = await sql.query<ConnectionRow>(
    `${selectConnection}
     where c.wallet_address = $1 and c.is_active and (c.last_synced_at is not null or c.id = $2)
     order by c.platform, c.account desc, c.platform_user_id`,
    [wallet, including],
  );
  return found.rows.map(connectionFrom);
}

/** Keeps when a shop, or an account without shops, first traded. */
export async function saveFirstActivity(
  tx: Sql,
  owner: { readonly connectionId: string; readonly shopId: string | null },
  firstActivity: number | null,
): Promise<void> {
  if (owner.shopId === null) {
    await tx.query(`update public.business_connections set first_activity = $2 where id = $1`, [
      owner.connectionId,
      firstActivity,
    ]);
    return;
  }
  await tx.query(`update public.shops set first_activity = $3 where connection_id = $1 and platform_shop_id = $2`, [
    owner.connectionId,
    owner.shopId,
    firstActivity,
  ]);
}

function connectionFrom(row: ConnectionRow): StoredConnection {
  return {
    id: row.id,
    wallet: row.wallet_address,
    platform: row.platform,
    account: row.account,
    region: row.region,
    epoch: row.epoch,
    status: row.status,
    isActive: row.is_active,
    grantedScopes: row.granted_scopes,
    firstActivity: row.first_activity === null ? null : Number(row.first_activity),
    authorizationExpiresAt: row.authorization_expires_at,
    lastSyncedAt: row.last_synced_at,
    shops: row.shops.map((shop) => ({
      id: shop.id,
      name: shop.name,
      region: shop.region,
      sellerType: shop.seller_type ?? "",
      cipher: shop.cipher ?? "",
      isActive: shop.is_active,
      firstActivity: shop.first_activity,
    })),
  };
}
