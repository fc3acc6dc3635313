-- A lender's looks stand in the borrower's log for good, so that one lender's many must neither grow without bound nor push
-- another's out of sight.

create index access_log_by_lender on public.access_log (wallet_address, lender, read_at desc, id desc);
drop index public.access_log_by_borrower;

-- LF002, as the Data API tells errors of our own: this lender has looked at this borrower as often as a minute allows.
create function app_private.refuse_flood_of_looks() returns trigger
language plpgsql set search_path = '' as $$
begin
  -- One at a time for each pair, so that the count holds.
  perform pg_advisory_xact_lock(hashtextextended('looks:' || new.wallet_address || new.lender, 0));
  if (
    select count(*) from public.access_log
    where wallet_address = new.wallet_address and lender = new.lender and read_at > new.read_at - interval '1 minute'
  ) >= 300 then
    raise sqlstate 'PGRST' using
      message = '{"code": "LF002", "message": "too many looks at one borrower"}',
      detail = '{"status": 429, "headers": {}}';
  end if;
  return new;
end
$$;

create trigger access_log_is_not_flooded before insert on public.access_log
  for each row execute function app_private.refuse_flood_of_looks();

-- The newest looks, newest first: of all lenders alike before more of one. Lenders are found by one step of the index each, as
-- the log is as long as everything they ever did.
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
    'lender', lender, 'scope', scope, 'shareId', share_id, 'readAt', public.iso_utc(read_at)) order by read_at desc, id desc),
    '[]'::jsonb)
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

revoke all on function app_private.refuse_flood_of_looks from public, anon, authenticated, service_role;
