-- No role of the Data API reads a platform token, sealed as it is, nor the handle that goes with it: whoever needs one asks a
-- function, which writes it down. The service reads the columns that a signed-in person may.
do $$
declare
  v_table text;
begin
  foreach v_table in array array['public.business_connections', 'public.shops'] loop
    execute format('revoke select on %s from service_role', v_table);
    execute (
      select format('grant select (%s) on %s to service_role', string_agg(quote_ident(attname), ', '), v_table)
      from pg_catalog.pg_attribute
      where attrelid = v_table::regclass and attnum > 0 and not attisdropped
        and has_column_privilege('authenticated', attrelid, attnum, 'select'));
  end loop;
end
$$;
