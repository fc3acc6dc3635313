-- A shop counts once for a wallet too. Several accounts may name the same shop (its administrators, a global seller), and each of
-- them would import its orders.

-- Of what was connected so far, the account that came first keeps the shop. Rows of a shop that a connection no longer names count
-- for nothing, from its next score on.
delete from public.shops as twice using public.business_connections as later
where later.id = twice.connection_id and later.is_active and exists (
  select from public.shops as shop join public.business_connections as earlier on earlier.id = shop.connection_id
  where shop.platform_shop_id = twice.platform_shop_id and earlier.is_active and earlier.platform = later.platform
    and earlier.wallet_address = later.wallet_address
    and (earlier.created_at, earlier.id) < (later.created_at, later.id)
);

-- The wallet's connection through which another of its accounts brings one of these shops, or null.
create function app_private.holder_of_own_shop(
  p_wallet text, p_platform text, p_account text, p_user_id text, p_shop_ids text[]
) returns uuid
language sql stable set search_path = '' as $$
  select held.id from public.shops as shop join public.business_connections as held on held.id = shop.connection_id
  where shop.platform_shop_id = any (p_shop_ids) and held.platform = p_platform and held.is_active
    and held.wallet_address = p_wallet and (held.account, held.platform_user_id) <> (p_account, p_user_id)
  order by held.created_at, held.id limit 1
$$;
revoke all on function app_private.holder_of_own_shop from public, anon, authenticated, service_role;

create or replace function public.complete_connection(p_connection jsonb) returns jsonb
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
  -- One of an instance of before names the version alone.
  v_read jsonb := coalesce(c -> 'consentText', jsonb_build_object('version', c ->> 'consentTextVersion'));
  v_stored public.business_connections;
  v_holder uuid;
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
  v_holder := app_private.holder_of_own_shop(v_wallet, v_platform, v_account, v_user, v_shop_ids);
  if v_holder is not null then
    return jsonb_build_object('error', 'shop_in_other_account', 'heldBy', v_holder);
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
    consent_text_version, consent_language, consent_text_hash, consented_at
  ) values (
    v_id, v_wallet, v_platform, v_account, v_user, c ->> 'displayName', c ->> 'region', c ->> 'market', c ->> 'accessToken',
    v_expires, v_epoch,
    array(select jsonb_array_elements_text(coalesce(c -> 'grantedScopes', '[]'::jsonb))),
    array(select jsonb_array_elements_text(coalesce(c -> 'missingScopes', '[]'::jsonb))),
    v_consent_ends, v_read ->> 'version', v_read ->> 'language', v_read ->> 'hash', now()
  )
  on conflict (id) do update set
    display_name = excluded.display_name, region = excluded.region, market = excluded.market,
    access_token = excluded.access_token, access_token_expires_at = excluded.access_token_expires_at,
    token_version = stored.token_version + 1, epoch = excluded.epoch,
    granted_scopes = excluded.granted_scopes, missing_scopes = excluded.missing_scopes,
    authorization_expires_at = excluded.authorization_expires_at, status = 'importing', is_active = true,
    error_code = null, error_message = null, refresh_lease_id = null, refresh_lease_until = null,
    refresh_failures = 0, refresh_retry_at = null,
    consent_text_version = excluded.consent_text_version, consent_language = excluded.consent_language,
    consent_text_hash = excluded.consent_text_hash, consented_at = excluded.consented_at;

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
      'shops', cardinality(v_shop_ids), 'consentTextVersion', v_read ->> 'version',
      'consentLanguage', v_read ->> 'language', 'consentTextHash', v_read ->> 'hash'));
  return jsonb_build_object('connectionId', v_id, 'runId', v_run);
end
$$;
