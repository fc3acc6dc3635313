-- A consent whose session is over, or is another wallet's, is refused by an answer of its own: 22023 says that an argument is malformed.

create or replace function public.create_oauth_transaction(
  p_state_hash text, p_session_id text, p_browser_hash text, p_wallet text,
  p_platform text, p_account text, p_market text, p_ttl_seconds text, p_consent_text jsonb default null
) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_session uuid := app_private.require_uuid(p_session_id, 'p_session_id');
  v_wallet text := app_private.require_wallet(p_wallet, 'p_wallet');
begin
  -- The lock on the session row makes "at most five live" hold for parallel starts too.
  perform 1 from app_private.sessions where id = v_session and wallet = v_wallet and revoked_at is null for update;
  if not found then
    return jsonb_build_object('error', 'session_over');
  end if;
  delete from app_private.oauth_transactions where expires_at <= now();
  delete from app_private.oauth_transactions where state_hash in (
    select state_hash from app_private.oauth_transactions
    where session_id = v_session order by created_at desc, state_hash offset 4
  );
  insert into app_private.oauth_transactions
    (state_hash, session_id, browser_hash, wallet, platform, account, market, consent_text, created_at, expires_at)
  values (
    app_private.require_text(p_state_hash, 'p_state_hash', 128),
    v_session,
    app_private.require_text(p_browser_hash, 'p_browser_hash', 128),
    v_wallet,
    app_private.require_text(p_platform, 'p_platform', 40),
    app_private.require_one_of(p_account, 'p_account', array['seller', 'creator']),
    app_private.require_text(p_market, 'p_market', 20),
    case when nullif(p_consent_text, 'null') is null then null else app_private.require_object(p_consent_text, 'p_consent_text') end,
    clock_timestamp(),
    now() + make_interval(secs => app_private.require_integer(p_ttl_seconds, 'p_ttl_seconds', 1, 3600))
  );
  return '{}'::jsonb;
end
$$;
