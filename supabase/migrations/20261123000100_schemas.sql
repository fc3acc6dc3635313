-- Two schemas: public holds read models behind row level security and is exposed to the Data API;
-- app_private is never exposed and no API role may enter it.

create schema app_private;
revoke all on schema app_private from public, anon, authenticated, service_role;
alter default privileges in schema app_private revoke all on tables from public, anon, authenticated, service_role;
alter default privileges in schema app_private revoke all on functions from public, anon, authenticated, service_role;
alter default privileges in schema app_private revoke all on sequences from public, anon, authenticated, service_role;

-- The signed-in wallet, or null: anything but an exact lower-case address reads nothing.
create function public.request_wallet() returns text
language sql stable security invoker set search_path = '' as $$
  select claim.wallet
  from (
    select nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'wallet_address' as wallet
  ) as claim
  where claim.wallet ~ '^0x[0-9a-f]{40}$'
$$;

-- ISO 8601 in UTC with milliseconds: the form in which every time of ours leaves the database.
create function public.iso_utc(value timestamptz) returns text
language sql stable security invoker set search_path = '' as $$
  select to_char(value at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
$$;

-- Postgres gives EXECUTE to everyone by default, and hosted projects add the API roles by name.
revoke all on function public.request_wallet, public.iso_utc from public, anon, authenticated, service_role;
grant execute on function public.request_wallet, public.iso_utc to authenticated, service_role;

-- Arguments arrive as text because the embedded Data API rounds long digits; these turn them back, or refuse.
-- A message names the argument and never its value.

create function app_private.require_text(value text, name text, max_length int) returns text
language plpgsql immutable set search_path = '' as $$
begin
  if value is null or value = '' or length(value) > max_length then
    raise exception '% must be 1 to % characters', name, max_length using errcode = '22023';
  end if;
  return value;
end
$$;

create function app_private.require_wallet(value text, name text) returns text
language plpgsql immutable set search_path = '' as $$
begin
  if value is null or value !~ '^0x[0-9a-f]{40}$' then
    raise exception '% must be a lower-case 0x address', name using errcode = '22023';
  end if;
  return value;
end
$$;

create function app_private.require_uuid(value text, name text) returns uuid
language plpgsql immutable set search_path = '' as $$
begin
  if value is null or value !~* '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' then
    raise exception '% must be a uuid', name using errcode = '22023';
  end if;
  return value::uuid;
end
$$;

create function app_private.require_integer(value text, name text, lowest bigint, highest bigint) returns bigint
language plpgsql immutable set search_path = '' as $$
begin
  if value is null or value !~ '^-?[0-9]{1,18}$' or value::bigint not between lowest and highest then
    raise exception '% must be a whole number from % to %', name, lowest, highest using errcode = '22023';
  end if;
  return value::bigint;
end
$$;

create function app_private.require_one_of(value text, name text, allowed text[]) returns text
language plpgsql immutable set search_path = '' as $$
begin
  if value is null or not value = any (allowed) then
    raise exception '% must be one of %', name, array_to_string(allowed, ', ') using errcode = '22023';
  end if;
  return value;
end
$$;

create function app_private.require_time(value text, name text) returns timestamptz
language plpgsql stable set search_path = '' as $$
begin
  if value is null or value !~ '^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$' then
    raise exception '% must be an ISO 8601 time with its offset', name using errcode = '22023';
  end if;
  return value::timestamptz;
exception
  when datetime_field_overflow then
    raise exception '% must be an ISO 8601 time with its offset', name using errcode = '22023';
end
$$;

-- The embedded Data API hands a jsonb argument over as a JSON string of itself; PostgREST as the object.
create function app_private.require_object(value jsonb, name text) returns jsonb
language plpgsql immutable set search_path = '' as $$
declare
  v_object jsonb := case jsonb_typeof(value) when 'string' then (value #>> '{}')::jsonb else value end;
begin
  if v_object is null or jsonb_typeof(v_object) <> 'object' then
    raise exception '% must be a JSON object', name using errcode = '22023';
  end if;
  return v_object;
exception
  when invalid_text_representation then
    raise exception '% must be a JSON object', name using errcode = '22023';
end
$$;

create function app_private.touch_updated_at() returns trigger
language plpgsql set search_path = '' as $$
begin
  new.updated_at := now();
  return new;
end
$$;

create function app_private.refuse_change() returns trigger
language plpgsql set search_path = '' as $$
begin
  raise exception '%.% is append-only: % is refused', tg_table_schema, tg_table_name, tg_op
    using errcode = 'restrict_violation';
end
$$;
