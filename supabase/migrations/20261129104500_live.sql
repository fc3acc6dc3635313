-- What a dashboard follows while it is open: whether anything changed, and what was sold today.

-- One mark for each session that is still open; it changes whenever something that its wallet's dashboard shows does. A
-- session that ended has none. `p_sessions` is {"ids": [...]}. Asked once a second by each instance for all of its open pages.
create function public.live_marks(p_sessions jsonb, p_from text, p_to text) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_object_agg(session.id, md5(concat_ws('|',
    p_from,
    (
      select string_agg(concat_ws(',', connection.id, connection.updated_at, progress.state, progress.marks), ';'
        order by connection.id)
      from public.business_connections as connection
      left join lateral (
        select run.state, (
          select string_agg(concat_ws(':', stage_rows.stage, stage_rows.done, stage_rows.total, stage_rows.left_over), '+'
            order by stage_rows.stage)
          from (
            select stage, sum(rows_done) as done, sum(rows_total) as total,
              count(*) filter (where state in ('pending', 'failed')) as left_over
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

-- The signed-in wallet's sales in [p_from, p_to), by the score's own rule for what is a sale, with the newest five; and
-- which score is its newest.
create function public.my_sales(p_from text, p_to text) returns jsonb
language sql stable security invoker set search_path = '' as $$
  with sales as (
    select sale.id, sale.shop_id, sale.currency, sale.merchandise_value, sale.item_count, sale.create_time, shop.name
    from public.orders as sale
    join public.business_connections as connection on connection.id = sale.connection_id
    left join public.shops as shop
      on shop.connection_id = sale.connection_id and shop.platform_shop_id = sale.shop_id
    where connection.wallet_address = (select public.request_wallet()) and connection.status <> 'disconnected'
      and sale.create_time >= p_from::bigint and sale.create_time < p_to::bigint
      and sale.status in (
        'AWAITING_SHIPMENT', 'PARTIALLY_SHIPPING', 'AWAITING_COLLECTION', 'IN_TRANSIT', 'DELIVERED', 'COMPLETED'
      )
      and (sale.paid_time is not null or (sale.is_cod and sale.status in ('DELIVERED', 'COMPLETED')))
      and not (sale.is_sample or sale.is_replacement or sale.is_exchange) and sale.merchandise_value > 0
  )
  select jsonb_build_object(
    'byCurrency', coalesce((
      select jsonb_agg(jsonb_build_object('currency', currency, 'orderCount', orders, 'gross', gross) order by currency)
      from (
        select currency, count(*) as orders, trim_scale(sum(merchandise_value))::text as gross from sales group by currency
      ) as sums
    ), '[]'::jsonb),
    'latest', coalesce((
      select jsonb_agg(jsonb_build_object(
        'id', id, 'shopName', coalesce(name, shop_id), 'placedAt', public.iso_utc(to_timestamp(create_time)),
        'currency', currency, 'value', trim_scale(merchandise_value)::text, 'itemCount', item_count
      ) order by create_time desc, id desc)
      from (select * from sales order by create_time desc, id desc limit 5) as newest
    ), '[]'::jsonb),
    'snapshotHash', (
      select snapshot_hash from public.score_snapshots
      where wallet_address = (select public.request_wallet()) order by created_at desc, id limit 1
    )
  )
$$;

revoke all on function public.live_marks, public.my_sales from public, anon, authenticated, service_role;
grant execute on function public.live_marks to service_role;
grant execute on function public.my_sales to authenticated, service_role;
