-- An import: a run, its windows (one per stage, shop and range; the checkpoint is here), and rows set aside.

create table public.sync_runs (
  id uuid primary key default gen_random_uuid(),
  connection_id uuid not null references public.business_connections (id) on delete cascade,
  kind text not null,
  state text not null default 'queued',
  epoch int not null,
  window_from bigint,
  window_to bigint,
  attempts int not null default 0,
  error_code text,
  error_message text,
  provisional_reasons jsonb not null default '[]',
  requested_by text not null default 'system',
  created_at timestamptz not null default now(),
  started_at timestamptz,
  finished_at timestamptz,
  constraint kind_is_first_or_refresh check (kind in ('first', 'refresh')),
  constraint state_is_known check (state in ('queued', 'running', 'done', 'failed', 'cancelled'))
);
create unique index one_open_run on public.sync_runs (connection_id) where state in ('queued', 'running');
create index sync_runs_by_connection on public.sync_runs (connection_id, created_at desc);
create index sync_runs_open on public.sync_runs (created_at) where state in ('queued', 'running');

alter table public.sync_runs enable row level security;
revoke all on public.sync_runs from public, anon, authenticated, service_role;
grant select on public.sync_runs to authenticated, service_role;
create policy sync_runs_owner_can_read on public.sync_runs for select to authenticated
  using (connection_id = any (array(
    select id from public.business_connections where wallet_address = (select public.request_wallet())
  )));

create table public.sync_windows (
  id uuid primary key default gen_random_uuid(),
  run_id uuid not null references public.sync_runs (id) on delete cascade,
  connection_id uuid not null references public.business_connections (id) on delete cascade,
  shop_id text,
  stage text not null,
  parent_id text,
  range_from bigint not null,
  range_to bigint not null,
  cursor text,
  state text not null default 'pending',
  skip_reason text,
  pages_done int not null default 0,
  rows_done int not null default 0,
  rows_rejected int not null default 0,
  rows_total int,
  last_error_code text,
  seq int not null default 0,
  updated_at timestamptz not null default now(),
  constraint state_is_known check (state in ('pending', 'done', 'skipped', 'failed')),
  constraint only_skipped_has_a_reason check ((state = 'skipped') = (skip_reason is not null))
);
create unique index one_window_per_run_and_range
  on public.sync_windows (run_id, stage, coalesce(shop_id, ''), coalesce(parent_id, ''), range_from);
create index sync_windows_by_run on public.sync_windows (run_id, seq);
create index sync_windows_by_connection on public.sync_windows (connection_id);
create trigger sync_windows_touch before update on public.sync_windows
  for each row execute function app_private.touch_updated_at();

alter table public.sync_windows enable row level security;
revoke all on public.sync_windows from public, anon, authenticated, service_role;
grant select on public.sync_windows to authenticated, service_role;
create policy sync_windows_owner_can_read on public.sync_windows for select to authenticated
  using (connection_id = any (array(
    select id from public.business_connections where wallet_address = (select public.request_wallet())
  )));

create table public.rejected_rows (
  id bigint generated always as identity primary key,
  connection_id uuid not null references public.business_connections (id) on delete cascade,
  run_id uuid,
  stage text not null,
  shop_id text,
  row_id text,
  reason text not null,
  created_at timestamptz not null default now()
);
create index rejected_rows_by_connection on public.rejected_rows (connection_id, created_at desc);

alter table public.rejected_rows enable row level security;
revoke all on public.rejected_rows from public, anon, authenticated, service_role;
revoke all on sequence public.rejected_rows_id_seq from public, anon, authenticated, service_role;
grant select on public.rejected_rows to authenticated, service_role;
create policy rejected_rows_owner_can_read on public.rejected_rows for select to authenticated
  using (connection_id = any (array(
    select id from public.business_connections where wallet_address = (select public.request_wallet())
  )));
