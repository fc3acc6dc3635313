-- Signed deliveries are stored before they are answered; a worker reads them later and asks the platform again.

create table app_private.webhook_inbox (
  id bigint generated always as identity primary key,
  platform text not null,
  notification_id text not null,
  body_sha text not null,
  type int not null,
  shop_id text,
  platform_user_id text,
  order_id text,
  effect text not null,
  event_time bigint,
  received_at timestamptz not null default now(),
  state text not null default 'pending',
  tries int not null default 0,
  error_code text,
  processed_at timestamptz,
  constraint one_row_per_notification unique (platform, notification_id),
  constraint state_is_known check (state in ('pending', 'done', 'parked', 'dead', 'conflict'))
);
create index webhook_inbox_pending on app_private.webhook_inbox (id) where state = 'pending';
create index webhook_inbox_by_shop on app_private.webhook_inbox (platform, shop_id);
create index webhook_inbox_by_user on app_private.webhook_inbox (platform, platform_user_id);
create index webhook_inbox_by_age on app_private.webhook_inbox (received_at);
alter table app_private.webhook_inbox enable row level security;

-- Each worker writes its row every few seconds; health reads the newest.
create table app_private.workers (
  id text primary key,
  started_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now()
);
create index workers_by_last_seen on app_private.workers (last_seen_at desc);
alter table app_private.workers enable row level security;

create function public.store_webhook(
  p_platform text, p_notification_id text, p_type text, p_shop_id text, p_platform_user_id text, p_order_id text,
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
    (platform, notification_id, body_sha, type, shop_id, platform_user_id, order_id, effect, event_time)
  values (
    app_private.require_text(p_platform, 'p_platform', 40), v_notification, v_sha, v_type, nullif(p_shop_id, ''),
    nullif(p_platform_user_id, ''), nullif(p_order_id, ''), app_private.require_text(p_effect, 'p_effect', 40), v_time
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
    (platform, notification_id, body_sha, type, shop_id, platform_user_id, order_id, effect, event_time, state)
  values (
    p_platform, v_notification || '#' || left(v_sha, 16), v_sha, v_type, nullif(p_shop_id, ''),
    nullif(p_platform_user_id, ''), nullif(p_order_id, ''), p_effect, v_time, 'conflict'
  )
  on conflict (platform, notification_id) do nothing;
  return jsonb_build_object('outcome', 'conflict');
end
$$;

create function public.health_check() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_migrations text;
  v_worker timestamptz;
begin
  -- The record of migrations belongs to whatever tool applied them, so it may be absent.
  if to_regclass('supabase_migrations.schema_migrations') is not null then
    execute 'select max(version) from supabase_migrations.schema_migrations' into v_migrations;
  end if;
  select max(last_seen_at) into v_worker from app_private.workers;
  return jsonb_build_object(
    'ok', true, 'at', public.iso_utc(now()), 'migrations', v_migrations,
    'worker', case when v_worker is not null then jsonb_build_object('lastSeenAt', public.iso_utc(v_worker)) end
  );
end
$$;

revoke all on function public.store_webhook, public.health_check from public, anon, authenticated, service_role;
grant execute on function public.store_webhook, public.health_check to service_role;
