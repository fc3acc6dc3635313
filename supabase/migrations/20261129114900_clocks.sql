-- What a clock that goes back must not do: bring a session back that was dead, or make a lease hold for longer than it was given.

create or replace function public.read_session(p_session_hash text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_session app_private.sessions;
begin
  select * into v_session from app_private.sessions where session_hash = p_session_hash and revoked_at is null;
  if not found then
    return null;
  end if;
  -- Found dead once, dead for good, whatever the clock says later.
  if v_session.expires_at <= now() or v_session.last_seen_at <= now() - interval '30 minutes' then
    update app_private.sessions set revoked_at = now() where id = v_session.id and revoked_at is null;
    return null;
  end if;
  -- Once a minute is enough for a 30-minute idle limit and keeps reads from becoming writes.
  if v_session.last_seen_at < now() - interval '1 minute' then
    update app_private.sessions set last_seen_at = now() where id = v_session.id and revoked_at is null;
  end if;
  return jsonb_build_object('sessionId', v_session.id, 'accountId', v_session.account_id, 'wallet', v_session.wallet);
end
$$;

create or replace function public.claim_refresh(
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
  -- One that was refreshed within the last minute is used whatever the clocks say: where they disagree it would look over
  -- at once, and asking again would not end. The platform tells when it really is.
  if v_rejected is distinct from c.token_version and (
    c.access_token_expires_at > now() + v_margin
    or (v_refresh.version > 1 and v_refresh.updated_at > now() - interval '1 minute')
  ) then
    perform app_private.note_token_access(c, 'access');
    return v_fresh;
  end if;
  -- A lease from beyond the longest one was given before the clock went back: it does not hold until the clock is there again.
  if c.refresh_lease_until > now() and c.refresh_lease_until <= now() + interval '300 seconds'
    and c.refresh_lease_id <> v_lease then
    return jsonb_build_object('outcome', 'busy');
  end if;
  if c.refresh_retry_at > now() and c.refresh_retry_at <= now() + interval '1 hour' then
    -- Inside the margin but still alive: the old token serves while the platform cools down.
    if v_rejected is distinct from c.token_version and c.access_token_expires_at > now() + interval '30 seconds' then
      perform app_private.note_token_access(c, 'access');
      return v_fresh;
    end if;
    return jsonb_build_object('outcome', 'cooling', 'retryAt', public.iso_utc(c.refresh_retry_at));
  end if;

  update public.business_connections set refresh_lease_id = v_lease, refresh_lease_until = now() + v_lease_time
  where id = c.id;
  perform app_private.note_token_access(c, 'refresh');
  return jsonb_build_object(
    'outcome', 'leader', 'refreshToken', v_refresh.token, 'previousRefreshToken', v_refresh.previous_token,
    'epoch', c.epoch, 'tokenVersion', c.token_version);
end
$$;
