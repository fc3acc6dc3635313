-- All that is held about a wallet, for its owner to take away, page by page and each row as a line of JSON text: amounts and
-- long ids reach the file exactly as they are stored.

-- Tables come from the catalogue, so that a later one is in the export as soon as it exists: those that say whose a row is and
-- that a signed-in person may read. Columns that are not granted, such as tokens, have no name here.
create function public.my_export_parts() returns jsonb
language sql stable security invoker set search_path = '' as $$
  select coalesce(jsonb_agg(c.relname order by c.relname), '[]'::jsonb)
  from pg_catalog.pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and exists (
    select from pg_catalog.pg_attribute a
    where a.attrelid = c.oid and a.attname in ('wallet_address', 'tenant', 'connection_id') and not a.attisdropped
      and has_column_privilege('authenticated', a.attrelid, a.attnum, 'select')
  )
$$;

-- Rows after the key `p_after` (a JSON array of the primary key's values as text), at most p_size of them and about a megabyte.
-- `next` is null after the last row. A shared table shows the end that is the wallet's own, never what others share with it.
create function public.my_export_page(p_part text, p_after text, p_size text) returns jsonb
language plpgsql stable security invoker set search_path = '' as $$
declare
  v_size int := least(greatest(p_size::int, 1), 1000);
  v_table regclass;
  v_columns text;
  v_key text;
  v_key_text text;
  v_after text := '';
  v_whose text;
  v_answer jsonb;
begin
  if p_part is null or not public.my_export_parts() ? p_part then
    raise exception 'p_part must be one of my_export_parts()' using errcode = '22023';
  end if;
  v_table := format('public.%I', p_part)::regclass;
  select string_agg(case a.atttypid when 'numeric'::regtype then format('trim_scale(t.%1$I)::text as %1$I', a.attname)
      else format('t.%I', a.attname) end, ', ' order by a.attnum)
  into v_columns
  from pg_catalog.pg_attribute a
  where a.attrelid = v_table and a.attnum > 0 and not a.attisdropped
    and has_column_privilege('authenticated', v_table, a.attnum, 'select');
  select string_agg(format('t.%I', a.attname), ', ' order by k.place),
    string_agg(format('t.%I::text', a.attname), ', ' order by k.place),
    string_agg(format('($1::jsonb ->> %s)::%s', k.place - 1, format_type(a.atttypid, a.atttypmod)), ', ' order by k.place)
  into strict v_key, v_key_text, v_after
  from pg_catalog.pg_constraint c
  cross join lateral unnest(c.conkey) with ordinality as k(attnum, place)
  join pg_catalog.pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.attnum
  where c.conrelid = v_table and c.contype = 'p';
  select case a.attname
      when 'connection_id' then 't.connection_id = any (array(
        select id from public.business_connections where wallet_address = (select public.request_wallet())))'
      else format('t.%I = (select public.request_wallet())', a.attname) end
  into strict v_whose
  from pg_catalog.pg_attribute a
  where a.attrelid = v_table and a.attname in ('wallet_address', 'tenant', 'connection_id') and not a.attisdropped
  order by a.attname = 'connection_id' limit 1;
  v_after := case when p_after is null then '' else format('and (%s) > (%s)', v_key, v_after) end;
  execute format($page$
    select jsonb_build_object(
      'lines', coalesce(jsonb_agg(page.line order by page.place), '[]'::jsonb),
      'next', (array_agg(page.key order by page.place desc))[1])
    from (
      select listed.*, sum(length(listed.line)) over (order by listed.place) as total
      from (
        select row_number() over (order by %1$s) as place, jsonb_build_array(%2$s)::text as key,
          json_build_object('part', $3, 'row', (select row_to_json(named) from (select %3$s) as named))::text as line
        from %4$s as t where %5$s %6$s order by %1$s limit $2
      ) as listed
    ) as page where page.place = 1 or page.total <= 1000000
  $page$, v_key, v_key_text, v_columns, v_table, v_whose, v_after)
  into v_answer using p_after, v_size, p_part;
  return v_answer;
end
$$;

-- What lies where no signed-in person may read: open and ended sessions without their secrets, stored deliveries, and the
-- objects that they named. In the same form.
create function public.export_held_aside(p_wallet text, p_after text, p_size text) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_wallet text := app_private.require_wallet(p_wallet, 'p_wallet');
  v_size int := app_private.require_integer(p_size, 'p_size', 1, 1000);
  v_answer jsonb;
begin
  select jsonb_build_object(
    'lines', coalesce(jsonb_agg(json_build_object('part', part, 'row', line)::text order by part, key), '[]'::jsonb),
    'next', (array_agg(jsonb_build_array(part, key)::text order by part desc, key desc))[1])
  into v_answer
  from (
    select * from (
      select 'sessions' as part, id::text as key, json_build_object(
        'id', id, 'device', user_agent_family, 'created_at', created_at, 'last_seen_at', last_seen_at,
        'expires_at', expires_at, 'revoked_at', revoked_at) as line
      from app_private.sessions where wallet = v_wallet
      union all
      select 'deliveries', lpad(inbox.id::text, 20, '0'), json_build_object(
        'platform', inbox.platform, 'notification_id', inbox.notification_id, 'type', inbox.type, 'shop_id', inbox.shop_id,
        'platform_user_id', inbox.platform_user_id, 'object_id', inbox.object_id, 'effect', inbox.effect,
        'event_time', inbox.event_time, 'received_at', inbox.received_at, 'state', inbox.state)
      from app_private.webhook_inbox as inbox
      where exists (
        select from public.business_connections as own
        where own.wallet_address = v_wallet and own.platform = inbox.platform and (
          own.platform_user_id = inbox.platform_user_id
          or inbox.shop_id in (select platform_shop_id from public.shops where connection_id = own.id)
        )
      )
      union all
      select 'rereads', concat_ws(' ', named.connection_id, named.shop_id, named.kind, named.object_id), json_build_object(
        'connection_id', named.connection_id, 'shop_id', named.shop_id, 'kind', named.kind, 'object_id', named.object_id,
        'state', named.state, 'read_at', named.read_at)
      from app_private.rereads as named
      join public.business_connections as own on own.id = named.connection_id and own.wallet_address = v_wallet
    ) as held
    where p_after is null or (part, key) > (p_after::jsonb ->> 0, p_after::jsonb ->> 1)
    order by part, key limit v_size
  ) as page;
  return v_answer;
end
$$;

create function public.note_export(p_wallet text) returns jsonb
language plpgsql security definer set search_path = '' as $$
begin
  perform app_private.append_audit(
    app_private.require_wallet(p_wallet, 'p_wallet'), p_wallet, 'account.exported', p_wallet, '{}'::jsonb);
  return '{}'::jsonb;
end
$$;

-- Flags are read in the order of their key: without this, each page would sort all of the wallet's.
create index tie_out_flags_by_wallet_and_key on public.tie_out_flags (wallet_address, snapshot_id, kind, number);
drop index public.tie_out_flags_by_wallet;

revoke all on function public.my_export_parts, public.my_export_page, public.export_held_aside, public.note_export
from public, anon, authenticated, service_role;
grant execute on function public.my_export_parts, public.my_export_page to authenticated;
grant execute on function public.export_held_aside, public.note_export to service_role;
