-- Who signs in: accounts, sign-in challenges, sessions, and the limits on asking.

create table public.accounts (
  id uuid primary key default gen_random_uuid(),
  wallet_address text not null,
  created_at timestamptz not null default now(),
  constraint one_account_per_wallet unique (wallet_address),
  constraint wallet_is_lower_case_address check (wallet_address ~ '^0x[0-9a-f]{40}$')
);
alter table public.accounts enable row level security;
revoke all on public.accounts from public, anon, authenticated, service_role;
grant select on public.accounts to authenticated, service_role;
create policy accounts_owner_can_read on public.accounts for select to authenticated
  using (wallet_address = (select public.request_wallet()));

create table app_private.auth_challenges (
  nonce_hash text primary key,
  pre_session_hash text not null,
  wallet text not null,
  chain_id int not null,
  message text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  constraint wallet_is_lower_case_address check (wallet ~ '^0x[0-9a-f]{40}$')
);
create index auth_challenges_by_pre_session on app_private.auth_challenges (pre_session_hash, created_at desc);
create index auth_challenges_by_expiry on app_private.auth_challenges (expires_at);
alter table app_private.auth_challenges enable row level security;

create table app_private.sessions (
  id uuid primary key default gen_random_uuid(),
  session_hash text not null,
  account_id uuid not null references public.accounts (id) on delete cascade,
  wallet text not null,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz,
  user_agent_family text,
  constraint one_session_per_cookie unique (session_hash),
  constraint wallet_is_lower_case_address check (wallet ~ '^0x[0-9a-f]{40}$')
);
create index sessions_by_account on app_private.sessions (account_id);
create index sessions_by_expiry on app_private.sessions (expires_at);
alter table app_private.sessions enable row level security;

create table app_private.oauth_transactions (
  state_hash text primary key,
  session_id uuid not null references app_private.sessions (id) on delete cascade,
  browser_hash text not null,
  wallet text not null,
  platform text not null,
  account text not null,
  market text not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  constraint wallet_is_lower_case_address check (wallet ~ '^0x[0-9a-f]{40}$'),
  constraint account_is_seller_or_creator check (account in ('seller', 'creator'))
);
create index oauth_transactions_by_session on app_private.oauth_transactions (session_id, created_at desc);
create index oauth_transactions_by_expiry on app_private.oauth_transactions (expires_at);
alter table app_private.oauth_transactions enable row level security;

create table app_private.used_codes (
  code_hash text primary key,
  created_at timestamptz not null default now()
);
create index used_codes_by_age on app_private.used_codes (created_at);
alter table app_private.used_codes enable row level security;

create table app_private.rate_limits (
  key text not null,
  window_start timestamptz not null,
  count int not null,
  primary key (key, window_start)
);
create index rate_limits_by_age on app_private.rate_limits (window_start);
alter table app_private.rate_limits enable row level security;

create function public.create_auth_challenge(
  p_nonce_hash text, p_pre_session_hash text, p_wallet text, p_chain_id text, p_message text, p_ttl_seconds text
) returns jsonb
language plpgsql security definer set search_path = '' as $$
begin
  delete from app_private.auth_challenges where expires_at <= now();
  -- A browser that asks again and again keeps its five newest challenges.
  delete from app_private.auth_challenges
  where nonce_hash in (
    select nonce_hash from app_private.auth_challenges
    where pre_session_hash = p_pre_session_hash order by created_at desc offset 4
  );
  insert into app_private.auth_challenges (nonce_hash, pre_session_hash, wallet, chain_id, message, expires_at)
  values (
    app_private.require_text(p_nonce_hash, 'p_nonce_hash', 128),
    app_private.require_text(p_pre_session_hash, 'p_pre_session_hash', 128),
    app_private.require_wallet(p_wallet, 'p_wallet'),
    app_private.require_integer(p_chain_id, 'p_chain_id', 1, 2147483647),
    app_private.require_text(p_message, 'p_message', 2048),
    now() + make_interval(secs => app_private.require_integer(p_ttl_seconds, 'p_ttl_seconds', 1, 3600))
  );
  return '{}'::jsonb;
end
$$;

create function public.take_auth_challenge(p_pre_session_hash text, p_message text) returns jsonb
language sql security definer set search_path = '' as $$
  with taken as (
    delete from app_private.auth_challenges
    where pre_session_hash = p_pre_session_hash and message = p_message
    returning wallet, chain_id, expires_at
  )
  select jsonb_build_object('wallet', wallet, 'chainId', chain_id) from taken where expires_at > now() limit 1
$$;

create function public.open_session(p_session_hash text, p_wallet text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_wallet text := app_private.require_wallet(p_wallet, 'p_wallet');
  v_account uuid;
  v_session uuid;
begin
  delete from app_private.sessions where expires_at < now() - interval '1 day';
  insert into public.accounts (wallet_address) values (v_wallet) on conflict (wallet_address) do nothing;
  select id into strict v_account from public.accounts where wallet_address = v_wallet;
  insert into app_private.sessions (session_hash, account_id, wallet, expires_at)
  values (app_private.require_text(p_session_hash, 'p_session_hash', 128), v_account, v_wallet, now() + interval '12 hours')
  returning id into v_session;
  return jsonb_build_object('sessionId', v_session, 'accountId', v_account, 'wallet', v_wallet);
end
$$;

create function public.read_session(p_session_hash text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_session app_private.sessions;
begin
  select * into v_session from app_private.sessions
  where session_hash = p_session_hash and revoked_at is null
    and expires_at > now() and last_seen_at > now() - interval '30 minutes';
  if not found then
    return null;
  end if;
  -- Once a minute is enough for a 30-minute idle limit and keeps reads from becoming writes.
  if v_session.last_seen_at < now() - interval '1 minute' then
    update app_private.sessions set last_seen_at = now() where id = v_session.id and revoked_at is null;
  end if;
  return jsonb_build_object('sessionId', v_session.id, 'accountId', v_session.account_id, 'wallet', v_session.wallet);
end
$$;

create function public.close_session(p_session_hash text) returns jsonb
language plpgsql security definer set search_path = '' as $$
begin
  update app_private.sessions set revoked_at = now() where session_hash = p_session_hash and revoked_at is null;
  return '{}'::jsonb;
end
$$;

create function public.take_rate_limit(p_key text, p_limit text, p_window_seconds text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_key text := app_private.require_text(p_key, 'p_key', 200);
  v_limit bigint := app_private.require_integer(p_limit, 'p_limit', 1, 1000000);
  v_window bigint := app_private.require_integer(p_window_seconds, 'p_window_seconds', 1, 86400);
  v_start timestamptz := to_timestamp(floor(extract(epoch from now()) / v_window) * v_window);
  v_count int;
begin
  insert into app_private.rate_limits as counted (key, window_start, count) values (v_key, v_start, 1)
  on conflict (key, window_start) do update set count = counted.count + 1
  returning counted.count into v_count;
  if v_count = 1 then
    delete from app_private.rate_limits where key = v_key and window_start < v_start;
  end if;
  -- Keys that are never asked for again: one call in a hundred sweeps a few.
  if random() < 0.01 then
    delete from app_private.rate_limits where ctid = any (array(
      select ctid from app_private.rate_limits where window_start < now() - interval '1 day' limit 500 for update skip locked
    ));
  end if;
  return jsonb_build_object(
    'allowed', v_count <= v_limit,
    'retryAfterSeconds', case when v_count <= v_limit then 0
      else greatest(1, ceil(extract(epoch from v_start + make_interval(secs => v_window) - now())))::int end
  );
end
$$;

create function public.create_oauth_transaction(
  p_state_hash text, p_session_id text, p_browser_hash text, p_wallet text,
  p_platform text, p_account text, p_market text, p_ttl_seconds text
) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_session uuid := app_private.require_uuid(p_session_id, 'p_session_id');
  v_wallet text := app_private.require_wallet(p_wallet, 'p_wallet');
begin
  -- The lock on the session row makes "at most five live" hold for parallel starts too.
  perform 1 from app_private.sessions where id = v_session and wallet = v_wallet and revoked_at is null for update;
  if not found then
    raise exception 'p_session_id must be an open session of p_wallet' using errcode = '22023';
  end if;
  delete from app_private.oauth_transactions where expires_at <= now();
  delete from app_private.oauth_transactions where state_hash in (
    select state_hash from app_private.oauth_transactions
    where session_id = v_session order by created_at desc, state_hash offset 4
  );
  insert into app_private.oauth_transactions
    (state_hash, session_id, browser_hash, wallet, platform, account, market, created_at, expires_at)
  values (
    app_private.require_text(p_state_hash, 'p_state_hash', 128),
    v_session,
    app_private.require_text(p_browser_hash, 'p_browser_hash', 128),
    v_wallet,
    app_private.require_text(p_platform, 'p_platform', 40),
    app_private.require_one_of(p_account, 'p_account', array['seller', 'creator']),
    app_private.require_text(p_market, 'p_market', 20),
    clock_timestamp(),
    now() + make_interval(secs => app_private.require_integer(p_ttl_seconds, 'p_ttl_seconds', 1, 3600))
  );
  return '{}'::jsonb;
end
$$;

create function public.take_oauth_transaction(p_state_hash text, p_session_id text, p_browser_hash text, p_platform text)
returns jsonb
language sql security definer set search_path = '' as $$
  with taken as (
    delete from app_private.oauth_transactions
    where state_hash = p_state_hash
      and session_id = app_private.require_uuid(p_session_id, 'p_session_id')
      and browser_hash = p_browser_hash
      and platform = p_platform
      and expires_at > now()
    returning wallet, account, market
  )
  select jsonb_build_object('wallet', wallet, 'account', account, 'market', market) from taken
$$;

create function public.claim_code(p_code_hash text) returns jsonb
language plpgsql security definer set search_path = '' as $$
begin
  delete from app_private.used_codes where created_at < now() - interval '24 hours';
  insert into app_private.used_codes (code_hash)
  values (app_private.require_text(p_code_hash, 'p_code_hash', 128))
  on conflict (code_hash) do nothing;
  return jsonb_build_object('fresh', found);
end
$$;

revoke all on function
  public.create_auth_challenge, public.take_auth_challenge, public.open_session, public.read_session,
  public.close_session, public.take_rate_limit, public.create_oauth_transaction, public.take_oauth_transaction,
  public.claim_code
from public, anon, authenticated, service_role;
grant execute on function
  public.create_auth_challenge, public.take_auth_challenge, public.open_session, public.read_session,
  public.close_session, public.take_rate_limit, public.create_oauth_transaction, public.take_oauth_transaction,
  public.claim_code
to service_role;
