-- A lender who may see metrics sees how they are spread as well, in the same look that is logged. The cut is made here.

-- How the income behind one snapshot is spread. Reads nothing but the row it is given.
create function public.insights_of(p_snapshot public.score_snapshots) returns jsonb
language sql stable security invoker set search_path = '' as $$
  select jsonb_build_object(
    'asOf', public.iso_utc(p_snapshot.as_of), 'provisional', p_snapshot.provisional, 'snapshotHash', p_snapshot.snapshot_hash,
    'netUsd', p_snapshot.inputs -> 'netUsd', 'sellerNetUsd', p_snapshot.inputs -> 'seller' -> 'netUsd',
    'creatorNetUsd', p_snapshot.inputs -> 'creator' -> 'netUsd', 'rates', p_snapshot.inputs -> 'exchangeRates' ->> 'source',
    'byProduct', p_snapshot.inputs -> 'byProduct', 'byCreator', p_snapshot.inputs -> 'byCreator',
    'medianDaysToCash', p_snapshot.inputs -> 'medianDaysToCash', 'spread', p_snapshot.insights)
$$;

create or replace function public.my_insights() returns jsonb
language sql stable security invoker set search_path = '' as $$
  select public.insights_of(snapshot) from public.score_snapshots as snapshot
  where wallet_address = (select public.request_wallet()) order by created_at desc, id limit 1
$$;

-- What a share shows beside the report: null where its scope does not reach.
create function app_private.beside_report(p_scope text, p_snapshot public.score_snapshots) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object('insights', case p_scope when 'metrics' then public.insights_of(p_snapshot) end)
$$;

create or replace function public.read_shared_score(p_lender text, p_borrower text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_share public.shares;
  v_snapshot public.score_snapshots;
begin
  select * into v_share from app_private.live_shares(app_private.require_wallet(p_lender, 'p_lender'))
  where wallet_address = app_private.require_wallet(p_borrower, 'p_borrower');
  if not found then
    return null;
  end if;
  select * into v_snapshot from app_private.latest_snapshot(p_borrower);
  if not found then
    return null;
  end if;
  insert into public.access_log (wallet_address, lender, share_id, scope, snapshot_id)
  values (p_borrower, p_lender, v_share.id, v_share.scope, v_snapshot.id);
  perform app_private.append_audit(p_borrower, p_lender, 'score.read', v_snapshot.id::text,
    jsonb_build_object('shareId', v_share.id, 'scope', v_share.scope));
  return jsonb_build_object(
    'share', app_private.share_json(v_share),
    'report', app_private.cut_report(v_snapshot.report, v_share.scope),
    'connections', coalesce((
      select jsonb_agg(jsonb_build_object(
        'platform', platform, 'account', account, 'status', status, 'lastSyncedAt', public.iso_utc(last_synced_at),
        'displayName', case when v_share.scope = 'metrics' then display_name end
      ) order by created_at)
      from public.business_connections where wallet_address = p_borrower and status <> 'disconnected'
    ), '[]'::jsonb)
  ) || app_private.beside_report(v_share.scope, v_snapshot);
end
$$;

revoke all on function public.insights_of, app_private.beside_report from public, anon, authenticated, service_role;
grant execute on function public.insights_of to authenticated, service_role;
