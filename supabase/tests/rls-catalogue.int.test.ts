import { readFileSync } from "node:fs";
import { afterAll, expect, test } from "vitest";
import { exposedSchemas } from "../../scripts/stack/data-api.ts";
import { as, newWallet, openPool, signedIn } from "./harness.ts";
import { functionRoles } from "./rls-oracle.ts";
import { exposed, ownerColumn } from "./rls-world.ts";

const pool = openPool(10);
afterAll(() => pool.end());

test("each function of the schema public is executable by exactly the roles that the oracle names", async () => {
  const { rows } = await pool.query<{ name: string; role: string; granted: boolean }>(
    `select p.proname as name, r.rolname as role, has_function_privilege(r.rolname, p.oid, 'execute') as granted
     from pg_proc p cross join pg_roles r
     where p.pronamespace = 'public'::regnamespace and r.rolname in ('anon', 'authenticated', 'service_role')
       and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')`,
  );
  const found: Record<string, string[]> = {};
  for (const { name, role, granted } of rows) {
    found[name] ??= [];
    if (granted) found[name].push(role);
  }
  for (const roles of Object.values(found)) roles.sort();

  expect(found).toEqual(functionRoles);
});

test("no API role executes a function of app_private or uses the schema", async () => {
  const { rows } = await pool.query(
    `select p.proname, r.rolname from pg_proc p cross join pg_roles r
     where p.pronamespace = 'app_private'::regnamespace and r.rolname in ('anon', 'authenticated', 'service_role')
       and (has_function_privilege(r.rolname, p.oid, 'execute') or has_schema_privilege(r.rolname, 'app_private', 'usage'))`,
  );

  expect(rows).toEqual([]);
});

test("what policies call can be executed by signed-in people, and is in no schema that the Data API exposes", async () => {
  const { rows } = await pool.query(
    `select p.proname, array_agg(r.rolname::text order by r.rolname) as roles from pg_proc p
     join pg_roles r on has_function_privilege(r.rolname, p.oid, 'execute') and has_schema_privilege(r.rolname, 'access', 'usage')
     where p.pronamespace = 'access'::regnamespace and r.rolname in ('anon', 'authenticated', 'service_role') group by 1`,
  );
  const config = readFileSync(new URL("../config.toml", import.meta.url), "utf8");

  expect(rows).toEqual([{ proname: "session_wallet", roles: ["authenticated", "service_role"] }]);
  expect(exposedSchemas(config)).toEqual(["public"]);
});

test("every table has row level security, and policies are for signed-in people and reading only", async () => {
  const unprotected = await pool.query(
    `select relname from pg_class where relnamespace in ('public'::regnamespace, 'app_private'::regnamespace)
       and relkind in ('r', 'p') and not relrowsecurity`,
  );
  const policies = await pool.query(
    `select policyname from pg_policies where schemaname in ('public', 'app_private')
       and (cmd <> 'SELECT' or roles <> '{authenticated}' or schemaname = 'app_private')`,
  );

  expect(unprotected.rows).toEqual([]);
  expect(policies.rows).toEqual([]);
});

test("no API role holds a sequence", async () => {
  const { rows } = await pool.query(
    `select c.relname, r.rolname from pg_class c cross join pg_roles r
     where c.relkind = 'S' and c.relnamespace in ('public'::regnamespace, 'app_private'::regnamespace)
       and r.rolname in ('anon', 'authenticated', 'service_role')
       and (has_sequence_privilege(r.rolname, c.oid, 'usage') or has_sequence_privilege(r.rolname, c.oid, 'select'))`,
  );

  expect(rows).toEqual([]);
});

test("every function has a fixed empty search path", async () => {
  const { rows } = await pool.query(
    `select proname from pg_proc where pronamespace in ('public'::regnamespace, 'app_private'::regnamespace, 'access'::regnamespace)
       and not coalesce(proconfig, '{}') @> array['search_path=""']
       and not exists (select from pg_depend d where d.objid = pg_proc.oid and d.deptype = 'e')`,
  );

  expect(rows).toEqual([]);
});

test.each(exposed.filter((relation) => ownerColumn(relation) === "connection_id"))(
  "the policy of %s is computed once and finds its rows by index",
  async (relation) => {
    const plan = await as(pool, signedIn(newWallet()), async (client) => {
      // The test's tables are so small that reading them whole would be cheaper.
      await client.query("set local enable_seqscan = off");
      const { rows } = await client.query(`explain select connection_id from ${relation}`);
      return rows.map((row) => row["QUERY PLAN"]).join("\n");
    });

    expect(plan).toMatch(/InitPlan/);
    expect(plan).toMatch(/Index Cond: \(connection_id = ANY/);
  },
);

test("every foreign key and every column of a policy is the start of an index", async () => {
  const { rows } = await pool.query(
    `with needed as (
       select conrelid as relation, conkey[1] as column_number from pg_constraint
       where contype = 'f' and connamespace in ('public'::regnamespace, 'app_private'::regnamespace)
       union
       select a.attrelid, a.attnum from pg_attribute a join pg_policies p
         on a.attrelid = format('%I.%I', p.schemaname, p.tablename)::regclass
       where p.schemaname = 'public' and a.attname in ('wallet_address', 'tenant', 'connection_id', 'lender')
     )
     select relation::regclass::text as relation, attname from needed
     join pg_attribute on attrelid = relation and attnum = column_number
     where attname <> 'lender' and not exists (
       select from pg_index where indrelid = relation and indkey[0] = column_number
     ) and not (relation = 'public.access_log'::regclass and attname = 'lender')`,
  );

  expect(rows).toEqual([]);
});
