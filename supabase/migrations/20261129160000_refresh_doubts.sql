-- A refusal ends a connection only when nobody can hold newer tokens. A leader whose lease was taken over may have been answered
-- and be waiting for the database: until it had time to store its answer, a refusal is a doubt. And an answer to the very version
-- that a connection was ended over brings it back, however late it comes.

alter table public.business_connections
  -- Until when a leader that was taken for dead may still come with newer tokens.
  add column refresh_doubt_until timestamptz,
  -- The version whose refusal ended the connection.
  add column refresh_refused_version int;

create function app_private.doubt_taken_lease() returns trigger
language plpgsql set search_path = '' as $$
begin
  new.refresh_doubt_until := now() + interval '20 seconds';
  return new;
end
$$;
create trigger business_connections_doubt before update of refresh_lease_id on public.business_connections
  for each row when (old.refresh_lease_id <> new.refresh_lease_id)
  execute function app_private.doubt_taken_lease();
revoke all on function app_private.doubt_taken_lease from public, anon, authenticated, service_role;

-- First answer wins: a leader whose lease ran out may still commit, because a strict platform has already
-- spent the old refresh token and no later leader can get another.
create or replace function public.commit_refresh(
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
  c public.business_connections;
begin
  perform app_private.require_text(p_lease_id, 'p_lease_id', 128);
  if v_tokens ->> 'refreshTokenExpiresAt' is not null then
    v_consent_ends := to_timestamp(app_private.require_integer(
      v_tokens ->> 'refreshTokenExpiresAt', 'refreshTokenExpiresAt', 1, 253402300799));
  end if;

  select * into c from public.business_connections where id = v_id and epoch = v_epoch and token_version = v_version
    and (status not in ('disconnected', 'needs_reconnect')
      or status = 'needs_reconnect' and refresh_refused_version = v_version)
  for update;
  if not found then
    -- Somebody else's answer is stored. Keep this refresh token beside it in case the platform honours only this one.
    update app_private.refresh_tokens set previous_token = v_refresh
    where connection_id = v_id and v_refresh is not null and exists (
      select 1 from public.business_connections where id = v_id and epoch = v_epoch and token_version > v_version
    );
    return jsonb_build_object('committed', false, 'tokenVersion',
      (select token_version from public.business_connections where id = v_id));
  end if;

  update public.business_connections set
    access_token = v_access, access_token_expires_at = v_expires, token_version = v_version + 1,
    authorization_expires_at = case when v_refresh is null then coalesce(v_consent_ends, authorization_expires_at)
      else v_consent_ends end,
    refresh_lease_id = null, refresh_lease_until = null, refresh_failures = 0, refresh_retry_at = null,
    refresh_doubt_until = null, refresh_refused_version = null
  where id = v_id;
  update app_private.refresh_tokens set
    previous_token = case when v_refresh is null or v_refresh = token then previous_token else token end,
    token = coalesce(v_refresh, token),
    expires_at = case when v_refresh is null then coalesce(v_consent_ends, expires_at) else v_consent_ends end,
    version = version + 1
  where connection_id = v_id;
  if c.status = 'needs_reconnect' then
    perform app_private.restore_connection(c);
  end if;
  return jsonb_build_object('committed', true, 'tokenVersion', v_version + 1);
end
$$;

create function app_private.restore_connection(c public.business_connections) returns void
language plpgsql set search_path = '' as $$
begin
  update public.business_connections set
    status = case when last_synced_at is null then 'importing' else 'active' end, error_code = null, error_message = null
  where id = c.id;
  if not exists (select from public.sync_runs where connection_id = c.id and state in ('queued', 'running')) then
    perform app_private.queue_run(c.id, 'restored');
  end if;
  perform app_private.append_audit(c.wallet_address, 'system', 'connection.restored', c.id::text,
    jsonb_build_object('epoch', c.epoch, 'version', c.token_version + 1));
end
$$;
revoke all on function app_private.restore_connection from public, anon, authenticated, service_role;

-- Answers whether the connection has ended: a final failure that nobody should believe is a wait.
create or replace function public.fail_refresh(p_connection_id text, p_lease_id text, p_error_code text, p_final text)
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
    return jsonb_build_object('ended', false);
  end if;
  if v_final and c.refresh_doubt_until > now() and c.refresh_doubt_until <= now() + interval '20 seconds' then
    update public.business_connections set
      refresh_retry_at = c.refresh_doubt_until, refresh_lease_id = null, refresh_lease_until = null
    where id = v_id;
    return jsonb_build_object('ended', false);
  end if;
  if v_final then
    update public.business_connections set
      status = 'needs_reconnect', error_code = v_code,
      error_message = 'The authorisation has ended. Reconnect the account to keep importing.',
      refresh_refused_version = c.token_version,
      refresh_lease_id = null, refresh_lease_until = null, refresh_retry_at = null, refresh_doubt_until = null
    where id = v_id;
    perform app_private.append_audit(c.wallet_address, 'system', 'connection.needs_reconnect', v_id::text,
      jsonb_build_object('code', v_code, 'epoch', c.epoch));
    return jsonb_build_object('ended', true);
  end if;
  update public.business_connections set
    refresh_failures = refresh_failures + 1,
    refresh_retry_at = now() + make_interval(secs => least(3600, 30 * power(2, least(refresh_failures, 10)))),
    refresh_lease_id = null, refresh_lease_until = null
  where id = v_id;
  return jsonb_build_object('ended', false);
end
$$;
