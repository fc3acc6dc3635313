-- Calls a function that creates something, once for the key, in this transaction. Whoever comes with the same key meanwhile waits
-- for it at the primary key. `p_answer` is kept in place of the function's own answer. A refusal keeps no key: none of these
-- functions has done anything when it answers an error, and what it refuses for may pass.
create or replace function public.call_once(
  p_account_id text, p_key text, p_request_hash text, p_function text, p_args jsonb, p_answer jsonb default null
) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_account uuid := app_private.require_uuid(p_account_id, 'p_account_id');
  v_key uuid := app_private.require_uuid(p_key, 'p_key');
  v_hash text := app_private.require_text(p_request_hash, 'p_request_hash', 64);
  v_function text := app_private.require_one_of(
    p_function, 'p_function', array['create_share', 'store_signed_score', 'request_sync', 'draft_adverse_action']);
  v_args jsonb := app_private.require_object(p_args, 'p_args');
  v_list text;
  v_answer jsonb;
  v_known app_private.idempotency_keys;
begin
  -- The key holds the account. Whoever deletes that locks connections first, and would wait for this while this waits for them.
  if v_function = 'request_sync' then
    perform 1 from public.business_connections
    where id = app_private.require_uuid(v_args ->> 'p_connection_id', 'p_connection_id')
      and wallet_address = app_private.require_wallet(v_args ->> 'p_wallet', 'p_wallet')
    for update;
  end if;
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
  from jsonb_each(v_args) as given(name, value);
  execute format('select public.%I(%s)', v_function, v_list) into v_answer;
  if v_answer ? 'error' then
    delete from app_private.idempotency_keys where account_id = v_account and key = v_key;
    return jsonb_build_object('answer', v_answer);
  end if;
  if p_answer is not null then
    v_answer := app_private.require_object(p_answer, 'p_answer');
  end if;
  update app_private.idempotency_keys set answer = coalesce(v_answer, 'null') where account_id = v_account and key = v_key;
  return jsonb_build_object('answer', v_answer);
end
$$;
