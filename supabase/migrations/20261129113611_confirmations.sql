-- A wallet's fresh signature before an act that cannot simply be undone: bound to session, act and object, good once.

create table app_private.confirmations (
  nonce_hash text primary key,
  session_id uuid not null references app_private.sessions (id) on delete cascade,
  act text not null,
  object text not null,
  chain_id int not null,
  message text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now()
);
create index confirmations_by_session on app_private.confirmations (session_id, created_at desc);
create index confirmations_by_expiry on app_private.confirmations (expires_at);
alter table app_private.confirmations enable row level security;

create function public.create_confirmation(
  p_nonce_hash text, p_session_id text, p_act text, p_object text, p_chain_id text, p_message text, p_ttl_seconds text
) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_session uuid := app_private.require_uuid(p_session_id, 'p_session_id');
begin
  delete from app_private.confirmations where expires_at <= now();
  delete from app_private.confirmations where nonce_hash in (
    select nonce_hash from app_private.confirmations
    where session_id = v_session order by created_at desc, nonce_hash offset 4
  );
  insert into app_private.confirmations (nonce_hash, session_id, act, object, chain_id, message, expires_at)
  values (
    app_private.require_text(p_nonce_hash, 'p_nonce_hash', 128),
    v_session,
    app_private.require_text(p_act, 'p_act', 60),
    app_private.require_text(p_object, 'p_object', 128),
    app_private.require_integer(p_chain_id, 'p_chain_id', 1, 2147483647),
    app_private.require_text(p_message, 'p_message', 2048),
    now() + make_interval(secs => app_private.require_integer(p_ttl_seconds, 'p_ttl_seconds', 1, 3600))
  );
  return '{}'::jsonb;
end
$$;

-- Takes it away whatever comes of it. Null unless message, session, act and object belong together, it is in time, and the
-- session is still open.
create function public.take_confirmation(p_session_id text, p_act text, p_object text, p_message text) returns jsonb
language sql security definer set search_path = '' as $$
  with taken as (
    delete from app_private.confirmations
    where session_id = app_private.require_uuid(p_session_id, 'p_session_id') and message = p_message
    returning session_id, act, object, chain_id, expires_at
  )
  select jsonb_build_object('chainId', taken.chain_id)
  from taken join app_private.sessions open on open.id = taken.session_id
  where taken.act = p_act and taken.object = p_object and taken.expires_at > now()
    and open.revoked_at is null and open.expires_at > now()
  limit 1
$$;

revoke all on function public.create_confirmation, public.take_confirmation from public, anon, authenticated, service_role;
grant execute on function public.create_confirmation, public.take_confirmation to service_role;
