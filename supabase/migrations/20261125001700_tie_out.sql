-- The tie-out of a snapshot: what became of each order's money, and every id that does not add up. Part of the snapshot, as immutable.

alter table public.payouts add column settlement_amount numeric(20, 6), add column settlement_currency text;

create table public.tie_outs (
  snapshot_id uuid primary key references public.score_snapshots (id) on delete cascade deferrable initially deferred,
  wallet_address text not null,
  summary jsonb not null,
  constraint wallet_is_lower_case_address check (wallet_address ~ '^0x[0-9a-f]{40}$')
);
create index tie_outs_by_wallet on public.tie_outs (wallet_address);

create table public.tie_out_flags (
  snapshot_id uuid not null references public.tie_outs (snapshot_id) on delete cascade deferrable initially deferred,
  kind text not null,
  -- Within its kind, from 1 on.
  number int not null,
  wallet_address text not null,
  subject text not null,
  problem text not null,
  shop_id text not null,
  id text not null,
  order_id text,
  statement_id text,
  payment_id text,
  currency text not null,
  expected numeric(20, 6),
  found numeric(20, 6),
  found_currency text,
  at bigint,
  primary key (snapshot_id, kind, number),
  constraint wallet_is_lower_case_address check (wallet_address ~ '^0x[0-9a-f]{40}$'),
  constraint kind_is_known check (kind in ('PARTIAL', 'MISSING', 'ORPHAN', 'MISMATCH'))
);
create index tie_out_flags_by_wallet on public.tie_out_flags (wallet_address);

create trigger tie_outs_are_immutable before update or delete on public.tie_outs
  for each row execute function app_private.refuse_snapshot_change();
create trigger tie_outs_cannot_be_emptied before truncate on public.tie_outs
  for each statement execute function app_private.refuse_snapshot_change();
create trigger tie_out_flags_are_immutable before update or delete on public.tie_out_flags
  for each row execute function app_private.refuse_snapshot_change();
create trigger tie_out_flags_cannot_be_emptied before truncate on public.tie_out_flags
  for each statement execute function app_private.refuse_snapshot_change();

alter table public.tie_outs enable row level security;
alter table public.tie_out_flags enable row level security;
revoke all on public.tie_outs, public.tie_out_flags from public, anon, authenticated, service_role;
grant select on public.tie_outs, public.tie_out_flags to authenticated, service_role;
create policy tie_outs_owner_can_read on public.tie_outs for select to authenticated
  using (wallet_address = (select public.request_wallet()));
create policy tie_out_flags_owner_can_read on public.tie_out_flags for select to authenticated
  using (wallet_address = (select public.request_wallet()));

-- A wallet's newest tie-out with one page of its flags, of one kind or of all; null before the first. Row level security decides.
create function public.tie_out_page(p_wallet text, p_kind text, p_page text, p_size text) returns jsonb
language sql stable security invoker set search_path = '' as $$
  select tie_out.summary || jsonb_build_object(
    'asOf', public.iso_utc(snapshot.as_of), 'snapshotHash', snapshot.snapshot_hash, 'page', p_page::int, 'pageSize', p_size::int,
    'flagCount', coalesce((
      select sum((counted ->> 'count')::bigint) from jsonb_array_elements(tie_out.summary -> 'counts') as counted
      where counted ->> 'state' in ('PARTIAL', 'MISSING', 'ORPHAN', 'MISMATCH')
        and (p_kind is null or counted ->> 'state' = p_kind)
    ), 0),
    'flags', coalesce((
      select jsonb_agg(jsonb_build_object(
        'kind', kind, 'subject', subject, 'problem', problem, 'shopId', shop_id, 'id', id, 'orderId', order_id,
        'statementId', statement_id, 'paymentId', payment_id, 'currency', currency, 'expected', trim_scale(expected)::text,
        'found', trim_scale(found)::text, 'foundCurrency', found_currency, 'at', public.iso_utc(to_timestamp(at))
      ) order by kind, number)
      from (
        select * from public.tie_out_flags
        where snapshot_id = snapshot.id and (p_kind is null or kind = p_kind)
        order by kind, number limit p_size::int offset (p_page::int - 1)::bigint * p_size::int
      ) as listed
    ), '[]'::jsonb)
  )
  from (
    select * from public.score_snapshots where wallet_address = p_wallet order by created_at desc, id limit 1
  ) as snapshot
  join public.tie_outs as tie_out on tie_out.snapshot_id = snapshot.id
$$;

create function public.my_tie_out(p_kind text, p_page text, p_size text) returns jsonb
language sql stable security invoker set search_path = '' as $$
  select public.tie_out_page((select public.request_wallet()), p_kind, p_page, p_size)
$$;

-- The same for a lender, at the widest scope only, and kept in the borrower's log like every look.
create function public.read_shared_tie_out(p_lender text, p_borrower text, p_kind text, p_page text, p_size text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_share public.shares;
  v_snapshot public.score_snapshots;
begin
  perform app_private.require_integer(p_page, 'p_page', 1, 1000000);
  perform app_private.require_integer(p_size, 'p_size', 1, 1000);
  select * into v_share from app_private.live_shares(app_private.require_wallet(p_lender, 'p_lender'))
  where wallet_address = app_private.require_wallet(p_borrower, 'p_borrower') and scope = 'metrics';
  if not found then
    return null;
  end if;
  select * into v_snapshot from app_private.latest_snapshot(p_borrower);
  if not found then
    return null;
  end if;
  insert into public.access_log (wallet_address, lender, share_id, scope, snapshot_id)
  values (p_borrower, p_lender, v_share.id, v_share.scope, v_snapshot.id);
  perform app_private.append_audit(p_borrower, p_lender, 'tie_out.read', v_snapshot.id::text,
    jsonb_build_object('shareId', v_share.id, 'scope', v_share.scope));
  return jsonb_build_object('tieOut', public.tie_out_page(p_borrower, p_kind, p_page, p_size));
end
$$;

revoke all on function public.tie_out_page, public.my_tie_out, public.read_shared_tie_out
from public, anon, authenticated, service_role;
grant execute on function public.tie_out_page, public.my_tie_out to authenticated, service_role;
grant execute on function public.read_shared_tie_out to service_role;
