-- Which shops' events the platform sends here, and what of all deliveries needs somebody's attention.

create table app_private.webhook_topics (
  connection_id uuid not null references public.business_connections (id) on delete cascade,
  shop_id text not null,
  -- The consent and the address that the topics were set for; another one of either has them set again.
  epoch int not null,
  address text not null,
  state text not null default 'waiting',
  tries int not null default 0,
  due_at timestamptz not null,
  error_code text,
  updated_at timestamptz not null default now(),
  primary key (connection_id, shop_id),
  constraint state_is_known check (state in ('waiting', 'set', 'refused'))
);
create index webhook_topics_due on app_private.webhook_topics (due_at) where state = 'waiting';
create trigger webhook_topics_touch before update on app_private.webhook_topics
  for each row execute function app_private.touch_updated_at();
alter table app_private.webhook_topics enable row level security;
revoke all on app_private.webhook_topics from public, anon, authenticated, service_role;

create index webhook_inbox_dead on app_private.webhook_inbox (received_at) where state in ('dead', 'conflict');
create index rereads_dead on app_private.rereads (read_at) where state = 'dead';

-- Counts only: nobody's shop, order or wallet.
create function public.webhook_health() returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'dead', (
      select count(*) from app_private.webhook_inbox
      where state in ('dead', 'conflict') and received_at > now() - interval '24 hours'
    ) + (select count(*) from app_private.rereads where state = 'dead' and read_at > now() - interval '24 hours'),
    'oldestWaitingSeconds', coalesce((
      select extract(epoch from now() - min(received_at))::int from app_private.webhook_inbox where state = 'pending'
    ), 0),
    'shopsWithoutTopics', (
      select count(*) from app_private.webhook_topics t join public.business_connections c on c.id = t.connection_id
      where c.is_active and c.status in ('active', 'importing', 'error') and t.error_code is not null and t.state <> 'set'
    )
  )
$$;
revoke all on function public.webhook_health from public, anon, authenticated, service_role;
grant execute on function public.webhook_health to service_role;
