-- A database token is worth nothing for a session that was left alone for too long either. Reading only looks: `read_session` keeps the
-- time, once a minute at most, with the request that the token was minted for.

create or replace function access.session_wallet() returns text
language sql stable security definer set search_path = '' as $$
  select session.wallet
  from (select nullif(current_setting('request.jwt.claims', true), '')::jsonb as claims) as request
  join app_private.sessions as session on session.id = case
    when request.claims ->> 'sid' ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then (request.claims ->> 'sid')::uuid
  end
  where session.wallet = request.claims ->> 'wallet_address'
    and session.revoked_at is null and session.expires_at > now()
    and session.last_seen_at > now() - interval '30 minutes'
$$;
