import { afterAll, expect, test } from "vitest";
import { openPool } from "./harness.ts";

const pool = openPool(4);
afterAll(() => pool.end());

const ours = "('public'::regnamespace, 'app_private'::regnamespace, 'access'::regnamespace)";
const apiRoles = "('anon', 'authenticated')";

/*
 * What Supabase's database linter looks for (github.com/supabase/splinter, numbered as there), asked of our schemas in our
 * own words; each query names what it finds. Not here: 0002, 0015 and 0021 (we use no auth schema), 0019 (no queue is
 * exposed), 0025–0027 (no storage, no GraphQL), and 0005, 0020 and 0022, which judge a database in use, not a schema.
 */
const lints: Readonly<Record<string, string>> = {
  "0001 a foreign key without an index": `
    select conrelid::regclass || '.' || conname as found from pg_constraint k
    where contype = 'f' and connamespace in ${ours} and not exists (
      select from pg_index i where i.indrelid = k.conrelid
        and (i.indkey::int2[])[0:cardinality(k.conkey) - 1] @> k.conkey)`,
  "0003 a policy that asks who is signed in for every row": `
    select tablename || '.' || policyname as found from pg_policies
    where schemaname in ('public', 'app_private') and (coalesce(qual, '') || coalesce(with_check, '')) ~* '(request_wallet|current_setting|session_wallet)\\('
      and (coalesce(qual, '') || coalesce(with_check, '')) !~* '\\( *select (public\\.)?request_wallet\\('`,
  "0004 a table without a primary key": `
    select c.oid::regclass::text as found from pg_class c
    where c.relkind in ('r', 'p') and c.relnamespace in ${ours}
      and not exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'p')`,
  "0006 several permissive policies for one role and verb": `
    select format('%s %s %s', p.polrelid::regclass, role::regrole, p.polcmd) as found
    from pg_policy p cross join lateral unnest(p.polroles) as role
    where p.polpermissive group by p.polrelid, role, p.polcmd having count(*) > 1`,
  "0007 policies on a table whose row level security is off": `
    select distinct p.polrelid::regclass::text as found from pg_policy p join pg_class c on c.oid = p.polrelid
    where not c.relrowsecurity`,
  "0008 row level security without a policy, where somebody is granted to read": `
    select c.oid::regclass::text as found from pg_class c cross join pg_roles r
    where c.relkind in ('r', 'p') and c.relnamespace in ${ours} and c.relrowsecurity and r.rolname in ${apiRoles}
      and has_any_column_privilege(r.rolname, c.oid, 'select')
      and not exists (select from pg_policy p where p.polrelid = c.oid)`,
  "0009 the same index twice": `
    select string_agg(i.indexrelid::regclass::text, ' = ') as found from pg_index i join pg_class c on c.oid = i.indrelid
    where c.relnamespace in ${ours}
    group by i.indrelid, i.indkey::text, i.indclass::text, i.indoption::text, coalesce(pg_get_expr(i.indexprs, i.indrelid), ''),
      coalesce(pg_get_expr(i.indpred, i.indrelid), '') having count(*) > 1`,
  "0010 a view that reads as its owner": `
    select c.oid::regclass::text as found from pg_class c
    where c.relkind = 'v' and c.relnamespace in ${ours}
      and not coalesce(c.reloptions, '{}') && array['security_invoker=true', 'security_invoker=on']`,
  "0011 a function whose search path can be changed": `
    select p.oid::regprocedure::text as found from pg_proc p
    where p.pronamespace in ${ours} and not coalesce(p.proconfig, '{}') @> array['search_path=""']
      and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')`,
  "0013 a table of ours without row level security": `
    select c.oid::regclass::text as found from pg_class c
    where c.relkind in ('r', 'p') and c.relnamespace in ${ours} and not c.relrowsecurity`,
  "0014 an extension in the exposed schema": `
    select extname as found from pg_extension where extnamespace = 'public'::regnamespace`,
  "0016 a materialised view that an API role may read": `
    select c.oid::regclass::text as found from pg_class c cross join pg_roles r
    where c.relkind = 'm' and r.rolname in ${apiRoles} and has_table_privilege(r.rolname, c.oid, 'select')`,
  "0017 a foreign table that an API role may read": `
    select c.oid::regclass::text as found from pg_class c cross join pg_roles r
    where c.relkind = 'f' and r.rolname in ${apiRoles} and has_table_privilege(r.rolname, c.oid, 'select')`,
  "0018 a column of a type that upgrades cannot carry": `
    select attrelid::regclass || '.' || attname as found from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relnamespace in ${ours} and atttypid in ('regproc'::regtype, 'regprocedure'::regtype, 'regoper'::regtype,
      'regoperator'::regtype, 'regconfig'::regtype, 'regdictionary'::regtype, 'regnamespace'::regtype, 'regcollation'::regtype)`,
  "0023 a column with a secret that an API role may read": `
    select a.attrelid::regclass || '.' || a.attname as found from pg_attribute a
    join pg_class c on c.oid = a.attrelid cross join pg_roles r
    where c.relnamespace in ${ours} and c.relkind in ('r', 'p', 'v', 'm') and a.attnum > 0 and not a.attisdropped
      and r.rolname in ${apiRoles} and has_column_privilege(r.rolname, c.oid, a.attnum, 'select')
      and a.attname ~ '(password|secret|private_key|_token|token$|cipher|ssn|card_number|session_hash)'
      and a.attname !~ '_(expires|life)'`,
  "0024 a policy that lets everybody write": `
    select polrelid::regclass || '.' || polname as found from pg_policy where polcmd <> 'r'`,
  "0028, 0029 a function of the exposed schema that runs as its owner for people": `
    select p.oid::regprocedure::text as found from pg_proc p cross join pg_roles r
    where p.pronamespace = 'public'::regnamespace and p.prosecdef and r.rolname in ${apiRoles}
      and has_function_privilege(r.rolname, p.oid, 'execute')`,
};

test.each(Object.entries(lints))("splinter %s: none (E06)", async (_lint, query) => {
  const { rows } = await pool.query<{ found: string }>(query);

  expect(rows.map(({ found }) => found)).toEqual([]);
});

/** One offence against each lint: whoever looks at nothing also finds nothing. */
const offences: Readonly<Record<string, string>> = {
  "0001":
    "create table public.bad (id int primary key, other uuid references public.accounts (id)); alter table public.bad enable row level security",
  "0003":
    "create policy bad on public.fx_rates for select to authenticated using (public.request_wallet() is not null)",
  "0004": "create table app_private.bad (id int); alter table app_private.bad enable row level security",
  "0006": "create policy bad on public.accounts for select to authenticated using (false)",
  "0007": "alter table public.accounts disable row level security",
  "0008":
    "create table public.bad (id int primary key); alter table public.bad enable row level security; grant select on public.bad to authenticated",
  "0009":
    "create index bad on public.score_snapshots (wallet_address); create index worse on public.score_snapshots (wallet_address)",
  "0010": "create view public.bad as select 1 as one",
  "0011": "create function app_private.bad() returns int language sql as 'select 1'",
  "0013": "create table app_private.bad (id int primary key)",
  "0016": "create materialized view app_private.bad as select 1 as one; grant select on app_private.bad to anon",
  "0018":
    "create table app_private.bad (id regproc primary key); alter table app_private.bad enable row level security",
  "0023": "grant select (access_token) on public.business_connections to authenticated",
  "0024": "create policy bad on public.accounts for delete to authenticated using (true)",
  "0028": "grant execute on function public.open_session to authenticated",
};

test.each(Object.entries(offences))("splinter %s is found when it is there", async (number, offence) => {
  const [, query = ""] = Object.entries(lints).find(([name]) => name.startsWith(number)) ?? [];
  const client = await pool.connect();
  try {
    await client.query("begin");
    await client.query(offence);
    expect((await client.query(query)).rowCount).toBeGreaterThan(0);
  } finally {
    await client.query("rollback");
    client.release();
  }
});
