-- Drafts of adverse-action notices: what a lender decided about a borrower, when, and which lines of the shared score lost
-- points. A ledger: nobody changes or removes a row, and it outlives the share and the score it rests on. What a row keeps
-- of the score is what the share showed, without the sums under it.

create table public.adverse_actions (
  id uuid primary key default gen_random_uuid(),
  lender text not null,
  wallet_address text not null,
  share_id uuid not null,
  scope text not null,
  -- Not a reference: the snapshot may be erased.
  snapshot_id uuid not null,
  as_of timestamptz not null,
  model text not null,
  model_hash text not null,
  decision text not null,
  loan_reference text,
  reasons jsonb not null,
  shown jsonb not null,
  decided_at timestamptz not null default now(),
  notice_due_at timestamptz not null default now() + interval '720 hours',
  constraint wallet_is_lower_case_address check (wallet_address ~ '^0x[0-9a-f]{40}$'),
  constraint lender_is_lower_case_address check (lender ~ '^0x[0-9a-f]{40}$'),
  constraint scope_shows_reasons check (scope in ('factors', 'metrics')),
  constraint decision_is_known check (decision in ('declined', 'counter_offer', 'incomplete_application')),
  constraint loan_reference_is_1_to_64_characters check (length(loan_reference) between 1 and 64),
  constraint reasons_are_at_most_four check (jsonb_array_length(reasons) <= 4),
  constraint notice_is_due_after_30_days check (notice_due_at = decided_at + interval '720 hours'),
  -- Stating the same decision again must not start its 30 days again.
  constraint one_draft_per_decision
    unique nulls not distinct (lender, wallet_address, snapshot_id, scope, decision, loan_reference)
);
create index adverse_actions_by_borrower on public.adverse_actions (wallet_address, decided_at desc);
create index adverse_actions_by_lender on public.adverse_actions (lender, decided_at desc);
create trigger adverse_actions_are_append_only before update or delete on public.adverse_actions
  for each row execute function app_private.refuse_change();
create trigger adverse_actions_cannot_be_emptied before truncate on public.adverse_actions
  for each statement execute function app_private.refuse_change();

alter table public.adverse_actions enable row level security;
revoke all on public.adverse_actions from public, anon, authenticated, service_role;
grant select on public.adverse_actions to authenticated, service_role;
create policy adverse_actions_both_ends_can_read on public.adverse_actions for select to authenticated
  using (wallet_address = (select public.request_wallet()) or lender = (select public.request_wallet()));

-- What a decision would rest on: the newest score as the lender's share shows it. A look like any other, and logged as one.
create function public.read_decision_basis(p_lender text, p_borrower text) returns jsonb
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
    'shareId', v_share.id, 'scope', v_share.scope, 'snapshotId', v_snapshot.id,
    'report', app_private.cut_report(v_snapshot.report, v_share.scope)
  );
end
$$;

-- The lines of a score that lost points: only these can be a reason.
create function app_private.lost_lines(p_report jsonb) returns setof jsonb
language sql immutable set search_path = '' as $$
  select jsonb_path_query(p_report, '$.factors.*.items[*] ? (@.points < @.max)')
  union all
  select jsonb_path_query(p_report, '$.caps[*] ? (@.pointsLost > 0)')
$$;

create function public.draft_adverse_action(
  p_lender text, p_borrower text, p_share_id text, p_snapshot_id text, p_decision text, p_loan_reference text, p_draft jsonb
) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_lender text := app_private.require_wallet(p_lender, 'p_lender');
  v_borrower text := app_private.require_wallet(p_borrower, 'p_borrower');
  v_reasons jsonb := app_private.require_object(p_draft, 'p_draft') -> 'reasons';
  v_share public.shares;
  v_snapshot public.score_snapshots;
  v_report jsonb;
  v_id uuid;
begin
  -- One at a time for each pair, so that the count below holds.
  perform pg_advisory_xact_lock(hashtextextended('adverse_actions:' || v_lender || v_borrower, 0));
  select * into v_share from app_private.live_shares(v_lender) where wallet_address = v_borrower;
  if not found or v_share.id <> app_private.require_uuid(p_share_id, 'p_share_id') then
    return jsonb_build_object('error', 'not_shared');
  end if;
  -- Held until the end, so that an erasure waits for this row.
  perform 1 from public.score_snapshots
  where id = app_private.require_uuid(p_snapshot_id, 'p_snapshot_id') and wallet_address = v_borrower for key share;
  select * into v_snapshot from app_private.latest_snapshot(v_borrower);
  if not found then
    return jsonb_build_object('error', 'not_shared');
  end if;
  if v_snapshot.id <> p_snapshot_id::uuid then
    return jsonb_build_object('error', 'score_changed');
  end if;
  v_report := app_private.cut_report(v_snapshot.report, v_share.scope);
  if jsonb_typeof(v_reasons) is distinct from 'array' or exists (
    select from jsonb_array_elements(v_reasons) as given
    where not exists (
      select from app_private.lost_lines(v_report) as line
      where line @> (jsonb_build_object('code', given -> 'code', 'reason', given -> 'text')
        || jsonb_strip_nulls(jsonb_build_object('value', given -> 'value', 'threshold', given -> 'threshold')))
    )
  ) then
    raise exception 'p_draft.reasons must be lines of the shared score that lost points' using errcode = '22023';
  end if;
  if (select count(*) from public.adverse_actions
    where lender = v_lender and wallet_address = v_borrower and decided_at > now() - interval '24 hours') >= 50 then
    return jsonb_build_object('error', 'too_many');
  end if;
  insert into public.adverse_actions (
    lender, wallet_address, share_id, scope, snapshot_id, as_of, model, model_hash, decision, loan_reference, reasons, shown
  ) values (
    v_lender, v_borrower, v_share.id, v_share.scope, v_snapshot.id, v_snapshot.as_of, v_snapshot.model, v_snapshot.model_hash,
    app_private.require_one_of(p_decision, 'p_decision', array['declined', 'counter_offer', 'incomplete_application']),
    p_loan_reference, v_reasons, v_report - 'metrics'
  )
  on conflict on constraint one_draft_per_decision do nothing
  returning id into v_id;
  if not found then
    select id into v_id from public.adverse_actions
    where lender = v_lender and wallet_address = v_borrower and snapshot_id = v_snapshot.id and scope = v_share.scope
      and decision = p_decision and loan_reference is not distinct from p_loan_reference;
    return jsonb_build_object('id', v_id, 'created', false);
  end if;
  perform app_private.append_audit(v_borrower, v_lender, 'adverse_action.drafted', v_id::text,
    jsonb_build_object('shareId', v_share.id, 'scope', v_share.scope, 'decision', p_decision));
  return jsonb_build_object('id', v_id, 'created', true);
end
$$;

-- Drafts that the signed-in wallet made (`lender`) or that are about it (`borrower`), newest first. Row level security decides.
create function public.my_adverse_actions(p_as text, p_other text, p_id text) returns jsonb
language sql stable security invoker set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'id', id, 'lender', lender, 'borrower', wallet_address, 'decision', decision, 'loanReference', loan_reference,
    'shareId', share_id, 'scope', scope, 'snapshotId', snapshot_id, 'asOf', public.iso_utc(as_of),
    'model', model, 'modelHash', model_hash, 'reasons', reasons, 'score', shown -> 'score', 'tier', shown -> 'tier',
    'provisional', shown -> 'provisional', 'decidedAt', public.iso_utc(decided_at), 'noticeDueAt', public.iso_utc(notice_due_at)
  ) order by decided_at desc, id), '[]'::jsonb)
  from (
    select * from public.adverse_actions
    where (p_as = 'lender' and lender = (select public.request_wallet()) and wallet_address = coalesce(p_other, wallet_address)
        or p_as = 'borrower' and wallet_address = (select public.request_wallet()) and lender = coalesce(p_other, lender))
      and (p_id is null or id::text = lower(p_id))
    order by decided_at desc, id limit 200
  ) as newest
$$;

revoke all on function
  public.read_decision_basis, public.draft_adverse_action, public.my_adverse_actions
from public, anon, authenticated, service_role;
grant execute on function public.read_decision_basis, public.draft_adverse_action to service_role;
grant execute on function public.my_adverse_actions to authenticated, service_role;
revoke all on all functions in schema app_private from public, anon, authenticated, service_role;
