-- A score stands for accounts that its wallet has: without one nothing new is signed, and what a disconnected account brought
-- leaves the score.

create or replace function public.my_signable_score() returns jsonb
language sql stable security invoker set search_path = '' as $$
  select jsonb_build_object('snapshotId', id, 'report', report, 'inputs', inputs, 'newerIsProvisional', exists (
    select 1 from public.score_snapshots as newer
    where newer.wallet_address = (select public.request_wallet()) and newer.created_at > snapshot.created_at))
  from public.score_snapshots as snapshot
  where wallet_address = (select public.request_wallet()) and not provisional
    and exists (
      select 1 from public.business_connections as own
      where own.wallet_address = (select public.request_wallet()) and own.is_active)
  order by created_at desc, id limit 1
$$;

-- The figures of the disconnected one stay what they were: the wallet is scored again in the name of another.
create function app_private.rescore_without_disconnected() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  delete from app_private.rescores where connection_id = new.id;
  insert into app_private.rescores as kept (connection_id)
  select id from (
    select other.id from public.business_connections as other
    where other.wallet_address = new.wallet_address and other.is_active and other.last_synced_at is not null
    order by other.last_synced_at desc, other.id limit 1
    -- Never waits: whoever holds all accounts of a wallet takes them in another order.
    for key share skip locked
  ) as imported
  on conflict (connection_id) do update set is_waiting = true, asks = kept.asks + 1, due_at = least(kept.due_at, now());
  return null;
end
$$;
create trigger business_connections_rescore_others after update of status on public.business_connections
  for each row when (new.status = 'disconnected' and old.status <> 'disconnected')
  execute function app_private.rescore_without_disconnected();
revoke all on function app_private.rescore_without_disconnected from public, anon, authenticated, service_role;
