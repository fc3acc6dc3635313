-- The model of each score of the history, and for a lender who may see metrics the history and the two newest scores.

-- A wallet's scores, the newest first. Row level security decides.
create function public.score_history(p_wallet text) returns jsonb
language sql stable security invoker set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'asOf', public.iso_utc(as_of), 'score', score_millipoints / 1000.0, 'tier', tier, 'snapshotHash', snapshot_hash,
    'provisional', provisional, 'model', model, 'modelHash', model_hash) order by created_at desc, id), '[]'::jsonb)
  from (
    select * from public.score_snapshots where wallet_address = p_wallet order by created_at desc, id limit 200
  ) as newest
$$;

create or replace function public.my_score_history() returns jsonb
language sql stable security invoker set search_path = '' as $$
  select public.score_history((select public.request_wallet()))
$$;

-- What was stored of a score and of the one before it: what a story of change is told from.
create function app_private.compared_scores(p_snapshot public.score_snapshots) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object(
    'to', jsonb_build_object('inputs', p_snapshot.inputs, 'report', p_snapshot.report),
    'from', (
      select jsonb_build_object('inputs', inputs, 'report', report) from public.score_snapshots
      where wallet_address = p_snapshot.wallet_address and (created_at < p_snapshot.created_at
        or created_at = p_snapshot.created_at and id > p_snapshot.id)
      order by created_at desc, id limit 1
    ))
$$;

create or replace function app_private.beside_report(p_scope text, p_snapshot public.score_snapshots) returns jsonb
language sql stable set search_path = '' as $$
  select case p_scope
    when 'metrics' then jsonb_build_object(
      'insights', public.insights_of(p_snapshot), 'history', public.score_history(p_snapshot.wallet_address),
      'compared', app_private.compared_scores(p_snapshot))
    else jsonb_build_object('insights', null, 'history', null, 'compared', null)
  end
$$;

revoke all on function public.score_history, app_private.compared_scores from public, anon, authenticated, service_role;
grant execute on function public.score_history to authenticated, service_role;
