import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { applyMigrations } from "../../scripts/stack/migrations.ts";
import { fillEveryTable } from "./every-table.ts";
import { as, call, connect, connectionInput, newWallet, openSession, shopInput, signedIn } from "./harness.ts";
import { createOwnDatabase, everyMigration, type OwnDatabase } from "./own-database.ts";

/** The last migration of the first release; people's rows were written from then on. */
const firstRelease = "20261123001400";

const wallet = newWallet();
let fresh: OwnDatabase;
let old: OwnDatabase;
let freshPool: pg.Pool;
let oldPool: pg.Pool;
let oldUses: Uses;

beforeAll(async () => {
  fresh = await createOwnDatabase();
  old = await createOwnDatabase(everyMigration.filter(({ version }) => version <= firstRelease));
  freshPool = new pg.Pool({ connectionString: fresh.url, max: 2 });
  oldPool = new pg.Pool({ connectionString: old.url, max: 2 });
  oldUses = await usesOf(oldPool);
  const shop = shopInput();
  const input = connectionInput(wallet, { shops: [shop] });
  await call(oldPool, "complete_connection", { p_connection: input });
  await fillEveryTable(oldPool, { wallet, connectionId: String(input.connectionId), shopId: shop.id });
}, 60_000);
afterAll(async () => {
  await freshPool.end();
  await oldPool.end();
  await fresh.drop();
  await old.drop();
});

test("a database with rows from the first release is brought up to date, once, and keeps every row (E18)", async () => {
  const before = await rowCounts(oldPool);

  const applied = await migrate(old);
  const again = await migrate(old);

  expect(applied).toEqual(everyMigration.map(({ version }) => version).filter((version) => version > firstRelease));
  expect(again).toEqual([]);
  expect(await rowCounts(oldPool)).toMatchObject(before);
  expect(Object.values(before).filter((rows) => rows > 0).length).toBeGreaterThan(12);
});

test("it then is what a new database is: columns, constraints, indexes, policies, grants and functions (E18)", async () => {
  expect(await schemaOf(oldPool)).toEqual(await schemaOf(freshPool));
});

test("what the first release calls and reads is still there, but for deliveries (E18)", async () => {
  const uses = await usesOf(freshPool);
  const gone = [
    ...oldUses.columns.filter(({ name, type }) => !uses.columns.some((now) => now.name === name && now.type === type)),
    ...oldUses.functions.filter(
      ({ name, args }) => !uses.functions.some((now) => now.name === name && takes(now, args)),
    ),
  ];
  const filled = uses.columns.filter(({ name, table, mustBeGiven }) => {
    const known = oldUses.columns.filter((column) => column.table === table);
    return mustBeGiven && known.length > 0 && !known.some((column) => column.name === name && column.mustBeGiven);
  });

  expect(gone.map(({ name }) => name)).toEqual(["app_private.webhook_inbox.order_id", "public.store_webhook"]);
  expect(filled.map(({ name }) => name)).toEqual([]);
});

test("its owner reads the rows of then, and nobody else does (E18)", async () => {
  const stranger = newWallet();
  for (const who of [wallet, stranger]) await openSession(oldPool, who);
  const count = (who: string) =>
    as(oldPool, signedIn(who), async (client) => (await client.query("select id from public.orders")).rowCount);

  expect(await count(wallet)).toBe(1);
  expect(await count(stranger)).toBe(0);
});

test("of two accounts of a wallet that brought the same shop the first one keeps it", async () => {
  const before = await createOwnDatabase(everyMigration.filter(({ version }) => version < "20261130060000"));
  const pool = new pg.Pool({ connectionString: before.url, max: 2 });
  try {
    const [twice, once] = [shopInput(), shopInput()];
    const first = await connect(pool, { shops: [twice] });
    const later = await connect(pool, { shops: [twice, once] }, first.wallet);

    await migrate(before);

    const { rows } = await pool.query("select connection_id, platform_shop_id from public.shops order by created_at");
    expect(rows).toEqual([
      { connection_id: first.connectionId, platform_shop_id: twice.id },
      { connection_id: later.connectionId, platform_shop_id: once.id },
    ]);
  } finally {
    await pool.end();
    await before.drop();
  }
});

async function migrate({ url }: OwnDatabase): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await applyMigrations(client, everyMigration);
  } finally {
    await client.end();
  }
}

interface Uses {
  readonly columns: readonly { name: string; table: string; type: string; mustBeGiven: boolean }[];
  readonly functions: readonly { name: string; args: readonly string[]; optional: number }[];
}

/** Whether a function can be called with just these arguments, by their names as well as by their order. */
function takes(now: Uses["functions"][number], args: readonly string[]): boolean {
  return args.every((arg, at) => now.args[at] === arg) && now.args.length - now.optional <= args.length;
}

/** What a version names of a database: columns, and functions with their arguments. */
async function usesOf(pool: pg.Pool): Promise<Uses> {
  const columns = await pool.query<Uses["columns"][number]>(
    `select concat_ws('.', table_schema, table_name, column_name) as name, table_schema || '.' || table_name as table,
       data_type as type, is_nullable = 'NO' and column_default is null and is_identity = 'NO' as "mustBeGiven"
     from information_schema.columns where table_schema in ('public', 'app_private') order by 1`,
  );
  const functions = await pool.query<Uses["functions"][number]>(
    `select p.pronamespace::regnamespace || '.' || proname as name, pronargdefaults as optional,
       array(select concat_ws(' ', proargnames[nth], format_type(type, null))
             from unnest(proargtypes) with ordinality as arg(type, nth) order by nth) as args
     from pg_proc p
     where pronamespace in ('public'::regnamespace, 'app_private'::regnamespace) and prorettype <> 'trigger'::regtype
     order by 1`,
  );
  return { columns: columns.rows, functions: functions.rows };
}

async function rowCounts(pool: pg.Pool): Promise<Readonly<Record<string, number>>> {
  const { rows: tables } = await pool.query<{ name: string }>(
    "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'app_private')",
  );
  const counts: Record<string, number> = {};
  for (const { name } of tables) {
    const { rows } = await pool.query<{ count: number }>(`select count(*)::int as count from ${name}`);
    counts[name] = rows[0]?.count ?? 0;
  }
  return counts;
}

/** Everything of our schemas that decides what a database does, as sorted lines. */
async function schemaOf(pool: pg.Pool): Promise<readonly string[]> {
  const { rows } = await pool.query<{ line: string }>(
    `with ours as (select oid, nspname from pg_namespace where nspname in ('public', 'app_private', 'access'))
     select 'column ' || table_schema || '.' || table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable
       || ' ' || coalesce(column_default, '') as line
     from information_schema.columns where table_schema in (select nspname from ours)
     union all select 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(c.oid)
     from pg_constraint c join ours on ours.oid = connamespace
     union all select 'index ' || indexdef from pg_indexes where schemaname in (select nspname from ours)
     union all select 'policy ' || p::text from pg_policies p
     union all select 'trigger ' || tgrelid::regclass || ' ' || pg_get_triggerdef(t.oid) from pg_trigger t
       join pg_class c on c.oid = tgrelid join ours on ours.oid = c.relnamespace where not tgisinternal
     union all select 'table ' || c.oid::regclass || ' ' || relrowsecurity || ' ' || coalesce(relacl::text, '')
     from pg_class c join ours on ours.oid = relnamespace where relkind in ('r', 'p', 'v', 'S')
     union all select 'column grant ' || attrelid::regclass || '.' || attname || ' ' || attacl::text
     from pg_attribute a join pg_class c on c.oid = attrelid join ours on ours.oid = relnamespace where attacl is not null
     union all select 'function ' || pg_get_functiondef(p.oid) || coalesce(proacl::text, '')
     from pg_proc p join ours on ours.oid = pronamespace where prokind = 'f'
     order by 1`,
  );
  return rows.map(({ line }) => line);
}
