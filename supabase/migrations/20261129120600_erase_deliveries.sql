-- Deliveries of an account that is erased: also those of shops that it held earlier, and none of a shop that somebody else holds now.

create function app_private.erase_deliveries(p_wallet text) returns bigint
language plpgsql set search_path = '' as $$
declare
  v_own public.business_connections;
  v_shops text[];
  v_rows bigint;
  v_erased bigint := 0;
begin
  for v_own in select * from public.business_connections where wallet_address = p_wallet order by id loop
    v_shops := array(
      select platform_shop_id from public.shops where connection_id = v_own.id
      union select shop_id from public.sync_windows where connection_id = v_own.id and shop_id is not null
      union select shop_id from public.orders where connection_id = v_own.id
    );
    v_shops := array(
      select shop_id from unnest(v_shops) as shop_id where not exists (
        select from public.shops as held join public.business_connections as other on other.id = held.connection_id
        where held.platform_shop_id = shop_id and other.platform = v_own.platform
          and other.is_active and other.wallet_address <> p_wallet)
    );
    delete from app_private.webhook_inbox where platform = v_own.platform and (
      shop_id = any (v_shops)
      or (platform_user_id = v_own.platform_user_id and not exists (
        select from public.business_connections as other
        where other.platform = v_own.platform and other.platform_user_id = v_own.platform_user_id
          and other.is_active and other.wallet_address <> p_wallet))
    );
    get diagnostics v_rows = row_count;
    v_erased := v_erased + v_rows;
  end loop;
  return v_erased;
end
$$;
revoke all on function app_private.erase_deliveries from public, anon, authenticated, service_role;

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
