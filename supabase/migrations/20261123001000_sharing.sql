-- Sharing a score with a lender, and reading what was shared. The cut to a share's scope is made here, not in the page.

create function app_private.share_json(p_share public.shares) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object(
    'id', p_share.id, 'lender', p_share.lender, 'scope', p_share.scope, 'purpose', p_share.purpose,
    'createdAt', public.iso_utc(p_share.created_at), 'expiresAt', public.iso_utc(p_share.expires_at),
    'revokedAt', public.iso_utc(p_share.revoked_at),
    'status', case when p_share.revoked_at is not null then 'revoked'
      when p_share.expires_at <= now() then 'expired' else 'live' end
  )
$$;

create function app_private.scope_rank(p_scope text) returns int
language sql immutable set search_path = '' as $$
  select array_position(array['tier', 'factors', 'metrics'], p_scope)
$$;

-- Of all live shares of one pair the widest counts, and the newest among equals.
create function app_private.live_shares(p_lender text) returns setof public.shares
language sql stable set search_path = '' as $$
  select distinct on (wallet_address) *
  from public.shares
  where lender = p_lender and revoked_at is null and expires_at > now()
  order by wallet_address, app_private.scope_rank(scope) desc, created_at desc
$$;

create function app_private.latest_snapshot(p_wallet text) returns setof public.score_snapshots
language sql stable set search_path = '' as $$
  select * from public.score_snapshots where wallet_address = p_wallet order by created_at desc, id limit 1
$$;

-- Sentences of a report have the figures in them: below the widest scope each figure becomes an ellipsis.
create function app_private.without_figures(p_sentence text) returns text
language sql immutable set search_path = '' as $$
  select regexp_replace(p_sentence, '[+-]?[$€£]?\d+([.,]\d+)*%?', '…', 'g')
$$;

-- Keeps the named members of each item, by allow-list, and its sentences without their figures.
create function app_private.cut_items(p_items jsonb, p_kept text[], p_sentences text[]) returns jsonb
language sql immutable set search_path = '' as $$
  select coalesce(jsonb_agg((
    select coalesce(jsonb_object_agg(member.key, case when member.key = any (p_sentences)
      then to_jsonb(app_private.without_figures(member.value #>> '{}')) else member.value end), '{}'::jsonb)
    from jsonb_each(listed.item) as member where member.key = any (p_kept || p_sentences)
  ) order by listed.position), '[]'::jsonb)
  from jsonb_array_elements(case jsonb_typeof(p_items) when 'array' then p_items else '[]' end)
    with ordinality as listed(item, position)
$$;

create function app_private.cut_factors(p_factors jsonb) returns jsonb
language sql immutable set search_path = '' as $$
  select coalesce(jsonb_object_agg(name, jsonb_build_object(
    'points', factor -> 'points', 'max', factor -> 'max',
    'items', app_private.cut_items(factor -> 'items',
      array['code', 'points', 'max', 'status', 'reasonCode', 'permissions'], array['reason'])
  )), '{}'::jsonb)
  from jsonb_each(coalesce(p_factors, '{}'::jsonb)) as named(name, factor)
$$;

create function app_private.cut_report(p_report jsonb, p_scope text) returns jsonb
language sql immutable set search_path = '' as $$
  select case p_scope
    when 'metrics' then p_report
    else jsonb_build_object(
      'model', p_report -> 'model', 'modelHash', p_report -> 'modelHash', 'asOf', p_report -> 'asOf',
      'provisional', p_report -> 'provisional', 'tier', p_report -> 'tier',
      'confidence', p_report -> 'confidence', 'integrity', p_report -> 'integrity'
    ) || case p_scope
      when 'factors' then jsonb_build_object(
        'score', p_report -> 'score',
        'factors', app_private.cut_factors(p_report -> 'factors'),
        'caps', app_private.cut_items(p_report -> 'caps', array['code', 'limit', 'applied', 'pointsLost'], array['reason']),
        'reasons', jsonb_build_object(
          'negative', app_private.cut_items(p_report -> 'reasons' -> 'negative',
            array['code', 'factor', 'reasonCode', 'points'], array['text']),
          'positive', app_private.cut_items(p_report -> 'reasons' -> 'positive',
            array['code', 'factor', 'reasonCode', 'points'], array['text'])),
        'alerts', app_private.cut_items(p_report -> 'alerts', array['code'], array['text'])
      )
      else '{}'::jsonb
    end
  end
$$;

create function public.create_share(p_wallet text, p_lender text, p_scope text, p_purpose text, p_expires_at text)
returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_wallet text := app_private.require_wallet(p_wallet, 'p_wallet');
  v_lender text := app_private.require_wallet(p_lender, 'p_lender');
  v_expires timestamptz := app_private.require_time(p_expires_at, 'p_expires_at');
  v_share public.shares;
begin
  if v_lender = v_wallet then
    return jsonb_build_object('error', 'lender_is_borrower');
  end if;
  if v_expires <= now() then
    return jsonb_build_object('error', 'expiry_in_past');
  end if;
  insert into public.shares (wallet_address, lender, scope, purpose, expires_at)
  values (
    v_wallet, v_lender, app_private.require_one_of(p_scope, 'p_scope', array['tier', 'factors', 'metrics']),
    app_private.require_text(btrim(p_purpose), 'p_purpose', 280), v_expires
  )
  returning * into v_share;
  perform app_private.append_audit(v_wallet, v_wallet, 'share.created', v_share.id::text,
    jsonb_build_object('lender', v_lender, 'scope', p_scope, 'expiresAt', public.iso_utc(v_expires)));
  return app_private.share_json(v_share);
end
$$;

create function public.revoke_share(p_wallet text, p_share_id text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_share public.shares;
begin
  update public.shares set revoked_at = now()
  where id = app_private.require_uuid(p_share_id, 'p_share_id')
    and wallet_address = app_private.require_wallet(p_wallet, 'p_wallet') and revoked_at is null
  returning * into v_share;
  if not found then
    return jsonb_build_object('revoked', false);
  end if;
  perform app_private.append_audit(p_wallet, p_wallet, 'share.revoked', v_share.id::text,
    jsonb_build_object('lender', v_share.lender, 'scope', v_share.scope));
  return jsonb_build_object('revoked', true);
end
$$;

create function public.list_shared_borrowers(p_lender text) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'wallet', share.wallet_address, 'scope', share.scope, 'purpose', share.purpose,
    'expiresAt', public.iso_utc(share.expires_at), 'sharedAt', public.iso_utc(share.created_at),
    'score', case when share.scope = 'tier' then null else snapshot.report -> 'score' end,
    'tier', snapshot.tier, 'asOf', public.iso_utc(snapshot.as_of), 'provisional', snapshot.provisional,
    'confidence', snapshot.report -> 'confidence', 'integrity', snapshot.report -> 'integrity'
  ) order by share.created_at desc), '[]'::jsonb)
  from app_private.live_shares(app_private.require_wallet(p_lender, 'p_lender')) as share
  left join lateral app_private.latest_snapshot(share.wallet_address) as snapshot on true
$$;

create function public.read_shared_score(p_lender text, p_borrower text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_share public.shares;
  v_snapshot public.score_snapshots;
begin
  select * into v_share from app_private.live_shares(app_private.require_wallet(p_lender, 'p_lender'))
  where wallet_address = app_private.require_wallet(p_borrower, 'p_borrower');
  if not found then
    return null;
  end if;
  select * into v_snapshot from app_private.latest_snapshot(p_borrower);
  if not found then
    return null;
  end if;
  insert into public.access_log (wallet_address, lender, share_id, scope, snapshot_id)
  values (p_borrower, p_lender, v_share.id, v_share.scope, v_snapshot.id);
  perform app_private.append_audit(p_borrower, p_lender, 'score.read', v_snapshot.id::text,
    jsonb_build_object('shareId', v_share.id, 'scope', v_share.scope));
  return jsonb_build_object(
    'share', app_private.share_json(v_share),
    'report', app_private.cut_report(v_snapshot.report, v_share.scope),
    'connections', coalesce((
      select jsonb_agg(jsonb_build_object(
        'platform', platform, 'account', account, 'status', status, 'lastSyncedAt', public.iso_utc(last_synced_at),
        'displayName', case when v_share.scope = 'metrics' then display_name end
      ) order by created_at)
      from public.business_connections where wallet_address = p_borrower and status <> 'disconnected'
    ), '[]'::jsonb)
  );
end
$$;

revoke all on function
  public.create_share, public.revoke_share, public.list_shared_borrowers, public.read_shared_score
from public, anon, authenticated, service_role;
grant execute on function
  public.create_share, public.revoke_share, public.list_shared_borrowers, public.read_shared_score
to service_role;
revoke all on all functions in schema app_private from public, anon, authenticated, service_role;
