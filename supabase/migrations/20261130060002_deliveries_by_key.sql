-- A page of an export reads its own rows: whoever sells much has many deliveries, and a page at the end must cost no more than
-- the first one.

create index webhook_inbox_by_shop_and_key on app_private.webhook_inbox (platform, shop_id, id);
drop index app_private.webhook_inbox_by_shop;
create index webhook_inbox_by_user_and_key on app_private.webhook_inbox (platform, platform_user_id, id);
drop index app_private.webhook_inbox_by_user;
create index sync_windows_by_connection_and_shop on public.sync_windows (connection_id, shop_id);
drop index public.sync_windows_by_connection;

-- Shops that a connection holds or held, but for those that another wallet holds now. Of orders and windows one row for each shop
-- is read.
create function app_private.once_held_shops(p_own public.business_connections) returns setof text
language sql stable set search_path = '' as $$
  with recursive of_orders(shop_id) as (
    select min(shop_id) from public.orders where connection_id = p_own.id
    union all
    select (select min(shop_id) from public.orders where connection_id = p_own.id and shop_id > known.shop_id)
    from of_orders as known where known.shop_id is not null
  ), of_windows(shop_id) as (
    select min(shop_id) from public.sync_windows where connection_id = p_own.id
    union all
    select (select min(shop_id) from public.sync_windows where connection_id = p_own.id and shop_id > known.shop_id)
    from of_windows as known where known.shop_id is not null
  )
  select shop_id from (
    select platform_shop_id as shop_id from public.shops where connection_id = p_own.id
    union select shop_id from of_orders
    union select shop_id from of_windows
  ) as once_held
  where shop_id is not null and not exists (
    select from public.shops as held join public.business_connections as other on other.id = held.connection_id
    where held.platform_shop_id = once_held.shop_id and other.platform = p_own.platform
      and other.is_active and other.wallet_address <> p_own.wallet_address)
$$;

-- Deliveries of a connection after the id `p_after`, at most `p_size` of them: also those of shops that it held earlier, and none of
-- a shop or an account that another wallet holds now.
create function app_private.deliveries_after(p_own public.business_connections, p_after bigint, p_size int) returns setof bigint
language sql stable set search_path = '' as $$
  select id from (
    select of_shop.id from app_private.once_held_shops(p_own) as held(shop_id) cross join lateral (
      select id from app_private.webhook_inbox
      where platform = p_own.platform and shop_id = held.shop_id and id > p_after order by id limit p_size
    ) as of_shop
    union
    select of_account.id from (
      select id from app_private.webhook_inbox
      where platform = p_own.platform and platform_user_id = p_own.platform_user_id and id > p_after and not exists (
        select from public.business_connections as other
        where other.platform = p_own.platform and other.platform_user_id = p_own.platform_user_id
          and other.is_active and other.wallet_address <> p_own.wallet_address)
      order by id limit p_size
    ) as of_account
  ) as found order by id limit p_size
$$;

-- All of them.
create or replace function app_private.deliveries_of(p_own public.business_connections) returns setof bigint
language sql stable set search_path = '' as $$
  select app_private.deliveries_after(p_own, 0, null)
$$;
revoke all on function app_private.once_held_shops, app_private.deliveries_after from public, anon, authenticated, service_role;

-- Parts follow each other in the order of their names, rows in that of their keys.
create or replace function public.export_held_aside(p_wallet text, p_after text, p_size text) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_wallet text := app_private.require_wallet(p_wallet, 'p_wallet');
  v_size int := app_private.require_integer(p_size, 'p_size', 1, 1000);
  v_part text := coalesce(p_after::jsonb ->> 0, '');
  v_key text := p_after::jsonb ->> 1;
  v_delivery bigint := 0;
  v_reread jsonb := '["00000000-0000-0000-0000-000000000000", "", "", ""]';
  v_session uuid := '00000000-0000-0000-0000-000000000000';
  v_answer jsonb;
begin
  case v_part
    when 'deliveries' then v_delivery := v_key;
    when 'rereads' then v_reread := v_key;
    when 'sessions' then v_session := v_key;
    else null;
  end case;
  select jsonb_build_object(
    'lines', coalesce(jsonb_agg(json_build_object('part', part, 'row', line)::text order by part, place), '[]'::jsonb),
    'next', (array_agg(jsonb_build_array(part, key)::text order by part desc, place desc))[1])
  into v_answer
  from (
    select * from (
      select 'deliveries' as part, row_number() over (order by inbox.id) as place, inbox.id::text as key, json_build_object(
        'platform', inbox.platform, 'notification_id', inbox.notification_id, 'type', inbox.type, 'shop_id', inbox.shop_id,
        'platform_user_id', inbox.platform_user_id, 'object_id', inbox.object_id, 'effect', inbox.effect,
        'event_time', inbox.event_time, 'received_at', inbox.received_at, 'state', inbox.state) as line
      from app_private.webhook_inbox as inbox
      where v_part <= 'deliveries' and inbox.id = any (array(
        select distinct found.id from public.business_connections as own
        cross join lateral app_private.deliveries_after(own, v_delivery, v_size) as found(id)
        where own.wallet_address = v_wallet order by found.id limit v_size))
      union all
      select 'rereads', row_number() over (order by connection_id, shop_id, kind, object_id),
        jsonb_build_array(connection_id, shop_id, kind, object_id)::text, json_build_object(
          'connection_id', connection_id, 'shop_id', shop_id, 'kind', kind, 'object_id', object_id,
          'state', state, 'read_at', read_at)
      from (
        select named.* from public.business_connections as own cross join lateral (
          select * from app_private.rereads as kept
          where kept.connection_id = own.id and (kept.connection_id, kept.shop_id, kept.kind, kept.object_id)
            > ((v_reread ->> 0)::uuid, v_reread ->> 1, v_reread ->> 2, v_reread ->> 3)
          order by kept.shop_id, kept.kind, kept.object_id limit v_size
        ) as named
        where v_part <= 'rereads' and own.wallet_address = v_wallet
        order by named.connection_id, named.shop_id, named.kind, named.object_id limit v_size
      ) as reread
      union all
      select 'sessions', row_number() over (order by id), id::text, json_build_object(
        'id', id, 'device', user_agent_family, 'created_at', created_at, 'last_seen_at', last_seen_at,
        'expires_at', expires_at, 'revoked_at', revoked_at)
      from app_private.sessions where wallet = v_wallet and id > v_session
    ) as held
    order by part, place limit v_size
  ) as page;
  return v_answer;
end
$$;
