-- Connecting, importing on demand, disconnecting. Each function is one transaction of the product.

create function public.prepare_connection(p_wallet text, p_platform text, p_account text, p_platform_user_id text)
returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_id uuid;
  v_epoch int;
begin
  perform app_private.require_wallet(p_wallet, 'p_wallet');
  select id, epoch into v_id, v_epoch from public.business_connections
  where wallet_address = p_wallet and platform = p_platform and account = p_account
    and platform_user_id = p_platform_user_id;
  return jsonb_build_object(
    'connectionId', coalesce(v_id, gen_random_uuid()), 'epoch', coalesce(v_epoch, 0) + 1, 'isNew', v_id is null
  );
end
$$;

-- One name for what two wallets must not hold at once; sorted locks on these names make parallel claims queue up.
create function app_private.lock_platform_account(p_platform text, p_account text, p_user_id text, p_shop_ids text[])
returns void
language plpgsql set search_path = '' as $$
declare
  v_name text;
begin
  for v_name in
    select name from (
      select 'account:' || p_platform || ':' || p_account || ':' || p_user_id as name
      union select 'shop:' || p_platform || ':' || shop_id from unnest(p_shop_ids) as shop_id
    ) as names order by name
  loop
    perform pg_advisory_xact_lock(hashtextextended(v_name, 0));
  end loop;
end
$$;

create function app_private.is_held_by_other_wallet(
  p_wallet text, p_platform text, p_account text, p_user_id text, p_shop_ids text[]
) returns boolean
language sql stable set search_path = '' as $$
  select exists (
    select 1 from public.business_connections
    where platform = p_platform and account = p_account and platform_user_id = p_user_id
      and is_active and wallet_address <> p_wallet
  ) or exists (
    select 1 from public.shops shop join public.business_connections held on held.id = shop.connection_id
    where shop.platform_shop_id = any (p_shop_ids) and held.platform = p_platform
      and held.is_active and held.wallet_address <> p_wallet
  )
$$;

create function app_private.cancel_open_run(p_connection_id uuid) returns int
language sql set search_path = '' as $$
  with cancelled as (
    update public.sync_runs set state = 'cancelled', finished_at = now()
    where connection_id = p_connection_id and state in ('queued', 'running')
    returning 1
  )
  select count(*)::int from cancelled
$$;

create function app_private.queue_run(p_connection_id uuid, p_requested_by text) returns uuid
language plpgsql set search_path = '' as $$
declare
  v_run uuid;
begin
  insert into public.sync_runs (connection_id, kind, epoch, requested_by)
  select id, case when last_synced_at is null then 'first' else 'refresh' end, epoch, p_requested_by
  from public.business_connections where id = p_connection_id
  returning id into strict v_run;
  perform pg_notify('sync_runs', v_run::text);
  return v_run;
end
$$;

create function app_private.replace_shops(p_connection_id uuid, p_shops jsonb) returns void
language plpgsql set search_path = '' as $$
begin
  delete from public.shops where connection_id = p_connection_id
    and platform_shop_id not in (select shop ->> 'id' from jsonb_array_elements(p_shops) as shop);
  insert into public.shops (connection_id, platform_shop_id, name, region, seller_type, cipher, is_active)
  select p_connection_id, shop ->> 'id', shop ->> 'name', shop ->> 'region', shop ->> 'sellerType', shop ->> 'cipher',
    (shop ->> 'isActive')::boolean
  from jsonb_array_elements(p_shops) as shop
  on conflict (connection_id, platform_shop_id) do update set
    name = excluded.name, region = excluded.region, seller_type = excluded.seller_type,
    cipher = excluded.cipher, is_active = excluded.is_active;
end
$$;

create function public.complete_connection(p_connection jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  c constant jsonb := app_private.require_object(p_connection, 'p_connection');
  v_id uuid := app_private.require_uuid(c ->> 'connectionId', 'connectionId');
  v_epoch int := app_private.require_integer(c ->> 'epoch', 'epoch', 1, 2147483647);
  v_wallet text := app_private.require_wallet(c ->> 'wallet', 'wallet');
  v_platform text := app_private.require_text(c ->> 'platform', 'platform', 40);
  v_account text := app_private.require_one_of(c ->> 'account', 'account', array['seller', 'creator']);
  v_user text := app_private.require_text(c ->> 'platformUserId', 'platformUserId', 200);
  v_shops jsonb := coalesce(c -> 'shops', '[]'::jsonb);
  v_shop_ids text[] := array(select shop ->> 'id' from jsonb_array_elements(v_shops) as shop);
  v_expires timestamptz := to_timestamp(app_private.require_integer(
    c ->> 'accessTokenExpiresAt', 'accessTokenExpiresAt', 1, 253402300799));
  v_consent_ends timestamptz;
  v_stored public.business_connections;
  v_run uuid;
begin
  if c ->> 'refreshTokenExpiresAt' is not null then
    v_consent_ends := to_timestamp(app_private.require_integer(
      c ->> 'refreshTokenExpiresAt', 'refreshTokenExpiresAt', 1, 253402300799));
  end if;
  perform app_private.require_text(c ->> 'accessToken', 'accessToken', 8192);
  perform app_private.require_text(c ->> 'refreshToken', 'refreshToken', 8192);
  perform app_private.require_text(c ->> 'market', 'market', 20);

  perform app_private.lock_platform_account(v_platform, v_account, v_user, v_shop_ids);
  if app_private.is_held_by_other_wallet(v_wallet, v_platform, v_account, v_user, v_shop_ids) then
    perform app_private.append_audit(v_wallet, v_wallet, 'fraud.shop_already_connected', v_platform || ':' || v_account,
      jsonb_build_object('shops', cardinality(v_shop_ids)));
    return jsonb_build_object('error', 'shop_already_connected');
  end if;

  select * into v_stored from public.business_connections
  where wallet_address = v_wallet and platform = v_platform and account = v_account and platform_user_id = v_user
  for update;
  if (v_stored.id is null and (v_epoch <> 1 or exists (select 1 from public.business_connections where id = v_id)))
    or (v_stored.id is not null and (v_stored.id <> v_id or v_stored.epoch <> v_epoch - 1)) then
    return jsonb_build_object('error', 'conflict');
  end if;

  insert into public.accounts (wallet_address) values (v_wallet) on conflict (wallet_address) do nothing;
  insert into public.business_connections as stored (
    id, wallet_address, platform, account, platform_user_id, display_name, region, market, access_token,
    access_token_expires_at, epoch, granted_scopes, missing_scopes, authorization_expires_at,
    consent_text_version, consented_at
  ) values (
    v_id, v_wallet, v_platform, v_account, v_user, c ->> 'displayName', c ->> 'region', c ->> 'market', c ->> 'accessToken',
    v_expires, v_epoch,
    array(select jsonb_array_elements_text(coalesce(c -> 'grantedScopes', '[]'::jsonb))),
    array(select jsonb_array_elements_text(coalesce(c -> 'missingScopes', '[]'::jsonb))),
    v_consent_ends, c ->> 'consentTextVersion', now()
  )
  on conflict (id) do update set
    display_name = excluded.display_name, region = excluded.region, market = excluded.market,
    access_token = excluded.access_token, access_token_expires_at = excluded.access_token_expires_at,
    token_version = stored.token_version + 1, epoch = excluded.epoch,
    granted_scopes = excluded.granted_scopes, missing_scopes = excluded.missing_scopes,
    authorization_expires_at = excluded.authorization_expires_at, status = 'importing', is_active = true,
    error_code = null, error_message = null, refresh_lease_id = null, refresh_lease_until = null,
    refresh_failures = 0, refresh_retry_at = null,
    consent_text_version = excluded.consent_text_version, consented_at = excluded.consented_at;

  insert into app_private.refresh_tokens as kept (connection_id, token, expires_at)
  values (v_id, c ->> 'refreshToken', v_consent_ends)
  on conflict (connection_id) do update set
    token = excluded.token, expires_at = excluded.expires_at, previous_token = null, version = kept.version + 1;

  perform app_private.replace_shops(v_id, v_shops);
  perform app_private.cancel_open_run(v_id);
  v_run := app_private.queue_run(v_id, 'connect');
  perform app_private.append_audit(v_wallet, v_wallet,
    case when v_stored.id is null then 'connection.connected' else 'connection.reconnected' end, v_id::text,
    jsonb_build_object('platform', v_platform, 'account', v_account, 'epoch', v_epoch,
      'shops', cardinality(v_shop_ids), 'consentTextVersion', c ->> 'consentTextVersion'));
  return jsonb_build_object('connectionId', v_id, 'runId', v_run);
end
$$;

create function public.request_sync(p_wallet text, p_connection_id text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_connection public.business_connections;
  v_run uuid;
begin
  select * into v_connection from public.business_connections
  where id = app_private.require_uuid(p_connection_id, 'p_connection_id')
    and wallet_address = app_private.require_wallet(p_wallet, 'p_wallet')
  for update;
  if not found then
    return jsonb_build_object('error', 'not_found');
  end if;
  if v_connection.status in ('disconnected', 'needs_reconnect') then
    return jsonb_build_object('error', v_connection.status);
  end if;
  select id into v_run from public.sync_runs
  where connection_id = v_connection.id and state in ('queued', 'running');
  if found then
    return jsonb_build_object('runId', v_run, 'created', false);
  end if;
  return jsonb_build_object('runId', app_private.queue_run(v_connection.id, 'borrower'), 'created', true);
end
$$;

-- Everything imported or derived, and the connection itself. Audit and access rows stay: they hold ids only.
create function app_private.erase_connection(p_connection public.business_connections) returns void
language plpgsql set search_path = '' as $$
declare
  v_wallet constant text := p_connection.wallet_address;
begin
  delete from app_private.webhook_inbox where platform = p_connection.platform and (
    platform_user_id = p_connection.platform_user_id
    or shop_id in (select platform_shop_id from public.shops where connection_id = p_connection.id)
  );
  delete from public.business_connections where id = p_connection.id;
  perform set_config('app.erasing', 'on', true);
  delete from public.score_snapshots where wallet_address = v_wallet;
  perform set_config('app.erasing', 'off', true);
  if not exists (select 1 from public.business_connections where wallet_address = v_wallet) then
    update public.shares set revoked_at = now() where wallet_address = v_wallet and revoked_at is null;
  end if;
  insert into app_private.erasures (wallet_hash, connection_id, what)
  values (encode(sha256(convert_to(v_wallet, 'UTF8')), 'hex'), p_connection.id, 'connection, income rows, scores');
end
$$;

-- `epoch` in the answer is the one that the returned access token was sealed under.
create function public.disconnect_connection(p_wallet text, p_connection_id text, p_erase text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_erase text := app_private.require_one_of(p_erase, 'p_erase', array['keep', 'delete']);
  v_connection public.business_connections;
  v_answer jsonb;
begin
  select * into v_connection from public.business_connections
  where id = app_private.require_uuid(p_connection_id, 'p_connection_id')
    and wallet_address = app_private.require_wallet(p_wallet, 'p_wallet')
  for update;
  if not found then
    return jsonb_build_object('error', 'not_found');
  end if;
  v_answer := jsonb_build_object(
    'accessToken', v_connection.access_token, 'epoch', v_connection.epoch, 'account', v_connection.account,
    'platform', v_connection.platform,
    'shops', coalesce((
      select jsonb_agg(jsonb_build_object('id', platform_shop_id, 'name', name, 'region', region,
        'sellerType', seller_type, 'cipher', cipher, 'isActive', is_active) order by platform_shop_id)
      from public.shops where connection_id = v_connection.id
    ), '[]'::jsonb)
  );

  delete from app_private.refresh_tokens where connection_id = v_connection.id;
  perform app_private.cancel_open_run(v_connection.id);
  update public.business_connections set
    epoch = epoch + 1, access_token = null, access_token_expires_at = null, token_version = token_version + 1,
    refresh_lease_id = null, refresh_lease_until = null, refresh_failures = 0, refresh_retry_at = null,
    authorization_expires_at = null, status = 'disconnected', is_active = false, error_code = null, error_message = null
  where id = v_connection.id;
  if v_erase = 'delete' then
    perform app_private.erase_connection(v_connection);
  end if;
  perform app_private.append_audit(p_wallet, p_wallet,
    case v_erase when 'delete' then 'connection.erased' else 'connection.disconnected' end, v_connection.id::text,
    jsonb_build_object('platform', v_connection.platform, 'account', v_connection.account, 'epoch', v_connection.epoch + 1));
  return v_answer;
end
$$;

revoke all on function
  public.prepare_connection, public.complete_connection, public.request_sync, public.disconnect_connection
from public, anon, authenticated, service_role;
grant execute on function
  public.prepare_connection, public.complete_connection, public.request_sync, public.disconnect_connection
to service_role;
revoke all on all functions in schema app_private from public, anon, authenticated, service_role;
