-- That a lender sent the notice of a draft, as the lender says: an entry in the audit log of both ends, made once.

create index audit_log_notices_sent on public.audit_log (tenant, object) where action = 'adverse_action.notice_sent';

create function public.mark_notice_sent(p_lender text, p_borrower text, p_draft_id text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_lender text := app_private.require_wallet(p_lender, 'p_lender');
  v_borrower text := app_private.require_wallet(p_borrower, 'p_borrower');
  v_id uuid := app_private.require_uuid(p_draft_id, 'p_draft_id');
  v_tenant text;
begin
  perform pg_advisory_xact_lock(hashtextextended('adverse_actions:' || v_lender || v_borrower, 0));
  if not exists (
    select from public.adverse_actions where id = v_id and lender = v_lender and wallet_address = v_borrower
  ) then
    return jsonb_build_object('error', 'not_found');
  end if;
  if exists (
    select from public.audit_log
    where tenant = v_lender and object = v_id::text and action = 'adverse_action.notice_sent'
  ) then
    return jsonb_build_object('marked', false);
  end if;
  -- In one order for everybody, as each entry locks its log. Who deleted the account has no log any more.
  for v_tenant in
    select tenant from unnest(array[v_lender, v_borrower]) as tenant
    where tenant = v_lender or exists (select from public.accounts where wallet_address = tenant) order by tenant
  loop
    perform app_private.append_audit(v_tenant, v_lender, 'adverse_action.notice_sent', v_id::text, '{}'::jsonb);
  end loop;
  return jsonb_build_object('marked', true);
end
$$;

create or replace function public.my_adverse_actions(p_as text, p_other text, p_id text) returns jsonb
language sql stable security invoker set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'id', id, 'lender', lender, 'borrower', wallet_address, 'decision', decision, 'loanReference', loan_reference,
    'shareId', share_id, 'scope', scope, 'snapshotId', snapshot_id, 'asOf', public.iso_utc(as_of),
    'model', model, 'modelHash', model_hash, 'reasons', reasons, 'score', shown -> 'score', 'tier', shown -> 'tier',
    'provisional', shown -> 'provisional', 'decidedAt', public.iso_utc(decided_at), 'noticeDueAt', public.iso_utc(notice_due_at),
    'noticeSentAt', (
      select public.iso_utc(min(at)) from public.audit_log
      where tenant = (select public.request_wallet()) and object = newest.id::text
        and action = 'adverse_action.notice_sent'
    )
  ) order by decided_at desc, id), '[]'::jsonb)
  from (
    select * from public.adverse_actions
    where (p_as = 'lender' and lender = (select public.request_wallet()) and wallet_address = coalesce(p_other, wallet_address)
        or p_as = 'borrower' and wallet_address = (select public.request_wallet()) and lender = coalesce(p_other, lender))
      and (p_id is null or id::text = lower(p_id))
    order by decided_at desc, id limit 200
  ) as newest
$$;

revoke all on function public.mark_notice_sent from public, anon, authenticated, service_role;
grant execute on function public.mark_notice_sent to service_role;
