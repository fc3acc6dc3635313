-- Rows that cannot be gathered are given up after some tries, and tried anew when somebody looks an hour later.

alter table public.figure_row_sets
  add column tries int not null default 0,
  add column gave_up_at timestamptz;
drop index public.figure_row_sets_waiting;
create index figure_row_sets_waiting on public.figure_row_sets (due_at) where sums is null and gave_up_at is null;

-- Asks a worker for the rows of the wallet's newest score; asking twice is asking once. Tells whether they were given up.
create or replace function public.request_figure_rows(p_wallet text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_snapshot public.score_snapshots;
  v_gave_up boolean;
begin
  select * into v_snapshot from app_private.latest_snapshot(app_private.require_wallet(p_wallet, 'p_wallet'));
  if not found then
    return jsonb_build_object('requested', false, 'gaveUp', false);
  end if;
  insert into public.figure_row_sets (snapshot_id, wallet_address) values (v_snapshot.id, p_wallet)
  on conflict (snapshot_id) do nothing;
  update public.figure_row_sets set tries = 0, gave_up_at = null, due_at = now()
  where snapshot_id = v_snapshot.id and gave_up_at <= now() - interval '1 hour';
  select gave_up_at is not null into v_gave_up from public.figure_row_sets where snapshot_id = v_snapshot.id;
  if not v_gave_up then
    perform pg_notify('figure_rows', '');
  end if;
  return jsonb_build_object('requested', true, 'gaveUp', v_gave_up);
end
$$;
