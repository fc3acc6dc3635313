-- Each key has windows of its own: with one moment for all, everybody that a limit had held back would be let in at once, and
-- a flood from many addresses would come in gusts.
create or replace function public.take_rate_limit(p_key text, p_limit text, p_window_seconds text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_key text := app_private.require_text(p_key, 'p_key', 200);
  v_limit bigint := app_private.require_integer(p_limit, 'p_limit', 1, 1000000);
  v_window bigint := app_private.require_integer(p_window_seconds, 'p_window_seconds', 1, 86400);
  v_offset numeric := (hashtext(v_key)::bigint + 2147483648) % (v_window * 1000) / 1000.0;
  v_start timestamptz := to_timestamp(floor((extract(epoch from now()) - v_offset) / v_window) * v_window + v_offset);
  v_count int;
begin
  insert into app_private.rate_limits as counted (key, window_start, count) values (v_key, v_start, 1)
  on conflict (key, window_start) do update set count = counted.count + 1
  returning counted.count into v_count;
  if v_count = 1 then
    delete from app_private.rate_limits where key = v_key and window_start < v_start;
  end if;
  -- Keys that are never asked for again: one call in a hundred sweeps a few.
  if random() < 0.01 then
    delete from app_private.rate_limits where ctid = any (array(
      select ctid from app_private.rate_limits where window_start < now() - interval '1 day' limit 500 for update skip locked
    ));
  end if;
  return jsonb_build_object(
    'allowed', v_count <= v_limit,
    'retryAfterSeconds', case when v_count <= v_limit then 0
      else greatest(1, ceil(extract(epoch from v_start + make_interval(secs => v_window) - now())))::int end
  );
end
$$;
