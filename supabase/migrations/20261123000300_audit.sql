-- The audit log: one hash chain per tenant (a wallet), written in the transaction of the act itself.
-- meta holds ids, counts and hashes only: no token, no name, no amount of a buyer.

create table public.audit_log (
  id bigint generated always as identity primary key,
  tenant text not null,
  seq int not null,
  at timestamptz not null,
  actor text not null,
  action text not null,
  object text not null,
  meta jsonb not null default '{}',
  prev_hash text not null,
  hash text not null,
  constraint one_audit_row_per_position unique (tenant, seq),
  constraint audit_positions_start_at_one check (seq >= 1)
);
alter table public.audit_log enable row level security;
revoke all on public.audit_log from public, anon, authenticated, service_role;
revoke all on sequence public.audit_log_id_seq from public, anon, authenticated, service_role;
grant select on public.audit_log to authenticated, service_role;
create policy audit_log_tenant_can_read on public.audit_log for select to authenticated
  using (tenant = (select public.request_wallet()));

create trigger audit_log_is_append_only before update or delete on public.audit_log
  for each row execute function app_private.refuse_change();
create trigger audit_log_cannot_be_emptied before truncate on public.audit_log
  for each statement execute function app_private.refuse_change();

-- The newest link of each chain, kept apart: cutting rows off the end of the log is then visible.
create table app_private.audit_heads (
  tenant text primary key,
  seq int not null,
  hash text not null
);
alter table app_private.audit_heads enable row level security;

create function app_private.audit_hash(
  p_prev_hash text, p_tenant text, p_seq int, p_at timestamptz, p_actor text, p_action text, p_object text, p_meta jsonb
) returns text
language sql stable set search_path = '' as $$
  select encode(sha256(convert_to(
    jsonb_build_array(
      p_prev_hash, p_tenant, p_seq, to_char(p_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
      p_actor, p_action, p_object, p_meta
    )::text, 'UTF8')), 'hex')
$$;

create function app_private.append_audit(p_tenant text, p_actor text, p_action text, p_object text, p_meta jsonb)
returns int
language plpgsql set search_path = '' as $$
declare
  v_seq int;
  v_prev text;
  v_at timestamptz;
  v_hash text;
  v_meta jsonb := coalesce(p_meta, '{}'::jsonb);
begin
  perform pg_advisory_xact_lock(hashtextextended('audit:' || p_tenant, 0));
  select seq, hash into v_seq, v_prev from app_private.audit_heads where tenant = p_tenant;
  v_seq := coalesce(v_seq, 0) + 1;
  v_prev := coalesce(v_prev, '');
  v_at := clock_timestamp();
  v_hash := app_private.audit_hash(v_prev, p_tenant, v_seq, v_at, p_actor, p_action, p_object, v_meta);
  insert into public.audit_log (tenant, seq, at, actor, action, object, meta, prev_hash, hash)
  values (p_tenant, v_seq, v_at, p_actor, p_action, p_object, v_meta, v_prev, v_hash);
  insert into app_private.audit_heads (tenant, seq, hash) values (p_tenant, v_seq, v_hash)
  on conflict (tenant) do update set seq = excluded.seq, hash = excluded.hash;
  return v_seq;
end
$$;

-- Null when the tenant's chain is whole, else the first position that was edited, reordered, removed or cut off.
create function app_private.first_broken_audit_seq(p_tenant text) returns int
language sql stable set search_path = '' as $$
  with chain as (
    select row_number() over (order by seq)::int as position, seq, prev_hash, hash,
      coalesce(lag(hash) over (order by seq), '') as expected_prev,
      app_private.audit_hash(prev_hash, tenant, seq, at, actor, action, object, meta) as expected_hash
    from public.audit_log where tenant = p_tenant
  ),
  broken as (
    select position from chain
    where seq <> position or prev_hash <> expected_prev or hash <> expected_hash
    union all
    select coalesce((select max(position) from chain), 0) + 1
    from app_private.audit_heads head
    where head.tenant = p_tenant
      and not exists (
        select 1 from chain where chain.seq = head.seq and chain.hash = head.hash
          and head.seq = (select max(seq) from chain)
      )
  )
  select min(position) from broken
$$;
revoke all on all functions in schema app_private from public, anon, authenticated, service_role;
