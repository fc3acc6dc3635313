-- How fast each list of each shop may be asked for: learnt by all workers together, and remembered. One row per app, shop and
-- endpoint (hashed), read and written once for many requests.
create table app_private.request_pace (
  key text primary key,
  rate double precision not null,
  ceiling double precision,
  -- Milliseconds since the epoch, by this database's clock.
  cut_at double precision not null,
  blocked_until double precision not null,
  blocked_by text,
  next_at double precision not null,
  latency double precision,
  fastest double precision,
  updated_at timestamptz not null default now()
);
alter table app_private.request_pace enable row level security;
revoke all on app_private.request_pace from public, anon, authenticated, service_role;

create index sync_runs_since on public.sync_runs (since_run_id) where since_run_id is not null;
