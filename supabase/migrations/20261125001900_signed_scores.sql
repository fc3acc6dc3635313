-- Signed scores: what was signed for a borrower, with the salts that only the borrower may reveal, and the public list of
-- revoked ones. The list outlives the rest: erasing figures must not make their signature count again.

create table app_private.revoked_scores (
  id uuid primary key,
  revoked_at timestamptz not null,
  expires_at timestamptz not null
);
alter table app_private.revoked_scores enable row level security;
create index revoked_scores_by_expiry on app_private.revoked_scores (expires_at);

create table public.signed_scores (
  id uuid primary key,
  wallet_address text not null,
  snapshot_id uuid not null references public.score_snapshots (id) on delete cascade,
  -- Statement, signer, signature, and every claim with its salt.
  held jsonb not null,
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  constraint wallet_is_lower_case_address check (wallet_address ~ '^0x[0-9a-f]{40}$'),
  constraint life_is_at_most_90_days check (expires_at > issued_at and expires_at <= issued_at + interval '90 days')
);
create index signed_scores_by_wallet on public.signed_scores (wallet_address, issued_at desc);
create index signed_scores_by_snapshot on public.signed_scores (snapshot_id);

alter table public.signed_scores enable row level security;
revoke all on public.signed_scores from public, anon, authenticated, service_role;
grant select on public.signed_scores to authenticated, service_role;
create policy signed_scores_owner_can_read on public.signed_scores for select to authenticated
  using (wallet_address = (select public.request_wallet()));

-- Revoked by its borrower, or gone with the snapshot it rests on: either way it is on the list until it would have expired.
create function app_private.list_revoked_score() returns trigger
language plpgsql set search_path = '' as $$
begin
  delete from app_private.revoked_scores where expires_at <= now();
  if old.expires_at > now() then
    insert into app_private.revoked_scores (id, revoked_at, expires_at)
    values (old.id, coalesce(old.revoked_at, now()), old.expires_at) on conflict (id) do nothing;
  end if;
  return null;
end
$$;
create trigger a_revoked_score_is_listed after update of revoked_at on public.signed_scores
  for each row when (new.revoked_at is not null) execute function app_private.list_revoked_score();
create trigger an_erased_score_is_revoked after delete on public.signed_scores
  for each row execute function app_private.list_revoked_score();

create function public.store_signed_score(p_wallet text, p_snapshot_id text, p_held jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_wallet text := app_private.require_wallet(p_wallet, 'p_wallet');
  v_held jsonb := app_private.require_object(p_held, 'p_held');
  v_statement jsonb := app_private.require_object(v_held -> 'statement', 'p_held.statement');
  v_id uuid := app_private.require_uuid(v_statement ->> 'id', 'p_held.statement.id');
  v_issued timestamptz := to_timestamp((v_statement ->> 'issuedAt')::bigint);
  v_expires timestamptz := to_timestamp((v_statement ->> 'expiresAt')::bigint);
begin
  if v_statement ->> 'subject' is distinct from v_wallet then
    raise exception 'p_held.statement.subject must be the wallet' using errcode = '22023';
  end if;
  perform pg_advisory_xact_lock(hashtextextended('signed_scores:' || v_wallet, 0));
  -- Held until the end, so that an erasure waits and then takes this row with it.
  perform 1 from public.score_snapshots
  where id = app_private.require_uuid(p_snapshot_id, 'p_snapshot_id') and wallet_address = v_wallet and not provisional
  for key share;
  if not found then
    return jsonb_build_object('error', 'no_snapshot');
  end if;
  if (select count(*) from public.signed_scores
    where wallet_address = v_wallet and revoked_at is null and expires_at > now()) >= 50 then
    return jsonb_build_object('error', 'too_many');
  end if;
  insert into public.signed_scores (id, wallet_address, snapshot_id, held, issued_at, expires_at)
  values (v_id, v_wallet, p_snapshot_id::uuid, v_held, v_issued, v_expires);
  perform app_private.append_audit(v_wallet, v_wallet, 'signed_score.issued', v_id::text,
    jsonb_build_object('signer', v_held ->> 'signer', 'expiresAt', public.iso_utc(v_expires)));
  return jsonb_build_object('stored', true);
end
$$;

create function public.revoke_signed_score(p_wallet text, p_id text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_id uuid;
begin
  update public.signed_scores set revoked_at = now()
  where id = app_private.require_uuid(p_id, 'p_id')
    and wallet_address = app_private.require_wallet(p_wallet, 'p_wallet') and revoked_at is null
  returning id into v_id;
  if not found then
    return jsonb_build_object('revoked', false);
  end if;
  perform app_private.append_audit(p_wallet, p_wallet, 'signed_score.revoked', v_id::text, '{}'::jsonb);
  return jsonb_build_object('revoked', true);
end
$$;

-- Ids are random and say nothing about anybody.
create function public.list_revoked_scores() returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('id', id, 'revokedAt', floor(extract(epoch from revoked_at))::bigint)
    order by revoked_at, id), '[]'::jsonb)
  from app_private.revoked_scores where expires_at > now()
$$;

-- When the borrower's live signed scores were made, for a lender who may see the score itself.
create function public.shared_signed_scores(p_lender text, p_borrower text) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'issuedAt', public.iso_utc(signed.issued_at), 'expiresAt', public.iso_utc(signed.expires_at)) order by signed.issued_at desc),
    '[]'::jsonb)
  from public.signed_scores as signed
  where signed.wallet_address = app_private.require_wallet(p_borrower, 'p_borrower')
    and signed.revoked_at is null and signed.expires_at > now()
    and exists (
      select 1 from app_private.live_shares(app_private.require_wallet(p_lender, 'p_lender')) as share
      where share.wallet_address = p_borrower and share.scope <> 'tier'
    )
$$;

-- The newest snapshot that may be signed, and whether a provisional one is newer. Null before the first.
create function public.my_signable_score() returns jsonb
language sql stable security invoker set search_path = '' as $$
  select jsonb_build_object('snapshotId', id, 'report', report, 'inputs', inputs, 'newerIsProvisional', exists (
    select 1 from public.score_snapshots as newer
    where newer.wallet_address = (select public.request_wallet()) and newer.created_at > snapshot.created_at))
  from public.score_snapshots as snapshot
  where wallet_address = (select public.request_wallet()) and not provisional order by created_at desc, id limit 1
$$;

create function public.my_signed_scores() returns jsonb
language sql stable security invoker set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'id', id, 'statement', held -> 'statement', 'issuedAt', public.iso_utc(issued_at), 'expiresAt', public.iso_utc(expires_at),
    'revokedAt', public.iso_utc(revoked_at),
    'claims', (select jsonb_agg(leaf -> 'claim' order by place)
      from jsonb_array_elements(held -> 'claims') with ordinality as listed(leaf, place)),
    'status', case when revoked_at is not null then 'revoked' when expires_at <= now() then 'expired' else 'live' end
  ) order by issued_at desc, id), '[]'::jsonb)
  from (
    select * from public.signed_scores
    where wallet_address = (select public.request_wallet()) order by issued_at desc, id limit 100
  ) as newest
$$;

create function public.my_signed_score(p_id text) returns jsonb
language sql stable security invoker set search_path = '' as $$
  select held from public.signed_scores
  where id::text = lower(p_id) and wallet_address = (select public.request_wallet())
$$;

revoke all on function
  public.store_signed_score, public.revoke_signed_score, public.list_revoked_scores, public.shared_signed_scores,
  public.my_signable_score, public.my_signed_scores, public.my_signed_score
from public, anon, authenticated, service_role;
grant execute on function
  public.store_signed_score, public.revoke_signed_score, public.list_revoked_scores, public.shared_signed_scores
to service_role;
grant execute on function public.my_signable_score, public.my_signed_scores, public.my_signed_score
to authenticated, service_role;
revoke all on all functions in schema app_private from public, anon, authenticated, service_role;
