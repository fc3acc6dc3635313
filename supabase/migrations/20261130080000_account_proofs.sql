-- A wallet is an address, and on another chain the contract at an address may be somebody else's. So an account keeps its first
-- proof: its own key, or its contract on one chain, as CAIP-2 names it. Null where it was opened before this was kept; the next
-- sign-in says it.

alter table public.accounts add column proved_by text
  constraint proof_is_key_or_contract check (proved_by ~ '^(key|eip155:[1-9][0-9]{0,9})$');

-- Null where a contract proves the wallet that is not the account's: its owner finds that in the audit log, once a day. A key
-- always counts: an address that has one is no contract anywhere. p_proved_by is null of a version from before, which said nothing.
-- An account keeps the twenty sessions that were used last: one more ends the one left alone for longest, as its owner would.
drop function public.open_session(text, text, text);
create function public.open_session(
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
  -- What a session may do is bounded, so the number of sessions is too.
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
revoke all on function public.open_session from public, anon, authenticated, service_role;
grant execute on function public.open_session to service_role;

-- As before, and with what proved the account: a contract's word counts when it is that one's.
create or replace function public.take_confirmation(p_session_id text, p_act text, p_object text, p_message text) returns jsonb
language sql security definer set search_path = '' as $$
  with taken as (
    delete from app_private.confirmations
    where session_id = app_private.require_uuid(p_session_id, 'p_session_id') and message = p_message
    returning session_id, act, object, chain_id, expires_at
  )
  select jsonb_build_object('chainId', taken.chain_id, 'provedBy', account.proved_by)
  from taken
  join app_private.sessions open on open.id = taken.session_id
  join public.accounts account on account.id = open.account_id
  where taken.act = p_act and taken.object = p_object and taken.expires_at > now()
    and open.revoked_at is null and open.expires_at > now()
  limit 1
$$;
