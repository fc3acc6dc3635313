-- What the signed-in wallet reads about itself. Security invoker: row level security decides, and each function
-- also names the wallet, so that a role that bypasses policies still sees one wallet or none.

create function public.my_connections() returns jsonb
language sql stable security invoker set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'id', connection.id, 'platform', connection.platform, 'account', connection.account,
    'platformUserId', connection.platform_user_id,
    'displayName', coalesce(connection.display_name, connection.platform_user_id),
    'shops', coalesce((
      select jsonb_agg(jsonb_build_object('id', shop.platform_shop_id, 'name', shop.name, 'region', shop.region,
        'sellerType', coalesce(shop.seller_type, '')) order by shop.platform_shop_id)
      from public.shops as shop where shop.connection_id = connection.id
    ), '[]'::jsonb),
    'status', connection.status,
    'progress', (
      select jsonb_build_object('stage', coalesce(current.stage, case when windows.planned = 0 then 'queued' else 'score' end),
        'done', coalesce(current.done, windows.done), 'total', coalesce(current.total, windows.done))
      from public.sync_runs as run
      cross join lateral (
        select count(*) as planned, coalesce(sum(rows_done), 0) as done
        from public.sync_windows where run_id = run.id
      ) as windows
      left join lateral (
        select stage, sum(rows_done) as done, sum(greatest(rows_done, coalesce(rows_total, rows_done))) as total
        from public.sync_windows where run_id = run.id
        group by stage having bool_or(state in ('pending', 'failed'))
        order by min(seq) filter (where state in ('pending', 'failed')), stage limit 1
      ) as current on true
      where run.connection_id = connection.id and run.state in ('queued', 'running')
    ),
    'lastSyncedAt', public.iso_utc(connection.last_synced_at),
    'authorizationExpiresAt', public.iso_utc(connection.authorization_expires_at),
    'missingScopes', to_jsonb(connection.missing_scopes),
    'error', case when connection.error_code is not null then
      jsonb_build_object('code', connection.error_code, 'message', coalesce(connection.error_message, '')) end,
    'revenueData', connection.revenue_data
  ) order by connection.created_at, connection.id), '[]'::jsonb)
  from public.business_connections as connection
  where connection.wallet_address = (select public.request_wallet())
$$;

create function public.my_score() returns jsonb
language sql stable security invoker set search_path = '' as $$
  select report from public.score_snapshots
  where wallet_address = (select public.request_wallet()) order by created_at desc, id limit 1
$$;

create function public.my_inputs() returns jsonb
language sql stable security invoker set search_path = '' as $$
  select inputs from public.score_snapshots
  where wallet_address = (select public.request_wallet()) order by created_at desc, id limit 1
$$;

create function public.my_score_history() returns jsonb
language sql stable security invoker set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'asOf', public.iso_utc(as_of), 'score', score_millipoints / 1000.0, 'tier', tier,
    'snapshotHash', snapshot_hash, 'provisional', provisional) order by created_at desc, id), '[]'::jsonb)
  from (
    select * from public.score_snapshots
    where wallet_address = (select public.request_wallet()) order by created_at desc, id limit 200
  ) as newest
$$;

create function public.my_shares() returns jsonb
language sql stable security invoker set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'id', id, 'lender', lender, 'scope', scope, 'purpose', purpose, 'createdAt', public.iso_utc(created_at),
    'expiresAt', public.iso_utc(expires_at), 'revokedAt', public.iso_utc(revoked_at),
    'status', case when revoked_at is not null then 'revoked' when expires_at <= now() then 'expired' else 'live' end
  ) order by created_at desc, id), '[]'::jsonb)
  from public.shares where wallet_address = (select public.request_wallet())
$$;

create function public.my_access_log() returns jsonb
language sql stable security invoker set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'lender', lender, 'scope', scope, 'shareId', share_id, 'readAt', public.iso_utc(read_at)) order by read_at desc, id desc),
    '[]'::jsonb)
  from (
    select * from public.access_log
    where wallet_address = (select public.request_wallet()) order by read_at desc limit 500
  ) as newest
$$;

create function public.my_rejected_rows() returns jsonb
language sql stable security invoker set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'stage', stage, 'shopId', shop_id, 'reason', reason, 'count', count, 'exampleIds', to_jsonb(example_ids)
  ) order by count desc, stage, reason), '[]'::jsonb)
  from (
    select rejected.stage, rejected.shop_id, rejected.reason, count(*) as count,
      coalesce((array_agg(distinct rejected.row_id) filter (where rejected.row_id is not null))[1:50], '{}') as example_ids
    from public.rejected_rows as rejected
    join public.business_connections as connection on connection.id = rejected.connection_id
    where connection.wallet_address = (select public.request_wallet())
    group by rejected.stage, rejected.shop_id, rejected.reason
  ) as grouped
$$;

revoke all on function
  public.my_connections, public.my_score, public.my_inputs, public.my_score_history, public.my_shares,
  public.my_access_log, public.my_rejected_rows
from public, anon, authenticated, service_role;
grant execute on function
  public.my_connections, public.my_score, public.my_inputs, public.my_score_history, public.my_shares,
  public.my_access_log, public.my_rejected_rows
to authenticated, service_role;
