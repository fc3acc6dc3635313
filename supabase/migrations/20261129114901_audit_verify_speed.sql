-- The hash of each row is computed in place: a function with a setting of its own costs more to call than the hash itself.

-- Null when the tenant's chain is whole, else the first position that was edited, reordered, removed or cut off.
create or replace function app_private.first_broken_audit_seq(p_tenant text) returns int
language sql stable set search_path = '' as $$
  with chain as (
    select seq, hash, row_number() over by_seq as position,
      prev_hash = coalesce(lag(hash) over by_seq, '') and hash = encode(sha256(convert_to(
        -- As in audit_hash.
        jsonb_build_array(
          prev_hash, tenant, seq, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), actor, action, object, meta
        )::text, 'UTF8')), 'hex') as holds
    from public.audit_log where tenant = p_tenant window by_seq as (order by seq)
  ),
  judged as (
    select min(position) filter (where seq <> position or not holds) as broken, coalesce(max(position), 0) as length,
      (array_agg(hash order by seq desc))[1] as last_hash
    from chain
  )
  select least(judged.broken, case when head.tenant is not null and (head.seq, head.hash) is distinct from
    (judged.length::int, judged.last_hash) then judged.length + 1 end)::int
  from judged left join app_private.audit_heads as head on head.tenant = p_tenant
$$;
revoke all on function app_private.first_broken_audit_seq from public, anon, authenticated, service_role;
