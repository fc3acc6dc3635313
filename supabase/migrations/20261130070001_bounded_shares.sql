-- What one wallet shares is bounded, and so is the list of it.

create or replace function public.create_share(
  p_wallet text, p_lender text, p_scope text, p_purpose text, p_expires_at text
) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_wallet text := app_private.require_wallet(p_wallet, 'p_wallet');
  v_lender text := app_private.require_wallet(p_lender, 'p_lender');
  v_expires timestamptz := app_private.require_time(p_expires_at, 'p_expires_at');
  v_share public.shares;
begin
  if v_lender = v_wallet then
    return jsonb_build_object('error', 'lender_is_borrower');
  end if;
  if v_expires <= now() then
    return jsonb_build_object('error', 'expiry_in_past');
  end if;
  -- One at a time for each wallet, so that the count holds.
  perform pg_advisory_xact_lock(hashtextextended('shares:' || v_wallet, 0));
  if (select count(*) from public.shares
    where wallet_address = v_wallet and revoked_at is null and expires_at > now()) >= 100 then
    return jsonb_build_object('error', 'too_many');
  end if;
  insert into public.shares (wallet_address, lender, scope, purpose, expires_at)
  values (
    v_wallet, v_lender, app_private.require_one_of(p_scope, 'p_scope', array['tier', 'factors', 'metrics']),
    app_private.require_text(btrim(p_purpose), 'p_purpose', 280), v_expires
  )
  returning * into v_share;
  perform app_private.append_audit(v_wallet, v_wallet, 'share.created', v_share.id::text,
    jsonb_build_object('lender', v_lender, 'scope', p_scope, 'expiresAt', public.iso_utc(v_expires)));
  return app_private.share_json(v_share);
end
$$;

-- The live ones first, of which there are at most 100, then the newest.
create or replace function public.my_shares() returns jsonb
language sql stable security invoker set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'id', id, 'lender', lender, 'scope', scope, 'purpose', purpose, 'createdAt', public.iso_utc(created_at),
    'expiresAt', public.iso_utc(expires_at), 'revokedAt', public.iso_utc(revoked_at), 'status', status
  ) order by status = 'live' desc, created_at desc, id), '[]'::jsonb)
  from (
    select share.*, status
    from public.shares as share
    cross join lateral (
      select case when revoked_at is not null then 'revoked' when expires_at <= now() then 'expired' else 'live' end as status
    ) as told
    where wallet_address = (select public.request_wallet())
    order by status = 'live' desc, created_at desc, id limit 500
  ) as listed
$$;
