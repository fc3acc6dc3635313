-- The rows behind the figures of a wallet's newest score, gathered by a worker once somebody asks to see them. Derived from the
-- imported rows and the snapshot, and gone with either: a newer snapshot's rows take the place of an older one's.

create table public.figure_row_sets (
  snapshot_id uuid primary key references public.score_snapshots (id) on delete cascade,
  wallet_address text not null,
  requested_at timestamptz not null default now(),
  -- When a worker may take it: now, or once the one that took it is taken for dead.
  due_at timestamptz not null default now(),
  -- Of the worker that is at it: an older one writes nothing more.
  claim uuid,
  gathered_at timestamptz,
  -- By figure: its number in the rows, and what they add up to. Null until all are there.
  sums jsonb,
  -- How many rows of each kind do not count, by reason.
  left_out jsonb,
  constraint wallet_is_lower_case_address check (wallet_address ~ '^0x[0-9a-f]{40}$')
);
create index figure_row_sets_by_wallet on public.figure_row_sets (wallet_address);
create index figure_row_sets_waiting on public.figure_row_sets (due_at) where sums is null;

create table public.figure_rows (
  snapshot_id uuid not null references public.figure_row_sets (snapshot_id) on delete cascade,
  -- In the order of the pass, from 1 on.
  number bigint not null,
  wallet_address text not null,
  kind text not null,
  shop_id text,
  id text not null,
  order_id text,
  label text,
  at bigint,
  currency text,
  amount numeric(20, 6),
  amount_usd numeric(20, 6),
  counted numeric(20, 6),
  counted_usd numeric(20, 6),
  units_per_usd text,
  quantity bigint,
  reason text,
  figures int[] not null,
  primary key (snapshot_id, number),
  constraint wallet_is_lower_case_address check (wallet_address ~ '^0x[0-9a-f]{40}$')
);
create index figure_rows_by_wallet on public.figure_rows (wallet_address);

alter table public.figure_row_sets enable row level security;
alter table public.figure_rows enable row level security;
revoke all on public.figure_row_sets, public.figure_rows from public, anon, authenticated, service_role;
grant select on public.figure_row_sets, public.figure_rows to authenticated, service_role;
create policy figure_row_sets_owner_can_read on public.figure_row_sets for select to authenticated
  using (wallet_address = (select public.request_wallet()));
create policy figure_rows_owner_can_read on public.figure_rows for select to authenticated
  using (wallet_address = (select public.request_wallet()));

-- A wallet's newest score with one page of the rows behind a figure: those that count, or those of the same kinds that do not.
-- `rows` is null until they are gathered. One row more than asked for tells that there is a next page. Row level security decides.
create function public.figure_rows_page(
  p_wallet text, p_figure text, p_side text, p_kinds jsonb, p_after text, p_size text
) returns jsonb
language sql stable security invoker set search_path = '' as $$
  select jsonb_build_object(
    'asOf', public.iso_utc(snapshot.as_of), 'provisional', snapshot.provisional, 'snapshotHash', snapshot.snapshot_hash,
    'inputs', snapshot.inputs, 'insights', snapshot.insights,
    'gatheredAt', public.iso_utc(gathered.gathered_at), 'sums', gathered.sums, 'leftOut', gathered.left_out,
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
$$;

create function public.my_figure_rows(p_figure text, p_side text, p_kinds jsonb, p_after text, p_size text) returns jsonb
language sql stable security invoker set search_path = '' as $$
  select public.figure_rows_page((select public.request_wallet()), p_figure, p_side, p_kinds, p_after, p_size)
$$;

-- Asks a worker for the rows of the wallet's newest score; asking twice is asking once.
create function public.request_figure_rows(p_wallet text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_snapshot public.score_snapshots;
begin
  select * into v_snapshot from app_private.latest_snapshot(app_private.require_wallet(p_wallet, 'p_wallet'));
  if not found then
    return jsonb_build_object('requested', false);
  end if;
  insert into public.figure_row_sets (snapshot_id, wallet_address) values (v_snapshot.id, p_wallet)
  on conflict (snapshot_id) do nothing;
  perform pg_notify('figure_rows', '');
  return jsonb_build_object('requested', true);
end
$$;

revoke all on function public.figure_rows_page, public.my_figure_rows, public.request_figure_rows
from public, anon, authenticated, service_role;
grant execute on function public.figure_rows_page, public.my_figure_rows to authenticated, service_role;
grant execute on function public.request_figure_rows to service_role;
