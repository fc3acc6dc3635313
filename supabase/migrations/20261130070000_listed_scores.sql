-- A lender's list shows tier, confidence, integrity and perhaps the score of each borrower: a look too. It is logged once for
-- each share and score, so that a list that is read again and again stays cheap and its log short.

-- Where a look saw the score: on its own page and whatever that leads to, or as a line of the list.
alter table public.access_log add column place text not null default 'score'
  constraint place_is_known check (place in ('score', 'list'));
create unique index access_log_lists_once on public.access_log (share_id, snapshot_id) where place = 'list';

-- A list is bounded by the index above, and must not fail because of one borrower in it.
drop trigger access_log_is_not_flooded on public.access_log;
create trigger access_log_is_not_flooded before insert on public.access_log
  for each row when (new.place = 'score') execute function app_private.refuse_flood_of_looks();

-- False when the share has ended meanwhile. Whatever ends a share writes into the borrower's log in the same transaction, and so
-- waits for the lock of it: a share that is found live here stays so until the list was read.
create function app_private.note_listed(p_share public.shares, p_snapshot_id uuid) returns boolean
language plpgsql set search_path = '' as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('audit:' || p_share.wallet_address, 0));
  if not exists (select from public.shares where id = p_share.id and revoked_at is null) then
    return false;
  end if;
  insert into public.access_log (wallet_address, lender, share_id, scope, snapshot_id, place)
  values (p_share.wallet_address, p_share.lender, p_share.id, p_share.scope, p_snapshot_id, 'list')
  on conflict do nothing;
  if found then
    perform app_private.append_audit(p_share.wallet_address, p_share.lender, 'score.listed', p_snapshot_id::text,
      jsonb_build_object('shareId', p_share.id, 'scope', p_share.scope));
  end if;
  return true;
end
$$;

-- At most 500: whoever has a wallet can share with anybody, so those with a score come first, then the newest shares.
create or replace function public.list_shared_borrowers(p_lender text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_line record;
  v_lines jsonb[] := '{}';
begin
  -- In one order for everybody, as each entry locks its log.
  for v_line in
    select listed.share, listed.snapshot_id, listed.snapshot_id is not null and not exists (
        select from public.access_log
        where share_id = (listed.share).id and snapshot_id = listed.snapshot_id and place = 'list'
      ) as is_new,
      jsonb_build_object('nth', listed.nth, 'shown', jsonb_build_object(
        'wallet', (listed.share).wallet_address, 'scope', (listed.share).scope, 'purpose', (listed.share).purpose,
        'expiresAt', public.iso_utc((listed.share).expires_at), 'sharedAt', public.iso_utc((listed.share).created_at),
        'score', case when (listed.share).scope = 'tier' then null else snapshot.report -> 'score' end,
        'tier', snapshot.tier, 'asOf', public.iso_utc(snapshot.as_of), 'provisional', snapshot.provisional,
        'confidence', snapshot.report -> 'confidence', 'integrity', snapshot.report -> 'integrity')) as line
    from (
      select share, newest.id as snapshot_id,
        row_number() over (order by newest.id is null, share.created_at desc, share.id) as nth
      from app_private.live_shares(app_private.require_wallet(p_lender, 'p_lender')) as share
      left join lateral app_private.latest_snapshot(share.wallet_address) as newest on true
      order by nth limit 500
    ) as listed
    left join public.score_snapshots as snapshot on snapshot.id = listed.snapshot_id
    order by (listed.share).wallet_address
  loop
    if not v_line.is_new or app_private.note_listed(v_line.share, v_line.snapshot_id) then
      v_lines := v_lines || v_line.line;
    end if;
  end loop;
  return (
    select coalesce(jsonb_agg(line -> 'shown' order by (line -> 'nth')::int), '[]'::jsonb) from unnest(v_lines) as line
  );
end
$$;

-- Whether the lender may see a score of both borrowers. Shows nothing of them, and so is no look.
create function public.both_share_scores(p_lender text, p_first text, p_second text) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('shared', count(*) = 2)
  from app_private.live_shares(app_private.require_wallet(p_lender, 'p_lender')) as share
  where wallet_address in (app_private.require_wallet(p_first, 'p_first'), app_private.require_wallet(p_second, 'p_second'))
    and exists (select from app_private.latest_snapshot(wallet_address))
$$;

create or replace function public.my_access_log() returns jsonb
language sql stable security invoker set search_path = '' as $$
  with recursive lenders as (
    select min(lender) as lender from public.access_log where wallet_address = (select public.request_wallet())
    union all
    select (
      select min(lender) from public.access_log
      where wallet_address = (select public.request_wallet()) and lender > lenders.lender
    ) from lenders where lender is not null
  )
  select coalesce(jsonb_agg(jsonb_build_object(
    'lender', lender, 'scope', scope, 'place', place, 'shareId', share_id, 'readAt', public.iso_utc(read_at))
    order by read_at desc, id desc), '[]'::jsonb)
  from (
    select looks.* from lenders
    cross join lateral (
      select *, row_number() over (order by read_at desc, id desc) as nth from public.access_log
      where wallet_address = (select public.request_wallet()) and lender = lenders.lender
      order by read_at desc, id desc limit 500
    ) as looks
    order by nth, read_at desc, id desc limit 500
  ) as newest
$$;

revoke all on function public.both_share_scores, app_private.note_listed
from public, anon, authenticated, service_role;
grant execute on function public.both_share_scores to service_role;
