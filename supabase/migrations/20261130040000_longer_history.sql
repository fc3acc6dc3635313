-- A history that spans the months for which scores are kept: a busy shop's wallet is scored up to once a minute.

-- A wallet's scores, the newest first: the newest 200, and before them the last of each day (UTC). Row level security decides.
create or replace function public.score_history(p_wallet text) returns jsonb
language sql stable security invoker set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'asOf', public.iso_utc(as_of), 'score', score_millipoints / 1000.0, 'tier', tier, 'snapshotHash', snapshot_hash,
    'provisional', provisional, 'model', model, 'modelHash', model_hash) order by created_at desc, id), '[]'::jsonb)
  from (
    select id, created_at, as_of, score_millipoints, tier, snapshot_hash, provisional, model, model_hash,
      row_number() over (order by created_at desc, id) as place,
      row_number() over (partition by date_trunc('day', created_at, 'UTC') order by created_at desc, id) as place_in_day
    from public.score_snapshots where wallet_address = p_wallet
  ) as placed
  where place <= 200 or place_in_day = 1
$$;
