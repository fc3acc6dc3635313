-- A connection: one wallet ↔ one account on one platform, with its shops. Tokens are sealed before they get here;
-- the access token's column is granted to no signed-in person, refresh tokens live in the schema that is not exposed.

create table public.business_connections (
  id uuid primary key default gen_random_uuid(),
  wallet_address text not null references public.accounts (wallet_address) on delete cascade,
  platform text not null,
  account text not null,
  platform_user_id text not null,
  display_name text,
  region text,
  market text not null,
  access_token text,
  access_token_expires_at timestamptz,
  token_version int not null default 1,
  epoch int not null default 1,
  granted_scopes text[] not null default '{}',
  missing_scopes text[] not null default '{}',
  authorization_expires_at timestamptz,
  revenue_data jsonb,
  metadata jsonb not null default '{}',
  status text not null default 'importing',
  is_active boolean not null default true,
  first_activity bigint,
  last_synced_at timestamptz,
  error_code text,
  error_message text,
  refresh_lease_id text,
  refresh_lease_until timestamptz,
  refresh_failures int not null default 0,
  refresh_retry_at timestamptz,
  consent_text_version text,
  consented_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint wallet_is_lower_case_address check (wallet_address ~ '^0x[0-9a-f]{40}$'),
  constraint account_is_seller_or_creator check (account in ('seller', 'creator')),
  constraint status_is_known check (status in ('importing', 'active', 'needs_reconnect', 'error', 'disconnected')),
  constraint disconnected_holds_no_token check (status <> 'disconnected' or (access_token is null and not is_active)),
  constraint one_connection_per_wallet_and_account unique (wallet_address, platform, platform_user_id, account)
);
create unique index one_active_wallet_per_platform_account
  on public.business_connections (platform, platform_user_id, account) where is_active;
create index business_connections_by_token_expiry
  on public.business_connections (access_token_expires_at) where is_active;
create trigger business_connections_touch before update on public.business_connections
  for each row execute function app_private.touch_updated_at();

alter table public.business_connections enable row level security;
revoke all on public.business_connections from public, anon, authenticated, service_role;
grant select (
  id, wallet_address, platform, account, platform_user_id, display_name, region, market, access_token_expires_at, epoch,
  granted_scopes, missing_scopes, authorization_expires_at, revenue_data, metadata, status, is_active, first_activity,
  last_synced_at, error_code, error_message, consent_text_version, consented_at, created_at, updated_at
) on public.business_connections to authenticated;
grant select on public.business_connections to service_role;
create policy connections_owner_can_read on public.business_connections for select to authenticated
  using (wallet_address = (select public.request_wallet()));

-- In policies: = any (array(…)) is computed once and lets the index find the rows; in (…) would read the whole table.
create table public.shops (
  id uuid primary key default gen_random_uuid(),
  connection_id uuid not null references public.business_connections (id) on delete cascade,
  platform_shop_id text not null,
  name text not null,
  region text not null,
  seller_type text,
  cipher text,
  is_active boolean,
  first_activity bigint,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint one_row_per_shop_of_a_connection unique (connection_id, platform_shop_id)
);
create index shops_by_platform_shop_id on public.shops (platform_shop_id);
create trigger shops_touch before update on public.shops
  for each row execute function app_private.touch_updated_at();

alter table public.shops enable row level security;
revoke all on public.shops from public, anon, authenticated, service_role;
grant select (
  id, connection_id, platform_shop_id, name, region, seller_type, is_active, first_activity, created_at, updated_at
) on public.shops to authenticated;
grant select on public.shops to service_role;
create policy shops_owner_can_read on public.shops for select to authenticated
  using (connection_id = any (array(
    select id from public.business_connections where wallet_address = (select public.request_wallet())
  )));

create table app_private.refresh_tokens (
  connection_id uuid primary key references public.business_connections (id) on delete cascade,
  token text not null,
  expires_at timestamptz,
  previous_token text,
  version int not null default 1,
  updated_at timestamptz not null default now()
);
create trigger refresh_tokens_touch before update on app_private.refresh_tokens
  for each row execute function app_private.touch_updated_at();
alter table app_private.refresh_tokens enable row level security;

-- What was erased, for whom (hashed), when: lets a restored backup forget again.
create table app_private.erasures (
  id bigint generated always as identity primary key,
  wallet_hash text not null,
  connection_id uuid not null,
  what text not null,
  at timestamptz not null default now()
);
create index erasures_by_connection on app_private.erasures (connection_id);
alter table app_private.erasures enable row level security;
