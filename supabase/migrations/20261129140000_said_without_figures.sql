-- Reports hold, beside each sentence, what it says as codes and values (`said`). Below the widest scope the codes pass, so that
-- a page can say the sentence without its figures, and no value does.

-- The codes of a sentence alone; null for what is no list of codes. A code is words: it cannot carry a figure.
create function app_private.codes_of(p_said jsonb) returns jsonb
language sql immutable set search_path = '' as $$
  select case when bool_and(coalesce(message ->> 'code' ~ '^[a-z_]+$', false))
    then jsonb_agg(jsonb_build_object('code', message -> 'code') order by position) end
  from jsonb_array_elements(case jsonb_typeof(p_said) when 'array' then p_said else '[]' end)
    with ordinality as listed(message, position)
$$;

create or replace function app_private.cut_items(p_items jsonb, p_kept text[], p_sentences text[]) returns jsonb
language sql immutable set search_path = '' as $$
  select coalesce(jsonb_agg((
    select coalesce(jsonb_object_agg(member.key, case
      when member.key = any (p_sentences) then to_jsonb(app_private.without_figures(member.value #>> '{}'))
      when member.key = 'said' then app_private.codes_of(member.value)
      else member.value end), '{}'::jsonb)
    from jsonb_each(listed.item) as member
    where member.key = any (p_kept || p_sentences)
      or member.key = 'said' and app_private.codes_of(member.value) is not null
  ) order by listed.position), '[]'::jsonb)
  from jsonb_array_elements(case jsonb_typeof(p_items) when 'array' then p_items else '[]' end)
    with ordinality as listed(item, position)
$$;

revoke all on function app_private.codes_of from public, anon, authenticated, service_role;
