-- Erasing a connection with very many rows takes longer than a request may. It leaves its wallet at once, and with it every score
-- that it had a part in; a worker removes the rows. What has left is nobody's: the wallet that it stands under is made of chance, so
-- that no signature opens it, and whatever asks by wallet no longer finds it.
create table app_private.connection_erasures (
  connection_id uuid primary key references public.business_connections (id) on delete cascade,
  nobody text not null unique,
  requested_at timestamptz not null default now()
);
alter table app_private.connection_erasures enable row level security;
revoke all on app_private.connection_erasures from public, anon, authenticated, service_role;

-- Stops counting once there are too many to remove while somebody waits: rows of the connection, and those that rest on the scores
-- of its wallet, which go with it whatever else they were made of.
create function app_private.has_many_rows(p_connection public.business_connections) returns boolean
language sql stable set search_path = '' as $$
  select count(*) = 20000 from (
    select from public.orders where connection_id = p_connection.id
    union all select from public.settlements where connection_id = p_connection.id
    union all select from public.commissions where connection_id = p_connection.id
    union all select from public.figure_rows where wallet_address = p_connection.wallet_address
    union all select from public.tie_out_flags where wallet_address = p_connection.wallet_address
    limit 20000
  ) as counted
$$;

create or replace function app_private.refuse_snapshot_change() returns trigger
language plpgsql set search_path = '' as $$
begin
  if tg_op = 'DELETE' and current_setting('app.erasing', true) = 'on' then
    return old;
  end if;
  if tg_op = 'UPDATE' and current_setting('app.erasing', true) = 'on' then
    if exists (select from app_private.connection_erasures where nobody = new.wallet_address) then
      return new;
    end if;
  end if;
  raise exception 'a score snapshot is immutable: % is refused', tg_op using errcode = 'restrict_violation';
end
$$;

create function app_private.leave_wallet(p_connection public.business_connections) returns void
language plpgsql set search_path = '' as $$
declare
  v_wallet constant text := p_connection.wallet_address;
  v_nobody constant text := '0x' || left(app_private.wallet_hash(gen_random_uuid()::text || gen_random_uuid()::text), 40);
begin
  insert into app_private.connection_erasures (connection_id, nobody) values (p_connection.id, v_nobody);
  insert into public.accounts (wallet_address) values (v_nobody);
  update public.business_connections set wallet_address = v_nobody where id = p_connection.id;
  -- Whoever is signing one of them holds it, and has stored the signed score by then.
  perform 1 from public.score_snapshots where wallet_address = v_wallet for update;
  delete from public.signed_scores where wallet_address = v_wallet;
  perform set_config('app.erasing', 'on', true);
  update public.score_snapshots set wallet_address = v_nobody where wallet_address = v_wallet;
  perform set_config('app.erasing', 'off', true);
  if not exists (select 1 from public.business_connections where wallet_address = v_wallet) then
    update public.shares set revoked_at = now() where wallet_address = v_wallet and revoked_at is null;
  end if;
  -- Now, so that a backup of any later moment is told to forget it.
  insert into app_private.erasures (wallet_hash, connection_id, what)
  values (app_private.wallet_hash(v_wallet), p_connection.id, 'connection, income rows, scores');
  perform pg_notify('account_deletions', p_connection.id::text);
end
$$;

-- What rests on a score is seen by whoever the score is of: it has a wallet of its own written on it, and leaves with the score.
alter policy tie_outs_owner_can_read on public.tie_outs
  using (wallet_address = (select public.request_wallet()) and snapshot_id = any (array(
    select id from public.score_snapshots where wallet_address = (select public.request_wallet()))));
alter policy tie_out_flags_owner_can_read on public.tie_out_flags
  using (wallet_address = (select public.request_wallet()) and snapshot_id = any (array(
    select id from public.score_snapshots where wallet_address = (select public.request_wallet()))));
alter policy figure_row_sets_owner_can_read on public.figure_row_sets
  using (wallet_address = (select public.request_wallet()) and snapshot_id = any (array(
    select id from public.score_snapshots where wallet_address = (select public.request_wallet()))));
alter policy figure_rows_owner_can_read on public.figure_rows
  using (wallet_address = (select public.request_wallet()) and snapshot_id = any (array(
    select id from public.score_snapshots where wallet_address = (select public.request_wallet()))));

-- The worker's part; false where another one is at it or it is done.
create function app_private.erase_left_connection(p_connection_id uuid) returns boolean
language plpgsql set search_path = '' as $$
declare
  v_connection public.business_connections;
begin
  select own.* into v_connection from public.business_connections as own
  join app_private.connection_erasures as left_one on left_one.connection_id = own.id
  where own.id = p_connection_id for update of own skip locked;
  if not found then
    return false;
  end if;
  perform app_private.erase_connection(v_connection);
  delete from public.accounts where wallet_address = v_connection.wallet_address;
  return true;
end
$$;

create or replace function public.disconnect_connection(p_wallet text, p_connection_id text, p_erase text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_erase text := app_private.require_one_of(p_erase, 'p_erase', array['keep', 'delete']);
  v_connection public.business_connections;
  v_answer jsonb;
begin
  if v_erase = 'delete' then
    -- Before the connection is locked, as whoever drains deliveries locks them.
    delete from app_private.webhook_inbox where id in (
      select app_private.deliveries_of(own) from public.business_connections as own
      where own.id = app_private.require_uuid(p_connection_id, 'p_connection_id')
        and own.wallet_address = app_private.require_wallet(p_wallet, 'p_wallet'));
  end if;
  select * into v_connection from public.business_connections
  where id = app_private.require_uuid(p_connection_id, 'p_connection_id')
    and wallet_address = app_private.require_wallet(p_wallet, 'p_wallet')
  for update;
  if not found then
    return jsonb_build_object('error', 'not_found');
  end if;
  v_answer := jsonb_build_object(
    'accessToken', v_connection.access_token, 'epoch', v_connection.epoch, 'account', v_connection.account,
    'platform', v_connection.platform,
    'shops', coalesce((
      select jsonb_agg(jsonb_build_object('id', platform_shop_id, 'name', name, 'region', region,
        'sellerType', seller_type, 'cipher', cipher, 'isActive', is_active) order by platform_shop_id)
      from public.shops where connection_id = v_connection.id
    ), '[]'::jsonb)
  );

  delete from app_private.refresh_tokens where connection_id = v_connection.id;
  perform app_private.cancel_open_run(v_connection.id);
  update public.business_connections set
    epoch = epoch + 1, access_token = null, access_token_expires_at = null, token_version = token_version + 1,
    refresh_lease_id = null, refresh_lease_until = null, refresh_failures = 0, refresh_retry_at = null,
    authorization_expires_at = null, status = 'disconnected', is_active = false, error_code = null, error_message = null
  where id = v_connection.id;
  if v_erase = 'delete' then
    if app_private.has_many_rows(v_connection) then
      perform app_private.leave_wallet(v_connection);
    else
      perform app_private.erase_connection(v_connection);
    end if;
  end if;
  perform app_private.append_audit(p_wallet, p_wallet,
    case v_erase when 'delete' then 'connection.erased' else 'connection.disconnected' end, v_connection.id::text,
    jsonb_build_object('platform', v_connection.platform, 'account', v_connection.account, 'epoch', v_connection.epoch + 1));
  return v_answer;
end
$$;

revoke all on function
  app_private.has_many_rows, app_private.leave_wallet, app_private.erase_left_connection
from public, anon, authenticated, service_role;
