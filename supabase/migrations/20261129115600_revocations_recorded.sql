-- What was taken back is told outside of the database too, so that a restored backup does not give a lender a share back, nor
-- make a revoked signature count again. Random ids and times; whose they were is not here.

create table app_private.revocations (
  kind text not null,
  id uuid not null,
  at timestamptz not null default now(),
  recorded_at timestamptz,
  primary key (kind, id),
  constraint kind_is_known check (kind in ('share', 'signed_score'))
);
create index revocations_by_age on app_private.revocations (at);
create index revocations_to_record on app_private.revocations (at) where recorded_at is null;
alter table app_private.revocations enable row level security;
revoke all on app_private.revocations from public, anon, authenticated, service_role;

create function app_private.note_revocation() returns trigger
language plpgsql set search_path = '' as $$
begin
  insert into app_private.revocations (kind, id, at) values (tg_argv[0], new.id, new.revoked_at) on conflict do nothing;
  return null;
end
$$;
create trigger a_revoked_share_is_noted after update of revoked_at on public.shares
  for each row when (new.revoked_at is not null) execute function app_private.note_revocation('share');
create trigger a_revoked_score_is_noted after update of revoked_at on public.signed_scores
  for each row when (new.revoked_at is not null) execute function app_private.note_revocation('signed_score');
revoke all on function app_private.note_revocation from public, anon, authenticated, service_role;
