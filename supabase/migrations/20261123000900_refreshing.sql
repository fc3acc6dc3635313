-- Token refresh is a critical section across processes: a lease to ask, a compare-and-set to commit.

create function public.claim_refresh(
  p_connection_id text, p_lease_id text, p_lease_seconds text, p_margin_seconds text, p_rejected_version text
) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_lease text := app_private.require_text(p_lease_id, 'p_lease_id', 128);
  v_lease_time interval := make_interval(secs => app_private.require_integer(p_lease_seconds, 'p_lease_seconds', 1, 300));
  v_margin interval := make_interval(secs => app_private.require_integer(p_margin_seconds, 'p_margin_seconds', 0, 604800));
  v_rejected bigint := case when coalesce(p_rejected_version, '') = '' then null
    else app_private.require_integer(p_rejected_version, 'p_rejected_version', 0, 2147483647) end;
  c public.business_connections;
  v_refresh app_private.refresh_tokens;
  v_fresh jsonb;
begin
  select * into c from public.business_connections
  where id = app_private.require_uuid(p_connection_id, 'p_connection_id') for update;
  if not found then
    return jsonb_build_object('outcome', 'gone', 'status', 'disconnected');
  end if;
  select * into v_refresh from app_private.refresh_tokens where connection_id = c.id;
  if c.status in ('disconnected', 'needs_reconnect') or c.access_token is null or v_refresh.token is null then
    return jsonb_build_object('outcome', 'gone', 'status', c.status);
  end if;

  v_fresh := jsonb_build_object(
    'outcome', 'fresh', 'accessToken', c.access_token, 'epoch', c.epoch, 'tokenVersion', c.token_version);
  if v_rejected is distinct from c.token_version and c.access_token_expires_at > now() + v_margin then
    return v_fresh;
  end if;
  if c.refresh_lease_until > now() and c.refresh_lease_id <> v_lease then
    return jsonb_build_object('outcome', 'busy');
  end if;
  if c.refresh_retry_at > now() then
    -- Inside the margin but still alive: the old token serves while the platform cools down.
    if v_rejected is distinct from c.token_version and c.access_token_expires_at > now() + interval '30 seconds' then
      return v_fresh;
    end if;
    return jsonb_build_object('outcome', 'cooling', 'retryAt', public.iso_utc(c.refresh_retry_at));
  end if;

  update public.business_connections set refresh_lease_id = v_lease, refresh_lease_until = now() + v_lease_time
  where id = c.id;
  return jsonb_build_object(
    'outcome', 'leader', 'refreshToken', v_refresh.token, 'previousRefreshToken', v_refresh.previous_token,
    'epoch', c.epoch, 'tokenVersion', c.token_version);
end
$$;

-- First answer wins: a leader whose lease ran out may still commit, because a strict platform has already
-- spent the old refresh token and no later leader can get another.
create function public.commit_refresh(
  p_connection_id text, p_lease_id text, p_epoch text, p_token_version text, p_tokens jsonb
) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_tokens constant jsonb := app_private.require_object(p_tokens, 'p_tokens');
  v_id uuid := app_private.require_uuid(p_connection_id, 'p_connection_id');
  v_epoch int := app_private.require_integer(p_epoch, 'p_epoch', 1, 2147483647);
  v_version int := app_private.require_integer(p_token_version, 'p_token_version', 0, 2147483647);
  v_access text := app_private.require_text(v_tokens ->> 'accessToken', 'accessToken', 8192);
  v_expires timestamptz := to_timestamp(app_private.require_integer(
    v_tokens ->> 'accessTokenExpiresAt', 'accessTokenExpiresAt', 1, 253402300799));
  v_refresh text := v_tokens ->> 'refreshToken';
  v_consent_ends timestamptz;
  v_committed int;
begin
  perform app_private.require_text(p_lease_id, 'p_lease_id', 128);
  if v_tokens ->> 'refreshTokenExpiresAt' is not null then
    v_consent_ends := to_timestamp(app_private.require_integer(
      v_tokens ->> 'refreshTokenExpiresAt', 'refreshTokenExpiresAt', 1, 253402300799));
  end if;

  update public.business_connections set
    access_token = v_access, access_token_expires_at = v_expires, token_version = token_version + 1,
    authorization_expires_at = case when v_refresh is null then coalesce(v_consent_ends, authorization_expires_at)
      else v_consent_ends end,
    refresh_lease_id = null, refresh_lease_until = null, refresh_failures = 0, refresh_retry_at = null
  where id = v_id and epoch = v_epoch and token_version = v_version
    and status not in ('disconnected', 'needs_reconnect')
  returning token_version into v_committed;

  if v_committed is null then
    -- Somebody else's answer is stored. Keep this refresh token beside it in case the platform honours only this one.
    update app_private.refresh_tokens set previous_token = v_refresh
    where connection_id = v_id and v_refresh is not null and exists (
      select 1 from public.business_connections where id = v_id and epoch = v_epoch and token_version > v_version
    );
    return jsonb_build_object('committed', false, 'tokenVersion',
      (select token_version from public.business_connections where id = v_id));
  end if;
  update app_private.refresh_tokens set
    previous_token = case when v_refresh is null or v_refresh = token then previous_token else token end,
    token = coalesce(v_refresh, token),
    expires_at = case when v_refresh is null then coalesce(v_consent_ends, expires_at) else v_consent_ends end,
    version = version + 1
  where connection_id = v_id;
  return jsonb_build_object('committed', true, 'tokenVersion', v_committed);
end
$$;

create function public.fail_refresh(p_connection_id text, p_lease_id text, p_error_code text, p_final text)
returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_id uuid := app_private.require_uuid(p_connection_id, 'p_connection_id');
  v_code text := app_private.require_text(p_error_code, 'p_error_code', 100);
  v_final boolean := app_private.require_one_of(p_final, 'p_final', array['true', 'false']) = 'true';
  c public.business_connections;
begin
  -- Only the present leader may judge: after a lost lease or a commit by another, this failure says nothing.
  select * into c from public.business_connections where id = v_id and refresh_lease_id = p_lease_id for update;
  if not found then
    return '{}'::jsonb;
  end if;
  if v_final then
    update public.business_connections set
      status = 'needs_reconnect', error_code = v_code,
      error_message = 'The authorisation has ended. Reconnect the account to keep importing.',
      refresh_lease_id = null, refresh_lease_until = null, refresh_retry_at = null
    where id = v_id;
    perform app_private.append_audit(c.wallet_address, 'system', 'connection.needs_reconnect', v_id::text,
      jsonb_build_object('code', v_code, 'epoch', c.epoch));
    return '{}'::jsonb;
  end if;
  update public.business_connections set
    refresh_failures = refresh_failures + 1,
    refresh_retry_at = now() + make_interval(secs => least(3600, 30 * power(2, least(refresh_failures, 10)))),
    refresh_lease_id = null, refresh_lease_until = null
  where id = v_id;
  return '{}'::jsonb;
end
$$;

revoke all on function public.claim_refresh, public.commit_refresh, public.fail_refresh
from public, anon, authenticated, service_role;
grant execute on function public.claim_refresh, public.commit_refresh, public.fail_refresh to service_role;
