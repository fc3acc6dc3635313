-- Requests that create something may carry a key: the same request sent again, also at the same time, has one effect and gets
-- the first one's answer. The key and the effect commit together, so there is no moment at which one is there without the other.

create table app_private.idempotency_keys (
  account_id uuid not null references public.accounts (id) on delete cascade,
  key uuid not null,
  -- Of method, path and body: the key stands for this request only.
  request_hash text not null,
  answer jsonb not null,
  -- What the person was answered: status and body.
  response jsonb,
  created_at timestamptz not null default now(),
  primary key (account_id, key)
);
create index idempotency_keys_by_age on app_private.idempotency_keys (created_at);
alter table app_private.idempotency_keys enable row level security;
revoke all on app_private.idempotency_keys from public, anon, authenticated, service_role;

-- Null for a key that is new, or older than a day.
create function public.find_once(p_account_id text, p_key text, p_request_hash text) returns jsonb
language sql stable security definer set search_path = '' as $$
  select case when request_hash = p_request_hash then jsonb_build_object('response', response)
    else jsonb_build_object('onceError', 'other_request') end
  from app_private.idempotency_keys
  where account_id = app_private.require_uuid(p_account_id, 'p_account_id')
    and key = app_private.require_uuid(p_key, 'p_key') and created_at > now() - interval '24 hours'
$$;

-- Calls a function that creates something, once for the key, in this transaction. Whoever comes with the same key meanwhile waits
-- for it at the primary key. `p_answer` is kept in place of the function's own answer when that is no error.
create function public.call_once(
  p_account_id text, p_key text, p_request_hash text, p_function text, p_args jsonb, p_answer jsonb default null
) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_account uuid := app_private.require_uuid(p_account_id, 'p_account_id');
  v_key uuid := app_private.require_uuid(p_key, 'p_key');
  v_hash text := app_private.require_text(p_request_hash, 'p_request_hash', 64);
  v_function text := app_private.require_one_of(
    p_function, 'p_function', array['create_share', 'store_signed_score', 'request_sync', 'draft_adverse_action']);
  v_list text;
  v_answer jsonb;
  v_known app_private.idempotency_keys;
begin
  delete from app_private.idempotency_keys where account_id = v_account and created_at <= now() - interval '24 hours';
  insert into app_private.idempotency_keys (account_id, key, request_hash, answer) values (v_account, v_key, v_hash, 'null')
  on conflict do nothing;
  if not found then
    select * into strict v_known from app_private.idempotency_keys where account_id = v_account and key = v_key;
    return case when v_known.request_hash = v_hash then jsonb_build_object('answer', v_known.answer)
      else jsonb_build_object('onceError', 'other_request') end;
  end if;
  select string_agg(format('%I => %s', name, case jsonb_typeof(value) when 'null' then 'null'
    when 'string' then format('%L', value #>> '{}') else format('%L::jsonb', value) end), ', ')
  into v_list
  from jsonb_each(app_private.require_object(p_args, 'p_args')) as given(name, value);
  execute format('select public.%I(%s)', v_function, v_list) into v_answer;
  if p_answer is not null and not v_answer ? 'error' then
    v_answer := app_private.require_object(p_answer, 'p_answer');
  end if;
  update app_private.idempotency_keys set answer = coalesce(v_answer, 'null') where account_id = v_account and key = v_key;
  return jsonb_build_object('answer', v_answer);
end
$$;

create function public.keep_response(p_account_id text, p_key text, p_response jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
begin
  update app_private.idempotency_keys set response = app_private.require_object(p_response, 'p_response')
  where account_id = app_private.require_uuid(p_account_id, 'p_account_id')
    and key = app_private.require_uuid(p_key, 'p_key') and response is null;
  return '{}'::jsonb;
end
$$;

revoke all on function public.find_once, public.call_once, public.keep_response
from public, anon, authenticated, service_role;
grant execute on function public.find_once, public.call_once, public.keep_response to service_role;
