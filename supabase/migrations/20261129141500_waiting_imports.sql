-- An import that waits says why: the code of the first window that could not be read yet, null while all goes well.

create or replace function public.my_connections() returns jsonb
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
        'done', coalesce(current.done, windows.done), 'total', coalesce(current.total, windows.done),
        'waiting', windows.waiting)
      from public.sync_runs as run
      cross join lateral (
        select count(*) as planned, coalesce(sum(rows_done), 0) as done,
          (array_agg(last_error_code order by seq, id) filter (where state = 'pending' and last_error_code is not null))[1]
            as waiting
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

-- The same mark as before, which now also changes when an import begins or ceases to wait.
create or replace function public.live_marks(p_sessions jsonb, p_from text, p_to text) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_object_agg(session.id, md5(concat_ws('|',
    p_from,
    (
      select string_agg(concat_ws(',', connection.id, connection.updated_at, progress.state, progress.marks), ';'
        order by connection.id)
      from public.business_connections as connection
      left join lateral (
        select run.state, (
          select string_agg(
            concat_ws(':', stage_rows.stage, stage_rows.done, stage_rows.total, stage_rows.left_over, stage_rows.held_up), '+'
            order by stage_rows.stage)
          from (
            select stage, sum(rows_done) as done, sum(rows_total) as total,
              count(*) filter (where state in ('pending', 'failed')) as left_over,
              min(last_error_code) filter (where state = 'pending') as held_up
            from public.sync_windows where run_id = run.id group by stage
          ) as stage_rows
        ) as marks
        from public.sync_runs as run
        where run.connection_id = connection.id and run.state in ('queued', 'running')
      ) as progress on true
      where connection.wallet_address = session.wallet
    ),
    (select id from app_private.latest_snapshot(session.wallet)),
    (
      select concat_ws(',', count(*), max(sale.update_time))
      from public.orders as sale
      join public.business_connections as connection on connection.id = sale.connection_id
      where connection.wallet_address = session.wallet
        and sale.create_time >= app_private.require_integer(p_from, 'p_from', 0, 99999999999)
        and sale.create_time < app_private.require_integer(p_to, 'p_to', 0, 99999999999)
    )
  ))), '{}'::jsonb)
  from app_private.sessions as session
  where session.id = any (array(
      select value::uuid from jsonb_array_elements_text(app_private.require_object(p_sessions, 'p_sessions') -> 'ids')
    ))
    and session.revoked_at is null and session.expires_at > now()
    and session.last_seen_at > now() - interval '30 minutes'
$$;
