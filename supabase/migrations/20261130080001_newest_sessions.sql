-- An account keeps the twenty sessions that were used last: one more ends the one left alone for longest, as its owner would. What a
-- session may do is bounded, so the number of sessions is too.

create or replace function public.open_session(
  p_session_hash text, p_wallet text, p_device text default null, p_proved_by text default null
) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_wallet text := app_private.require_wallet(p_wallet, 'p_wallet');
  v_account public.accounts;
  v_session uuid;
begin
  delete from app_private.sessions where expires_at < now() - interval '1 day';
  -- Locks the account: of two first proofs at once, one is the first.
  insert into public.accounts as known (wallet_address, proved_by) values (v_wallet, p_proved_by)
  on conflict (wallet_address) do update set
    proved_by = case when p_proved_by = 'key' then p_proved_by else coalesce(known.proved_by, p_proved_by) end
  returning * into v_account;
  if p_proved_by <> v_account.proved_by then
    if not exists (
      select from public.audit_log
      where tenant = v_wallet and action = 'fraud.contract_of_another' and object = p_proved_by
        and at > now() - interval '1 day'
    ) then
      perform app_private.append_audit(
        v_wallet, 'system', 'fraud.contract_of_another', p_proved_by, jsonb_build_object('provedBy', v_account.proved_by));
    end if;
    return null;
  end if;
  perform public.revoke_sessions(v_account.id::text, surplus.id::text) from (
    select id from app_private.sessions
    where account_id = v_account.id and revoked_at is null and expires_at > now()
      and last_seen_at > now() - interval '30 minutes'
    order by last_seen_at desc, id offset 19
  ) as surplus;
  insert into app_private.sessions (session_hash, account_id, wallet, expires_at, user_agent_family)
  values (
    app_private.require_text(p_session_hash, 'p_session_hash', 128), v_account.id, v_wallet, now() + interval '12 hours',
    case when p_device is null then null else app_private.require_text(p_device, 'p_device', 60) end
  )
  returning id into v_session;
  return jsonb_build_object('sessionId', v_session, 'accountId', v_account.id, 'wallet', v_wallet);
end
$$;
