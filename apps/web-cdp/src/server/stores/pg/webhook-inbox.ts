import "server-only";
import type { Sql } from "./pool.ts";

/** A stored delivery: a hint that something changed, never the change itself. */
export interface InboxEvent {
  readonly id: string;
  readonly platform: string;
  readonly type: number;
  readonly shopId: string | null;
  readonly platformUserId: string | null;
  /** The order, return or product that it names. */
  readonly objectId: string | null;
  readonly effect: string;
  /** Unix seconds, as the platform stamped it. */
  readonly eventTime: number | null;
  readonly tries: number;
}

/** A connection that an event speaks of. */
export interface EventConnection {
  readonly id: string;
  readonly wallet: string;
  readonly status: string;
  readonly consentedAt: Date | null;
  /** Whether the event's shop is one of the connection's own. */
  readonly hasShop: boolean;
}

/** Takes up to `limit` waiting events, oldest first, and holds them for this transaction. */
export async function takeEvents(tx: Sql, limit: number): Promise<readonly InboxEvent[]> {
  const taken = await tx.query<{
    id: string;
    platform: string;
    type: number;
    shop_id: string | null;
    platform_user_id: string | null;
    object_id: string | null;
    effect: string;
    event_time: string | null;
    tries: number;
  }>(
    `select id, platform, type, shop_id, platform_user_id, object_id, effect, event_time, tries
     from app_private.webhook_inbox where state = 'pending' order by id limit $1 for update skip locked`,
    [limit],
  );
  return taken.rows.map((row) => ({
    id: row.id,
    platform: row.platform,
    type: row.type,
    shopId: row.shop_id,
    platformUserId: row.platform_user_id,
    objectId: row.object_id,
    effect: row.effect,
    eventTime: row.event_time === null ? null : Number(row.event_time),
    tries: row.tries,
  }));
}

/** Ends an event. One that speaks of nobody who is connected here keeps no id of a shop, a person or an order. */
export async function settleEvent(
  tx: Sql,
  id: string,
  end: { readonly state: "done" | "parked" | "dead" | "pending"; readonly code: string | null },
): Promise<void> {
  await tx.query(
    `update app_private.webhook_inbox set state = $2, error_code = $3,
       tries = tries + case when $2 in ('pending', 'dead') then 1 else 0 end,
       processed_at = case when $2 = 'pending' then null else now() end,
       shop_id = case when $2 = 'parked' then null else shop_id end,
       platform_user_id = case when $2 = 'parked' then null else platform_user_id end,
       object_id = case when $2 = 'parked' then null else object_id end
     where id = $1`,
    [id, end.state, end.code],
  );
}

/** Active connections that hold the event's shop, or whose account is the event's user. */
export async function findEventConnections(
  tx: Sql,
  event: Pick<InboxEvent, "platform" | "shopId" | "platformUserId">,
): Promise<readonly EventConnection[]> {
  const found = await tx.query<{
    id: string;
    wallet_address: string;
    status: string;
    consented_at: Date | null;
    has_shop: boolean;
  }>(
    // Each way of naming a connection has its index; `or` would read them all.
    `select c.id, c.wallet_address, c.status, c.consented_at,
       exists (select 1 from public.shops s where s.connection_id = c.id and s.platform_shop_id = $2) as has_shop
     from public.business_connections c join (
       select id from public.business_connections where platform = $1 and platform_user_id = $3 and is_active
       union select connection_id from public.shops where platform_shop_id = $2
     ) named on named.id = c.id
     where c.platform = $1 and c.is_active order by c.id`,
    [event.platform, event.shopId, event.platformUserId],
  );
  return found.rows.map((row) => ({
    id: row.id,
    wallet: row.wallet_address,
    status: row.status,
    consentedAt: row.consented_at,
    hasShop: row.has_shop,
  }));
}

/** Ends a connection that the platform says was deauthorised: nothing more is imported until the person reconnects. */
export async function endAuthorization(tx: Sql, connection: EventConnection): Promise<void> {
  const ended = await tx.query(
    `update public.business_connections set status = 'needs_reconnect', error_code = 'deauthorized',
       error_message = 'The authorisation was withdrawn at the platform. Reconnect the account to keep importing.'
     where id = $1 and is_active and status not in ('disconnected', 'needs_reconnect') returning 1`,
    [connection.id],
  );
  if (ended.rows.length === 0) return;
  await tx.query(`select app_private.cancel_open_run($1)`, [connection.id]);
  await tx.query(`select app_private.append_audit($1, 'platform', 'connection.needs_reconnect', $2, $3::jsonb)`, [
    connection.wallet,
    connection.id,
    JSON.stringify({ code: "deauthorized" }),
  ]);
}

/**
 * Keeps, once for each consent, that the platform announced its end, and writes it into the person's audit log. The end itself is
 * the date stored with the tokens, and the status stays as it is.
 */
export async function noteEndingAuthorization(
  tx: Sql,
  connection: EventConnection,
  announcedAt: number,
): Promise<void> {
  const told = await tx.query(
    `update public.business_connections
     set metadata = metadata || jsonb_build_object('authorizationEndAnnouncedAt', $2::bigint, 'announcedEpoch', epoch)
     where id = $1 and (metadata ->> 'announcedEpoch')::int is distinct from epoch returning 1`,
    [connection.id, announcedAt],
  );
  if (told.rows.length === 0) return;
  await tx.query(`select app_private.append_audit($1, 'platform', 'connection.authorization_ending', $2, $3::jsonb)`, [
    connection.wallet,
    connection.id,
    JSON.stringify({ announcedAt }),
  ]);
}
