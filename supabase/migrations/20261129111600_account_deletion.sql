-- Deleting an account is one act with four states: active, revoking (nobody gets in any more, the platform is being told),
-- revoked (it was told, or did not answer), erased (nothing is left but this ledger).

alter table public.accounts add column deleting_at timestamptz;

-- The ledger: a hash instead of the wallet, when, what, and why it may be kept. It lets a restored backup forget again.
create table app_private.account_deletions (
  id uuid primary key default gen_random_uuid(),
  wallet_hash text not null,
  -- Only until the rows are gone.
  wallet text,
  state text not null default 'revoking',
  cause text not null,
  legal_basis text not null default 'erasure on request; the entry itself: obligation to prove and to repeat it',
  requested_at timestamptz not null default now(),
  revoked_at timestamptz,
  erased_at timestamptz,
  -- How many rows went, by table.
  erased jsonb,
  constraint state_is_known check (state in ('revoking', 'revoked', 'erased')),
  constraint cause_is_known check (cause in ('owner', 'replay')),
  constraint erased_names_nobody check ((state = 'erased') = (wallet is null) and (state = 'erased') = (erased_at is not null))
);
create index account_deletions_by_wallet_hash on app_private.account_deletions (wallet_hash);
create unique index one_open_deletion_per_wallet on app_private.account_deletions (wallet) where wallet is not null;
alter table app_private.account_deletions enable row level security;
revoke all on app_private.account_deletions from public, anon, authenticated, service_role;

create function app_private.wallet_hash(p_wallet text) returns text
language sql immutable set search_path = '' as $$
  select encode(sha256(convert_to(p_wallet, 'UTF8')), 'hex')
$$;

-- Whatever was under way when an account was deleted (a share being made, a consent coming back, an import at its end) must
-- not bring anything of it back. The lock on the account makes each such row come before the deletion or be refused.
create function app_private.refuse_deleted_account() returns trigger
language plpgsql set search_path = '' as $$
declare
  v_wallet text;
  v_account public.accounts;
begin
  if tg_table_name = 'sessions' then
    v_wallet := new.wallet;
  else
    v_wallet := new.wallet_address;
  end if;
  select * into v_account from public.accounts where wallet_address = v_wallet for key share;
  if v_account.deleting_at is not null then
    raise exception 'this account is being deleted' using errcode = 'LF001';
  end if;
  -- After the deletion only a new sign-in makes the account again, not a write that makes it in passing.
  if (v_account.id is null or (v_account.created_at = now() and tg_table_name <> 'sessions'))
    and exists (select from app_private.account_deletions where wallet_hash = app_private.wallet_hash(v_wallet)) then
    raise exception 'this account was deleted' using errcode = 'LF001';
  end if;
  return new;
end
$$;
create trigger sessions_refuse_deleted_account before insert on app_private.sessions
  for each row execute function app_private.refuse_deleted_account();
create trigger business_connections_refuse_deleted_account before insert or update of epoch on public.business_connections
  for each row when (new.is_active) execute function app_private.refuse_deleted_account();
create trigger shares_refuse_deleted_account before insert on public.shares
  for each row execute function app_private.refuse_deleted_account();
create trigger signed_scores_refuse_deleted_account before insert on public.signed_scores
  for each row execute function app_private.refuse_deleted_account();
create trigger score_snapshots_refuse_deleted_account before insert on public.score_snapshots
  for each row execute function app_private.refuse_deleted_account();

-- The ledgers of a person go with the account, and only then: no role can name the setting and the open deletion at will.
create function app_private.is_being_erased(p_wallet text) returns boolean
language sql stable set search_path = '' as $$
  select current_setting('app.erasing', true) = 'on'
    and exists (select from app_private.account_deletions where wallet = p_wallet)
$$;

create or replace function app_private.refuse_change() returns trigger
language plpgsql set search_path = '' as $$
begin
  if tg_op = 'DELETE' then
    if app_private.is_being_erased(coalesce(to_jsonb(old) ->> 'tenant', to_jsonb(old) ->> 'wallet_address')) then
      return old;
    end if;
  end if;
  raise exception '%.% is append-only: % is refused', tg_table_schema, tg_table_name, tg_op
    using errcode = 'restrict_violation';
end
$$;

-- A late entry for a wallet that is gone would begin a new chain in its name.
create function app_private.refuse_audit_of_erased() returns trigger
language plpgsql set search_path = '' as $$
begin
  if not exists (select from public.accounts where wallet_address = new.tenant) and exists (
    select from app_private.account_deletions
    where wallet_hash = app_private.wallet_hash(new.tenant) and state = 'erased'
  ) then
    raise exception 'this account was deleted' using errcode = 'LF001';
  end if;
  return new;
end
$$;
create trigger audit_log_refuses_erased before insert on public.audit_log
  for each row execute function app_private.refuse_audit_of_erased();

-- Everything that gives access ends here, in one transaction: sessions, consents under way, tokens, imports, shares, signed
-- scores. Answers what the platform has to be told with. A second call finds the same deletion and ends nothing more.
create function public.begin_account_deletion(p_wallet text, p_cause text default 'owner') returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_wallet text := app_private.require_wallet(p_wallet, 'p_wallet');
  v_id uuid;
  v_ended jsonb;
begin
  -- Connections before the account, as whoever imports or consents locks them.
  perform 1 from public.business_connections where wallet_address = v_wallet order by id for update;
  -- The strongest lock: a mere update would not wait for, nor hold up, whoever is writing something new for the account.
  perform 1 from public.accounts where wallet_address = v_wallet for update;
  update public.accounts set deleting_at = now() where wallet_address = v_wallet and deleting_at is null;
  if not found then
    return (
      select jsonb_build_object('deletionId', id, 'state', state, 'ended', '[]'::jsonb)
      from app_private.account_deletions where wallet_hash = app_private.wallet_hash(v_wallet)
      order by requested_at desc limit 1
    );
  end if;
  insert into app_private.account_deletions (wallet_hash, wallet, cause)
  values (app_private.wallet_hash(v_wallet), v_wallet, p_cause) returning id into v_id;

  select coalesce(jsonb_agg(jsonb_build_object(
    'connectionId', connection.id, 'accessToken', connection.access_token, 'epoch', connection.epoch,
    'account', connection.account, 'platform', connection.platform,
    'shops', coalesce((
      select jsonb_agg(jsonb_build_object('id', platform_shop_id, 'name', name, 'region', region,
        'sellerType', seller_type, 'cipher', cipher, 'isActive', is_active) order by platform_shop_id)
      from public.shops where connection_id = connection.id
    ), '[]'::jsonb)) order by connection.id), '[]'::jsonb)
  into v_ended
  from public.business_connections as connection where wallet_address = v_wallet and access_token is not null;

  delete from app_private.refresh_tokens where connection_id in (
    select id from public.business_connections where wallet_address = v_wallet);
  perform app_private.cancel_open_run(id) from public.business_connections where wallet_address = v_wallet;
  update public.business_connections set
    epoch = epoch + 1, access_token = null, access_token_expires_at = null, token_version = token_version + 1,
    refresh_lease_id = null, refresh_lease_until = null, refresh_failures = 0, refresh_retry_at = null,
    authorization_expires_at = null, status = 'disconnected', is_active = false, error_code = null, error_message = null
  where wallet_address = v_wallet;
  delete from app_private.oauth_transactions where wallet = v_wallet;
  delete from app_private.auth_challenges where wallet = v_wallet;
  update app_private.sessions set revoked_at = now() where wallet = v_wallet and revoked_at is null;
  update public.shares set revoked_at = now() where wallet_address = v_wallet and revoked_at is null;
  update public.signed_scores set revoked_at = now() where wallet_address = v_wallet and revoked_at is null;
  perform app_private.append_audit(v_wallet, v_wallet, 'account.deletion_requested', v_id::text,
    jsonb_build_object('cause', p_cause, 'connections', jsonb_array_length(v_ended)));
  perform pg_notify('account_deletions', v_id::text);
  return jsonb_build_object('deletionId', v_id, 'state', 'revoking', 'ended', v_ended);
end
$$;

-- The platform was told, or was given its time to answer.
create function public.mark_account_revoked(p_deletion_id text) returns jsonb
language plpgsql security definer set search_path = '' as $$
begin
  update app_private.account_deletions set state = 'revoked', revoked_at = now()
  where id = app_private.require_uuid(p_deletion_id, 'p_deletion_id') and state = 'revoking';
  if found then
    perform pg_notify('account_deletions', p_deletion_id);
  end if;
  return '{}'::jsonb;
end
$$;

-- The receipt of a deletion: its random id says nothing about anybody.
create function public.read_account_deletion(p_deletion_id text) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('id', id, 'state', state, 'requestedAt', public.iso_utc(requested_at),
    'erasedAt', public.iso_utc(erased_at))
  from app_private.account_deletions where id = app_private.require_uuid(p_deletion_id, 'p_deletion_id')
$$;

-- Removes every row about the wallet, in one transaction, and answers how many by table; null when there is nothing to do.
-- Tables of signed-in people are found in the catalogue. Kept: drafts of adverse-action notices, which lenders must be able
-- to show, and what other people's own logs say.
create function app_private.erase_account(p_deletion_id uuid) returns jsonb
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

  delete from app_private.webhook_inbox as inbox using public.business_connections as own
  where own.wallet_address = v_wallet and own.platform = inbox.platform and (
    own.platform_user_id = inbox.platform_user_id
    or inbox.shop_id in (select platform_shop_id from public.shops where connection_id = own.id)
  );
  get diagnostics v_rows = row_count;
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

revoke all on function public.begin_account_deletion, public.mark_account_revoked, public.read_account_deletion
from public, anon, authenticated, service_role;
grant execute on function public.begin_account_deletion, public.mark_account_revoked, public.read_account_deletion
to service_role;
revoke all on all functions in schema app_private from public, anon, authenticated, service_role;
