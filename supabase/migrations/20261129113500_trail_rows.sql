-- The sums of the money trail stand beside those of the rows behind them. Rows of before know nothing of the trail: they are gathered
-- again when somebody looks.
delete from public.figure_row_sets;

-- A wallet's newest score with one page of the rows behind a figure: those that count, or those of the same kinds that do not.
-- `rows` is null until they are gathered. One row more than asked for tells that there is a next page. Row level security decides.
create or replace function public.figure_rows_page(
  p_wallet text, p_figure text, p_side text, p_kinds jsonb, p_after text, p_size text
) returns jsonb
language sql stable security invoker set search_path = '' as $$
  select jsonb_build_object(
    'asOf', public.iso_utc(snapshot.as_of), 'provisional', snapshot.provisional, 'snapshotHash', snapshot.snapshot_hash,
    'inputs', snapshot.inputs, 'insights', snapshot.insights,
    'trail', tie_out.summary -> 'counts', 'gatheredAt', public.iso_utc(gathered.gathered_at), 'sums', gathered.sums, 'leftOut', gathered.left_out,
    'rows', case when gathered.sums is not null then coalesce((
      select jsonb_agg(jsonb_build_object(
        'number', number, 'kind', kind, 'shopId', shop_id, 'id', id, 'orderId', order_id, 'label', label,
        'at', public.iso_utc(to_timestamp(at)), 'currency', currency,
        'amount', trim_scale(amount)::text, 'amountUsd', trim_scale(amount_usd)::text,
        'counted', trim_scale(counted)::text, 'countedUsd', trim_scale(counted_usd)::text,
        'unitsPerUsd', units_per_usd, 'quantity', quantity, 'reason', reason
      ) order by number)
      from (
        select * from public.figure_rows
        where snapshot_id = snapshot.id and number > p_after::bigint and case p_side
          when 'counted' then (gathered.sums -> p_figure ->> 'number')::int = any (figures)
          else reason is not null and p_kinds ? kind
            and not coalesce((gathered.sums -> p_figure ->> 'number')::int = any (figures), false)
        end
        order by number limit p_size::int + 1
      ) as listed
    ), '[]'::jsonb) end
  )
  from (
    select * from public.score_snapshots where wallet_address = p_wallet order by created_at desc, id limit 1
  ) as snapshot
  left join public.figure_row_sets as gathered on gathered.snapshot_id = snapshot.id
  left join public.tie_outs as tie_out on tie_out.snapshot_id = snapshot.id
$$;
