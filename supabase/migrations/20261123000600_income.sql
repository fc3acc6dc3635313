-- Income rows as the platform reported them, allow-listed fields only and no buyer. Ids are the platform's text,
-- times its unix seconds, amounts exact. first_seen_at is ours.

create table public.orders (
  connection_id uuid not null references public.business_connections (id) on delete cascade,
  shop_id text not null,
  id text not null,
  status text not null,
  currency text not null,
  merchandise_value numeric(20, 6) not null,
  item_count int not null,
  gift_count int not null,
  is_cod boolean not null,
  is_sample boolean not null,
  is_replacement boolean not null,
  is_exchange boolean not null,
  cancellation_initiator text,
  create_time bigint not null,
  update_time bigint not null,
  paid_time bigint,
  rts_time bigint,
  rts_sla_time bigint,
  delivery_time bigint,
  cancel_time bigint,
  lines jsonb not null default '[]',
  run_id uuid,
  first_seen_at timestamptz not null default now(),
  primary key (connection_id, shop_id, id)
);
create index orders_by_create_time on public.orders (connection_id, create_time);

create table public.returns (
  connection_id uuid not null references public.business_connections (id) on delete cascade,
  shop_id text not null,
  id text not null,
  order_id text not null,
  status text not null,
  type text,
  currency text,
  refund_amount numeric(20, 6),
  create_time bigint not null,
  update_time bigint not null,
  next_return_id text,
  run_id uuid,
  first_seen_at timestamptz not null default now(),
  primary key (connection_id, shop_id, id)
);
create index returns_by_order on public.returns (connection_id, order_id);

create table public.statements (
  connection_id uuid not null references public.business_connections (id) on delete cascade,
  shop_id text not null,
  id text not null,
  currency text not null,
  statement_time bigint not null,
  settlement_amount numeric(20, 6) not null,
  revenue_amount numeric(20, 6),
  fee_amount numeric(20, 6),
  adjustment_amount numeric(20, 6),
  payment_id text,
  payment_status text,
  payment_time bigint,
  run_id uuid,
  first_seen_at timestamptz not null default now(),
  primary key (connection_id, shop_id, id)
);

create table public.settlements (
  connection_id uuid not null references public.business_connections (id) on delete cascade,
  shop_id text not null,
  id text not null,
  statement_id text not null,
  type text not null,
  order_id text,
  adjustment_id text,
  order_create_time bigint,
  currency text not null,
  settlement_amount numeric(20, 6) not null,
  revenue_amount numeric(20, 6),
  fee_tax_amount numeric(20, 6),
  run_id uuid,
  first_seen_at timestamptz not null default now(),
  primary key (connection_id, shop_id, id)
);
create index settlements_by_order on public.settlements (connection_id, order_id);

create table public.unsettled (
  connection_id uuid not null references public.business_connections (id) on delete cascade,
  shop_id text not null,
  id text not null,
  type text not null,
  order_id text,
  currency text not null,
  estimated_settlement_amount numeric(20, 6),
  order_create_time bigint,
  order_delivery_time bigint,
  reason text,
  run_id uuid,
  first_seen_at timestamptz not null default now(),
  primary key (connection_id, shop_id, id)
);

create table public.payouts (
  connection_id uuid not null references public.business_connections (id) on delete cascade,
  shop_id text not null,
  source text not null,
  id text not null,
  type text,
  status text not null,
  currency text not null,
  amount numeric(20, 6) not null,
  create_time bigint not null,
  paid_time bigint,
  run_id uuid,
  first_seen_at timestamptz not null default now(),
  primary key (connection_id, shop_id, source, id),
  constraint source_is_payment_or_withdrawal check (source in ('payment', 'withdrawal'))
);

create table public.products (
  connection_id uuid not null references public.business_connections (id) on delete cascade,
  shop_id text not null,
  id text not null,
  title text not null,
  status text not null,
  create_time bigint not null,
  update_time bigint not null,
  run_id uuid,
  first_seen_at timestamptz not null default now(),
  primary key (connection_id, shop_id, id)
);

create table public.commissions (
  connection_id uuid not null references public.business_connections (id) on delete cascade,
  side text not null,
  order_id text not null,
  line_id text not null,
  shop_id text,
  shop_name text,
  creator text,
  status text not null,
  product_id text,
  product_name text,
  currency text,
  estimated_commission numeric(20, 6),
  actual_commission numeric(20, 6),
  commission_base numeric(20, 6),
  commission_rate_bps int,
  quantity int,
  refunded_quantity int,
  content_type text,
  content_id text,
  campaign_id text,
  create_time bigint not null,
  delivery_time bigint,
  run_id uuid,
  first_seen_at timestamptz not null default now(),
  primary key (connection_id, side, order_id, line_id),
  constraint side_is_creator_or_seller check (side in ('creator', 'seller'))
);
create index commissions_by_create_time on public.commissions (connection_id, create_time);

create table public.shop_performance (
  connection_id uuid not null references public.business_connections (id) on delete cascade,
  shop_id text not null,
  measure text not null,
  value numeric(20, 6) not null,
  currency text,
  period_end date,
  run_id uuid,
  first_seen_at timestamptz not null default now(),
  primary key (connection_id, shop_id, measure),
  constraint measure_is_known check (measure in ('shop_score', 'chat_satisfaction', 'gmv'))
);

alter table public.orders enable row level security;
alter table public.returns enable row level security;
alter table public.statements enable row level security;
alter table public.settlements enable row level security;
alter table public.unsettled enable row level security;
alter table public.payouts enable row level security;
alter table public.products enable row level security;
alter table public.commissions enable row level security;
alter table public.shop_performance enable row level security;

revoke all on
  public.orders, public.returns, public.statements, public.settlements, public.unsettled, public.payouts,
  public.products, public.commissions, public.shop_performance
from public, anon, authenticated, service_role;
grant select on
  public.orders, public.returns, public.statements, public.settlements, public.unsettled, public.payouts,
  public.products, public.commissions, public.shop_performance
to authenticated, service_role;

create policy orders_owner_can_read on public.orders for select to authenticated
  using (connection_id = any (array(
    select id from public.business_connections where wallet_address = (select public.request_wallet())
  )));
create policy returns_owner_can_read on public.returns for select to authenticated
  using (connection_id = any (array(
    select id from public.business_connections where wallet_address = (select public.request_wallet())
  )));
create policy statements_owner_can_read on public.statements for select to authenticated
  using (connection_id = any (array(
    select id from public.business_connections where wallet_address = (select public.request_wallet())
  )));
create policy settlements_owner_can_read on public.settlements for select to authenticated
  using (connection_id = any (array(
    select id from public.business_connections where wallet_address = (select public.request_wallet())
  )));
create policy unsettled_owner_can_read on public.unsettled for select to authenticated
  using (connection_id = any (array(
    select id from public.business_connections where wallet_address = (select public.request_wallet())
  )));
create policy payouts_owner_can_read on public.payouts for select to authenticated
  using (connection_id = any (array(
    select id from public.business_connections where wallet_address = (select public.request_wallet())
  )));
create policy products_owner_can_read on public.products for select to authenticated
  using (connection_id = any (array(
    select id from public.business_connections where wallet_address = (select public.request_wallet())
  )));
create policy commissions_owner_can_read on public.commissions for select to authenticated
  using (connection_id = any (array(
    select id from public.business_connections where wallet_address = (select public.request_wallet())
  )));
create policy shop_performance_owner_can_read on public.shop_performance for select to authenticated
  using (connection_id = any (array(
    select id from public.business_connections where wallet_address = (select public.request_wallet())
  )));

-- Reference rates by day, from a stored table that a score can name and hash.
create table public.fx_rates (
  rate_date date not null,
  currency text not null,
  units_per_usd numeric(24, 10) not null,
  source text not null,
  primary key (rate_date, currency, source),
  constraint rate_is_positive check (units_per_usd > 0)
);
alter table public.fx_rates enable row level security;
revoke all on public.fx_rates from public, anon, authenticated, service_role;
grant select on public.fx_rates to authenticated, service_role;
create policy fx_rates_signed_in_can_read on public.fx_rates for select to authenticated using (true);
