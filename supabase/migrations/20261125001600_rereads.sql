-- What a delivery asks for: one object read again by its id, and the wallet scored again afterwards.

-- The object that an event names: an order, a return or a product, by its effect.
alter table app_private.webhook_inbox rename column order_id to object_id;
update app_private.webhook_inbox set object_id = null where state = 'pending' and effect <> 'reread_order';

drop function public.store_webhook(text, text, text, text, text, text, text, text, text);
create function public.store_webhook(
  p_platform text, p_notification_id text, p_type text, p_shop_id text, p_platform_user_id text, p_object_id text,
  p_effect text, p_body_sha text, p_event_time text
) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_sha text := app_private.require_text(p_body_sha, 'p_body_sha', 128);
  v_notification text := app_private.require_text(p_notification_id, 'p_notification_id', 200);
  v_type int := app_private.require_integer(p_type, 'p_type', 0, 1000000);
  v_time bigint := case when coalesce(p_event_time, '') = '' then null
    else app_private.require_integer(p_event_time, 'p_event_time', 0, 253402300799) end;
  v_id bigint;
  v_stored_sha text;
begin
  insert into app_private.webhook_inbox
    (platform, notification_id, body_sha, type, shop_id, platform_user_id, object_id, effect, event_time)
  values (
    app_private.require_text(p_platform, 'p_platform', 40), v_notification, v_sha, v_type, nullif(p_shop_id, ''),
    nullif(p_platform_user_id, ''), nullif(p_object_id, ''), app_private.require_text(p_effect, 'p_effect', 40), v_time
  )
  on conflict (platform, notification_id) do nothing
  returning id into v_id;
  if v_id is not null then
    perform pg_notify('webhook_inbox', v_id::text);
    return jsonb_build_object('outcome', 'stored');
  end if;

  select body_sha into v_stored_sha from app_private.webhook_inbox
  where platform = p_platform and notification_id = v_notification;
  if v_stored_sha = v_sha then
    return jsonb_build_object('outcome', 'duplicate');
  end if;
  -- Same id, other body: the first one stands, the second is set aside under a name of its own and never acted on.
  insert into app_private.webhook_inbox
    (platform, notification_id, body_sha, type, shop_id, platform_user_id, object_id, effect, event_time, state)
  values (
    p_platform, v_notification || '#' || left(v_sha, 16), v_sha, v_type, nullif(p_shop_id, ''),
    nullif(p_platform_user_id, ''), nullif(p_object_id, ''), p_effect, v_time, 'conflict'
  )
  on conflict (platform, notification_id) do nothing;
  return jsonb_build_object('outcome', 'conflict');
end
$$;
revoke all on function public.store_webhook from public, anon, authenticated, service_role;
grant execute on function public.store_webhook to service_role;

-- One row per object that deliveries have named, however many. Taking a row moves `due_at` on, so that a worker that dies
-- leaves it to the next one; a delivery that comes meanwhile raises `asks`, and the object is read once more.
create table app_private.rereads (
  connection_id uuid not null references public.business_connections (id) on delete cascade,
  shop_id text not null,
  kind text not null,
  object_id text not null,
  state text not null default 'waiting',
  asks int not null default 1,
  due_at timestamptz not null default now(),
  tries int not null default 0,
  error_code text,
  read_at timestamptz,
  primary key (connection_id, shop_id, kind, object_id),
  constraint kind_is_known check (kind in ('order', 'return', 'product')),
  -- missing: the platform gives out no such object under this shop. refreshed: it could not be read by id, so lists were asked for.
  constraint state_is_known check (state in ('waiting', 'read', 'missing', 'refreshed', 'dead'))
);
create index rereads_due on app_private.rereads (due_at) where state = 'waiting';
alter table app_private.rereads enable row level security;
revoke all on app_private.rereads from public, anon, authenticated, service_role;

-- Connections whose wallet must be scored again from the rows at hand, without an import.
create table app_private.rescores (
  connection_id uuid primary key references public.business_connections (id) on delete cascade,
  is_waiting boolean not null default true,
  asks int not null default 1,
  due_at timestamptz not null default now(),
  scored_at timestamptz
);
create index rescores_due on app_private.rescores (due_at) where is_waiting;
alter table app_private.rescores enable row level security;
revoke all on app_private.rescores from public, anon, authenticated, service_role;

-- An authorisation that ends, however that becomes known, changes the standing that the score counts.
create function app_private.rescore_ended_authorization() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  insert into app_private.rescores as kept (connection_id) values (new.id)
  on conflict (connection_id) do update set is_waiting = true, asks = kept.asks + 1, due_at = least(kept.due_at, now());
  return null;
end
$$;
create trigger business_connections_rescore after update of status on public.business_connections
  for each row when (new.status = 'needs_reconnect' and old.status <> 'needs_reconnect')
  execute function app_private.rescore_ended_authorization();
revoke all on function app_private.rescore_ended_authorization from public, anon, authenticated, service_role;
