-- Which words a person read before consenting: their version, their language, and the hash of the text in that language. All of
-- them are noted when the person leaves for the platform. Null where nobody was shown the consent's text, and before this.

alter table public.business_connections
  add column consent_language text,
  add column consent_text_hash text,
  add constraint consent_language_is_a_tag check (consent_language ~ '^[a-z]{2}$'),
  add constraint consent_text_hash_is_sha256 check (consent_text_hash ~ '^[0-9a-f]{64}$');
grant select (consent_language, consent_text_hash) on public.business_connections to authenticated;

alter table app_private.oauth_transactions add column consent_text jsonb;

drop function public.create_oauth_transaction(text, text, text, text, text, text, text, text);
create function public.create_oauth_transaction(
  p_state_hash text, p_session_id text, p_browser_hash text, p_wallet text,
  p_platform text, p_account text, p_market text, p_ttl_seconds text, p_consent_text jsonb default null
) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_session uuid := app_private.require_uuid(p_session_id, 'p_session_id');
  v_wallet text := app_private.require_wallet(p_wallet, 'p_wallet');
begin
  -- The lock on the session row makes "at most five live" hold for parallel starts too.
  perform 1 from app_private.sessions where id = v_session and wallet = v_wallet and revoked_at is null for update;
  if not found then
    raise exception 'p_session_id must be an open session of p_wallet' using errcode = '22023';
  end if;
  delete from app_private.oauth_transactions where expires_at <= now();
  delete from app_private.oauth_transactions where state_hash in (
    select state_hash from app_private.oauth_transactions
    where session_id = v_session order by created_at desc, state_hash offset 4
  );
  insert into app_private.oauth_transactions
    (state_hash, session_id, browser_hash, wallet, platform, account, market, consent_text, created_at, expires_at)
  values (
    app_private.require_text(p_state_hash, 'p_state_hash', 128),
    v_session,
    app_private.require_text(p_browser_hash, 'p_browser_hash', 128),
    v_wallet,
    app_private.require_text(p_platform, 'p_platform', 40),
    app_private.require_one_of(p_account, 'p_account', array['seller', 'creator']),
    app_private.require_text(p_market, 'p_market', 20),
    case when nullif(p_consent_text, 'null') is null then null else app_private.require_object(p_consent_text, 'p_consent_text') end,
    clock_timestamp(),
    now() + make_interval(secs => app_private.require_integer(p_ttl_seconds, 'p_ttl_seconds', 1, 3600))
  );
  return '{}'::jsonb;
end
$$;

create or replace function public.take_oauth_transaction(p_state_hash text, p_session_id text, p_browser_hash text, p_platform text)
returns jsonb
language sql security definer set search_path = '' as $$
  with taken as (
    delete from app_private.oauth_transactions
    where state_hash = p_state_hash
      and session_id = app_private.require_uuid(p_session_id, 'p_session_id')
      and browser_hash = p_browser_hash
      and platform = p_platform
      and expires_at > now()
    returning wallet, account, market, consent_text
  )
  select jsonb_build_object('wallet', wallet, 'account', account, 'market', market, 'consentText', consent_text)
  from taken
$$;

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

revoke all on function public.create_oauth_transaction from public, anon, authenticated, service_role;
grant execute on function public.create_oauth_transaction to service_role;
