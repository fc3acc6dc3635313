-- Scores are immutable once written. A share lets one lender see one borrower's score, cut to a scope, until a date;
-- every look is kept for the borrower to see.

create table public.score_snapshots (
  id uuid primary key default gen_random_uuid(),
  wallet_address text not null,
  as_of timestamptz not null,
  model text not null,
  model_hash text not null,
  provisional boolean not null,
  score_millipoints int not null,
  tier text not null,
  inputs jsonb not null,
  report jsonb not null,
  snapshot_hash text not null,
  fx_table_hash text,
  run_id uuid,
  created_at timestamptz not null default now(),
  constraint wallet_is_lower_case_address check (wallet_address ~ '^0x[0-9a-f]{40}$'),
  constraint score_is_0_to_100_points check (score_millipoints between 0 and 100000)
);
create index score_snapshots_newest on public.score_snapshots (wallet_address, created_at desc, id);
create index score_snapshots_by_run on public.score_snapshots (run_id);

create function app_private.refuse_snapshot_change() returns trigger
language plpgsql set search_path = '' as $$
begin
  if tg_op = 'DELETE' and current_setting('app.erasing', true) = 'on' then
    return old;
  end if;
  raise exception 'a score snapshot is immutable: % is refused', tg_op using errcode = 'restrict_violation';
end
$$;
create trigger score_snapshots_are_immutable before update or delete on public.score_snapshots
  for each row execute function app_private.refuse_snapshot_change();
create trigger score_snapshots_cannot_be_emptied before truncate on public.score_snapshots
  for each statement execute function app_private.refuse_snapshot_change();

alter table public.score_snapshots enable row level security;
revoke all on public.score_snapshots from public, anon, authenticated, service_role;
grant select on public.score_snapshots to authenticated, service_role;
create policy score_snapshots_owner_can_read on public.score_snapshots for select to authenticated
  using (wallet_address = (select public.request_wallet()));

create table public.shares (
  id uuid primary key default gen_random_uuid(),
  wallet_address text not null,
  lender text not null,
  scope text not null,
  purpose text not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  created_at timestamptz not null default now(),
  constraint wallet_is_lower_case_address check (wallet_address ~ '^0x[0-9a-f]{40}$'),
  constraint lender_is_lower_case_address check (lender ~ '^0x[0-9a-f]{40}$'),
  constraint lender_is_somebody_else check (lender <> wallet_address),
  constraint scope_is_known check (scope in ('tier', 'factors', 'metrics')),
  constraint purpose_is_1_to_280_characters check (length(purpose) between 1 and 280)
);
create index shares_by_borrower on public.shares (wallet_address, created_at desc);
create index shares_by_lender on public.shares (lender, wallet_address) where revoked_at is null;

alter table public.shares enable row level security;
revoke all on public.shares from public, anon, authenticated, service_role;
grant select on public.shares to authenticated, service_role;
create policy shares_borrower_and_lender_can_read on public.shares for select to authenticated
  using (wallet_address = (select public.request_wallet()) or lender = (select public.request_wallet()));

create table public.access_log (
  id bigint generated always as identity primary key,
  wallet_address text not null,
  lender text not null,
  share_id uuid not null,
  scope text not null,
  snapshot_id uuid,
  read_at timestamptz not null default now(),
  constraint wallet_is_lower_case_address check (wallet_address ~ '^0x[0-9a-f]{40}$')
);
create index access_log_by_borrower on public.access_log (wallet_address, read_at desc);
create trigger access_log_is_append_only before update or delete on public.access_log
  for each row execute function app_private.refuse_change();
create trigger access_log_cannot_be_emptied before truncate on public.access_log
  for each statement execute function app_private.refuse_change();

alter table public.access_log enable row level security;
revoke all on public.access_log from public, anon, authenticated, service_role;
revoke all on sequence public.access_log_id_seq from public, anon, authenticated, service_role;
grant select on public.access_log to authenticated, service_role;
create policy access_log_borrower_can_read on public.access_log for select to authenticated
  using (wallet_address = (select public.request_wallet()));
