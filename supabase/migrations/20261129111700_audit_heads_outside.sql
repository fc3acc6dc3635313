-- Heads of the audit chains and deletions are written outside of this database, signed: what is here says which of them still
-- have to be. Whoever changes it here can delay the writing or repeat it, but not take back what was written.

alter table app_private.audit_heads add column recorded_seq int not null default 0;
create index audit_heads_to_record on app_private.audit_heads (tenant) where seq <> recorded_seq;
alter table app_private.account_deletions add column recorded_at timestamptz;
create index account_deletions_to_record on app_private.account_deletions (requested_at) where recorded_at is null;
alter table app_private.erasures add column recorded_at timestamptz;
create index erasures_to_record on app_private.erasures (id) where recorded_at is null;

-- One row: when a worker last wrote a record.
create table app_private.audit_recordings (
  only_one boolean primary key default true,
  recorded_at timestamptz not null,
  constraint there_is_one_row check (only_one)
);
alter table app_private.audit_recordings enable row level security;
revoke all on app_private.audit_recordings from public, anon, authenticated, service_role;

create function public.audit_health() returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('recordedAt', (select public.iso_utc(recorded_at) from app_private.audit_recordings))
$$;

-- Whether the database still takes writes: reading goes on when its disk is full or it has become read-only.
create table app_private.write_probes (
  only_one boolean primary key default true,
  probed_at timestamptz not null,
  constraint there_is_one_row check (only_one)
);
alter table app_private.write_probes enable row level security;
revoke all on app_private.write_probes from public, anon, authenticated, service_role;

create function public.probe_writing() returns jsonb
language plpgsql security definer set search_path = '' as $$
begin
  insert into app_private.write_probes as kept (probed_at) values (now())
  on conflict (only_one) do update set probed_at = excluded.probed_at
  -- Once a second is enough, however many ask.
  where kept.probed_at < now() - interval '1 second';
  return '{}'::jsonb;
end
$$;

revoke all on function public.audit_health, public.probe_writing from public, anon, authenticated, service_role;
grant execute on function public.audit_health, public.probe_writing to service_role;
