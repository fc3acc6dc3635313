-- A revoked score stays on the public list until it would have expired, and every reader checks all of the list: how many there
-- may be is counted with the revoked ones, and with those that went with their figures.
create index audit_log_signed_scores on public.audit_log (tenant, at) where action = 'signed_score.issued';

create or replace function public.store_signed_score(p_wallet text, p_snapshot_id text, p_held jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_wallet text := app_private.require_wallet(p_wallet, 'p_wallet');
  v_held jsonb := app_private.require_object(p_held, 'p_held');
  v_statement jsonb := app_private.require_object(v_held -> 'statement', 'p_held.statement');
  v_id uuid := app_private.require_uuid(v_statement ->> 'id', 'p_held.statement.id');
  v_issued timestamptz := to_timestamp((v_statement ->> 'issuedAt')::bigint);
  v_expires timestamptz := to_timestamp((v_statement ->> 'expiresAt')::bigint);
begin
  if v_statement ->> 'subject' is distinct from v_wallet then
    raise exception 'p_held.statement.subject must be the wallet' using errcode = '22023';
  end if;
  perform pg_advisory_xact_lock(hashtextextended('signed_scores:' || v_wallet, 0));
  -- Held until the end, so that an erasure waits and then takes this row with it.
  perform 1 from public.score_snapshots
  where id = app_private.require_uuid(p_snapshot_id, 'p_snapshot_id') and wallet_address = v_wallet and not provisional
  for key share;
  if not found then
    return jsonb_build_object('error', 'no_snapshot');
  end if;
  if (select count(*) from public.signed_scores
    where wallet_address = v_wallet and revoked_at is null and expires_at > now()) >= 50 then
    return jsonb_build_object('error', 'too_many');
  end if;
  if (select count(*) from public.audit_log
    where tenant = v_wallet and action = 'signed_score.issued' and at > now() - interval '1 day') >= 60 then
    return jsonb_build_object('error', 'too_many_today');
  end if;
  insert into public.signed_scores (id, wallet_address, snapshot_id, held, issued_at, expires_at)
  values (v_id, v_wallet, p_snapshot_id::uuid, v_held, v_issued, v_expires);
  perform app_private.append_audit(v_wallet, v_wallet, 'signed_score.issued', v_id::text,
    jsonb_build_object('signer', v_held ->> 'signer', 'expiresAt', public.iso_utc(v_expires)));
  return jsonb_build_object('stored', true);
end
$$;
