-- How many files a day may be signed is counted by what they are of as well: a wallet is free to make, and its log ends with its account.
create or replace function public.store_signed_score(p_wallet text, p_snapshot_id text, p_held jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_wallet text := app_private.require_wallet(p_wallet, 'p_wallet');
  v_held jsonb := app_private.require_object(p_held, 'p_held');
  v_statement jsonb := app_private.require_object(v_held -> 'statement', 'p_held.statement');
  v_id uuid := app_private.require_uuid(v_statement ->> 'id', 'p_held.statement.id');
  v_issued timestamptz := to_timestamp((v_statement ->> 'issuedAt')::bigint);
  v_expires timestamptz := to_timestamp((v_statement ->> 'expiresAt')::bigint);
  v_source text;
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
  for v_source in
    select 'account ' || platform || ' ' || platform_user_id from public.business_connections
    where wallet_address = v_wallet and is_active
    union select 'shop ' || own.platform || ' ' || shop.platform_shop_id from public.shops as shop
    join public.business_connections as own on own.id = shop.connection_id
    where own.wallet_address = v_wallet and own.is_active
    order by 1
  loop
    if not (public.take_rate_limit('signed ' || app_private.wallet_hash(v_source), '60', '86400') ->> 'allowed')::boolean then
      return jsonb_build_object('error', 'too_many_today');
    end if;
  end loop;
  insert into public.signed_scores (id, wallet_address, snapshot_id, held, issued_at, expires_at)
  values (v_id, v_wallet, p_snapshot_id::uuid, v_held, v_issued, v_expires);
  perform app_private.append_audit(v_wallet, v_wallet, 'signed_score.issued', v_id::text,
    jsonb_build_object('signer', v_held ->> 'signer', 'expiresAt', public.iso_utc(v_expires)));
  return jsonb_build_object('stored', true);
end
$$;
