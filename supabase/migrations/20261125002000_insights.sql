-- How income is spread, kept with the snapshot that counted it and outside of what the score reads or hashes.
-- Null for snapshots that are older than this column.
alter table public.score_snapshots add column insights jsonb;

create function public.my_insights() returns jsonb
language sql stable security invoker set search_path = '' as $$
  select jsonb_build_object(
    'asOf', public.iso_utc(as_of), 'provisional', provisional, 'snapshotHash', snapshot_hash,
    'netUsd', inputs -> 'netUsd', 'sellerNetUsd', inputs -> 'seller' -> 'netUsd', 'creatorNetUsd', inputs -> 'creator' -> 'netUsd',
    'rates', inputs -> 'exchangeRates' ->> 'source',
    'byProduct', inputs -> 'byProduct', 'byCreator', inputs -> 'byCreator', 'medianDaysToCash', inputs -> 'medianDaysToCash',
    'spread', insights)
  from public.score_snapshots
  where wallet_address = (select public.request_wallet()) order by created_at desc, id limit 1
$$;

revoke all on function public.my_insights from public, anon, authenticated, service_role;
grant execute on function public.my_insights to authenticated, service_role;
