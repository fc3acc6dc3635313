-- Rows after the key `p_after` (a JSON array of the primary key's values as text), at most p_size of them and about a megabyte.
-- `next` is null after the last row. A shared table shows the end that is the wallet's own, never what others share with it.
create or replace function public.my_export_page(p_part text, p_after text, p_size text) returns jsonb
language plpgsql stable security invoker set search_path = '' as $$
declare
  v_size int := least(greatest(p_size::int, 1), 1000);
  v_table regclass;
  v_columns text;
  v_key text;
  v_key_text text;
  v_after text := '';
  v_whose text;
  v_rows refcursor;
  v_row record;
  v_lines text[] := '{}';
  v_next text;
  v_total bigint := 0;
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
  -- Row by row: a page that is full of a few long rows builds no others.
  open v_rows for execute format($page$
    select jsonb_build_array(%2$s)::text as key,
      json_build_object('part', $3, 'row', (select row_to_json(named) from (select %3$s) as named))::text as line
    from %4$s as t where %5$s %6$s order by %1$s limit $2
  $page$, v_key, v_key_text, v_columns, v_table, v_whose, v_after)
  using p_after, v_size, p_part;
  loop
    fetch v_rows into v_row;
    exit when not found;
    v_total := v_total + length(v_row.line);
    exit when v_total > 1000000 and v_next is not null;
    v_lines := v_lines || v_row.line;
    v_next := v_row.key;
  end loop;
  close v_rows;
  return jsonb_build_object('lines', v_lines, 'next', v_next);
end
$$;
