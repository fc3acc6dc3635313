-- A person's open sessions: seen by their owner, ended one by one or all at once. A device is "Firefox on Windows" at
-- most: no address and no user agent is kept.

drop function public.open_session(text, text);
create function public.open_session(p_session_hash text, p_wallet text, p_device text default null) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_wallet text := app_private.require_wallet(p_wallet, 'p_wallet');
  v_account uuid;
  v_session uuid;
begin
  delete from app_private.sessions where expires_at < now() - interval '1 day';
  insert into public.accounts (wallet_address) values (v_wallet) on conflict (wallet_address) do nothing;
  select id into strict v_account from public.accounts where wallet_address = v_wallet;
  insert into app_private.sessions (session_hash, account_id, wallet, expires_at, user_agent_family)
  values (
    app_private.require_text(p_session_hash, 'p_session_hash', 128), v_account, v_wallet, now() + interval '12 hours',
    case when p_device is null then null else app_private.require_text(p_device, 'p_device', 60) end
  )
  returning id into v_session;
  return jsonb_build_object('sessionId', v_session, 'accountId', v_account, 'wallet', v_wallet);
end
$$;

create function public.list_sessions(p_account_id text) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(
    jsonb_build_object(
      'id', id, 'device', user_agent_family,
      'openedAt', public.iso_utc(created_at), 'lastSeenAt', public.iso_utc(last_seen_at)
    ) order by last_seen_at desc, id), '[]'::jsonb)
  from app_private.sessions
  where account_id = app_private.require_uuid(p_account_id, 'p_account_id')
    and revoked_at is null and expires_at > now() and last_seen_at > now() - interval '30 minutes'
$$;

-- Ends one session of the account, or every one of them when p_session_id is null.
create function public.revoke_sessions(p_account_id text, p_session_id text default null) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_account uuid := app_private.require_uuid(p_account_id, 'p_account_id');
  v_session uuid := case when p_session_id is null then null else app_private.require_uuid(p_session_id, 'p_session_id') end;
  v_ended uuid[];
  v_wallet text;
begin
  with ended as (
    update app_private.sessions set revoked_at = now()
    where account_id = v_account and (v_session is null or id = v_session)
      and revoked_at is null and expires_at > now()
    returning id
  )
  select coalesce(array_agg(id), '{}') into v_ended from ended;
  -- A consent that one of them had begun ends with it.
  delete from app_private.oauth_transactions where session_id = any (v_ended);
  if cardinality(v_ended) > 0 then
    select wallet_address into strict v_wallet from public.accounts where id = v_account;
    perform app_private.append_audit(
      v_wallet, v_wallet, case when v_session is null then 'sessions.all_ended' else 'session.ended' end,
      coalesce(v_session, v_account)::text, jsonb_build_object('count', cardinality(v_ended))
    );
  end if;
  return jsonb_build_object('ended', cardinality(v_ended));
end
$$;

revoke all on function public.open_session, public.list_sessions, public.revoke_sessions
from public, anon, authenticated, service_role;
grant execute on function public.open_session, public.list_sessions, public.revoke_sessions to service_role;
