-- One answer to whose a stored delivery is, for exports, for erasing a connection and for erasing an account.

-- Deliveries of a connection: also those of shops that it held earlier, and none of a shop or an account that another wallet holds now.
create function app_private.deliveries_of(p_own public.business_connections) returns setof bigint
language sql stable set search_path = '' as $$
  select id from app_private.webhook_inbox where platform = p_own.platform and shop_id in (
    select shop_id from (
      select platform_shop_id as shop_id from public.shops where connection_id = p_own.id
      union select shop_id from public.sync_windows where connection_id = p_own.id and shop_id is not null
      union select shop_id from public.orders where connection_id = p_own.id
    ) as once_held
    where not exists (
      select from public.shops as held join public.business_connections as other on other.id = held.connection_id
      where held.platform_shop_id = once_held.shop_id and other.platform = p_own.platform
        and other.is_active and other.wallet_address <> p_own.wallet_address)
  )
  union
  select id from app_private.webhook_inbox
  where platform = p_own.platform and platform_user_id = p_own.platform_user_id and not exists (
    select from public.business_connections as other
    where other.platform = p_own.platform and other.platform_user_id = p_own.platform_user_id
      and other.is_active and other.wallet_address <> p_own.wallet_address)
$$;
revoke all on function app_private.deliveries_of from public, anon, authenticated, service_role;

create or replace function public.export_held_aside(p_wallet text, p_after text, p_size text) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_wallet text := app_private.require_wallet(p_wallet, 'p_wallet');
  v_size int := app_private.require_integer(p_size, 'p_size', 1, 1000);
  v_answer jsonb;
begin
  select jsonb_build_object(
    'lines', coalesce(jsonb_agg(json_build_object('part', part, 'row', line)::text order by part, key), '[]'::jsonb),
    'next', (array_agg(jsonb_build_array(part, key)::text order by part desc, key desc))[1])
  into v_answer
  from (
    select * from (
      select 'sessions' as part, id::text as key, json_build_object(
        'id', id, 'device', user_agent_family, 'created_at', created_at, 'last_seen_at', last_seen_at,
        'expires_at', expires_at, 'revoked_at', revoked_at) as line
      from app_private.sessions where wallet = v_wallet
      union all
      select 'deliveries', lpad(inbox.id::text, 20, '0'), json_build_object(
        'platform', inbox.platform, 'notification_id', inbox.notification_id, 'type', inbox.type, 'shop_id', inbox.shop_id,
        'platform_user_id', inbox.platform_user_id, 'object_id', inbox.object_id, 'effect', inbox.effect,
        'event_time', inbox.event_time, 'received_at', inbox.received_at, 'state', inbox.state)
      from app_private.webhook_inbox as inbox
      where inbox.id in (
        select app_private.deliveries_of(own) from public.business_connections as own where own.wallet_address = v_wallet
      )
      union all
      select 'rereads', concat_ws(' ', named.connection_id, named.shop_id, named.kind, named.object_id), json_build_object(
        'connection_id', named.connection_id, 'shop_id', named.shop_id, 'kind', named.kind, 'object_id', named.object_id,
        'state', named.state, 'read_at', named.read_at)
      from app_private.rereads as named
      join public.business_connections as own on own.id = named.connection_id and own.wallet_address = v_wallet
    ) as held
    where p_after is null or (part, key) > (p_after::jsonb ->> 0, p_after::jsonb ->> 1)
    order by part, key limit v_size
  ) as page;
  return v_answer;
end
$$;

create or replace function app_private.erase_connection(p_connection public.business_connections) returns void
language plpgsql set search_path = '' as $$
declare
  v_wallet constant text := p_connection.wallet_address;
begin
  delete from app_private.webhook_inbox where id in (select app_private.deliveries_of(p_connection));
  delete from public.business_connections where id = p_connection.id;
  perform set_config('app.erasing', 'on', true);
  delete from public.score_snapshots where wallet_address = v_wallet;
  perform set_config('app.erasing', 'off', true);
  if not exists (select 1 from public.business_connections where wallet_address = v_wallet) then
    update public.shares set revoked_at = now() where wallet_address = v_wallet and revoked_at is null;
  end if;
  insert into app_private.erasures (wallet_hash, connection_id, what)
  values (encode(sha256(convert_to(v_wallet, 'UTF8')), 'hex'), p_connection.id, 'connection, income rows, scores');
end
$$;

create or replace function app_private.erase_deliveries(p_wallet text) returns bigint
language plpgsql set search_path = '' as $$
declare
  v_erased bigint;
begin
  delete from app_private.webhook_inbox where id in (
    select app_private.deliveries_of(own) from public.business_connections as own where own.wallet_address = p_wallet
  );
  get diagnostics v_erased = row_count;
  return v_erased;
end
$$;

create or replace function app_private.erase_account(p_deletion_id uuid) returns jsonb
language plpgsql set search_path = '' as $$
declare
  v_deletion app_private.account_deletions;
  v_wallet text;
  v_table regclass;
  v_rows bigint;
  v_erased jsonb := '{}'::jsonb;
  v_head app_private.audit_heads;
begin
  select * into v_deletion from app_private.account_deletions
  where id = p_deletion_id and state <> 'erased' for update skip locked;
  if not found then
    return null;
  end if;
  v_wallet := v_deletion.wallet;
  perform 1 from public.business_connections where wallet_address = v_wallet order by id for update;
  perform 1 from public.accounts where wallet_address = v_wallet for update;
  perform set_config('app.erasing', 'on', true);

  v_rows := app_private.erase_deliveries(v_wallet);
  v_erased := v_erased || jsonb_build_object('webhook_inbox', v_rows);
  for v_table in
    select c.oid::regclass from pg_catalog.pg_class c join pg_catalog.pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and a.attname = 'wallet_address' and not a.attisdropped and c.relname not in ('accounts', 'adverse_actions')
    order by c.relname
  loop
    execute format('delete from %s where wallet_address = $1', v_table) using v_wallet;
    get diagnostics v_rows = row_count;
    v_erased := v_erased || jsonb_build_object(replace(v_table::text, 'public.', ''), v_rows);
  end loop;
  delete from app_private.auth_challenges where wallet = v_wallet;
  delete from public.accounts where wallet_address = v_wallet;

  -- The lock of whoever appends: an entry under way comes before this, and a later one is refused.
  perform pg_advisory_xact_lock(hashtextextended('audit:' || v_wallet, 0));
  -- A look that was under way has written its entry by now.
  delete from public.access_log where wallet_address = v_wallet;
  delete from public.audit_log where tenant = v_wallet;
  get diagnostics v_rows = row_count;
  v_erased := v_erased || jsonb_build_object('audit_log', v_rows);
  delete from app_private.audit_heads where tenant = v_wallet returning * into v_head;
  perform set_config('app.erasing', 'off', true);

  update app_private.account_deletions set state = 'erased', wallet = null, erased_at = now(),
    revoked_at = coalesce(revoked_at, now()), erased = v_erased
  where id = p_deletion_id;
  -- That a chain ended, and where, stays in a chain: a whole one cannot vanish without this entry.
  perform app_private.append_audit('system', 'system', 'account.erased', p_deletion_id::text,
    jsonb_build_object('walletHash', v_deletion.wallet_hash, 'auditSeq', v_head.seq, 'auditHash', v_head.hash));
  return v_erased;
end
$$;
