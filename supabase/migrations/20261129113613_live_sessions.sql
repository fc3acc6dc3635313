-- A database token dies with its session: policies ask whether the session that it names is still open, once per query.
-- The schema holds what policies call; it is not exposed, so nothing in it can be called over HTTP.

create schema access;
revoke all on schema access from public, anon, authenticated, service_role;
grant usage on schema access to authenticated, service_role;
alter default privileges in schema access revoke all on functions from public, anon, authenticated, service_role;

create function access.session_wallet() returns text
language sql stable security definer set search_path = '' as $$
  select session.wallet
  from (select nullif(current_setting('request.jwt.claims', true), '')::jsonb as claims) as request
  join app_private.sessions as session on session.id = case
    when request.claims ->> 'sid' ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then (request.claims ->> 'sid')::uuid
  end
  where session.wallet = request.claims ->> 'wallet_address'
    and session.revoked_at is null and session.expires_at > now()
$$;
revoke all on function access.session_wallet from public, anon, authenticated, service_role;
grant execute on function access.session_wallet to authenticated, service_role;

-- The signed-in wallet, or null: anything but the exact wallet of an open session reads nothing.
create or replace function public.request_wallet() returns text
language sql stable security invoker set search_path = '' as $$
  select access.session_wallet()
$$;
