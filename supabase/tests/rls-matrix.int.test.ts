import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { signUserToken } from "../../scripts/stack/secrets.ts";
import { fillEveryTable } from "./every-table.ts";
import {
  anon,
  as,
  askDataApi,
  call,
  connect,
  connectionInput,
  type Identity,
  intEnv,
  newWallet,
  openPool,
  serviceRole,
  shopInput,
  signedIn,
  sqlStateOf,
} from "./harness.ts";
import { functionRoles, hiddenColumns, oracle, type Party, type Sight } from "./rls-oracle.ts";
import { storeSnapshot } from "./scores.ts";

const pool = openPool(10);
afterAll(() => pool.end());

const lender = newWallet();
const world = { owner: "", stranger: "", ownersConnection: "" };

async function makeOwner(): Promise<{ wallet: string; connectionId: string }> {
  const shop = shopInput();
  const { wallet, connectionId } = await connect(pool, { shops: [shop] });
  await fillEveryTable(pool, { wallet, connectionId, shopId: shop.id });
  await storeSnapshot(pool, wallet);
  return { wallet, connectionId };
}

beforeAll(async () => {
  const owner = await makeOwner();
  world.owner = owner.wallet;
  world.ownersConnection = owner.connectionId;
  world.stranger = (await makeOwner()).wallet;
  await call(pool, "open_session", { p_session_hash: randomUUID(), p_wallet: lender });
  await call(pool, "create_share", {
    p_wallet: world.owner,
    p_lender: lender,
    p_scope: "metrics",
    p_purpose: "loan",
    p_expires_at: "2999-01-01T00:00:00Z",
  });
  await call(pool, "read_shared_score", { p_lender: lender, p_borrower: world.owner });
});

function identityOf(party: Party): Identity {
  const identities: Record<Party, () => Identity> = {
    anon: () => anon,
    no_wallet: () => ({ role: "authenticated", claims: { role: "authenticated", sub: randomUUID() } }),
    owner: () => signedIn(world.owner),
    stranger: () => signedIn(world.stranger),
    lender: () => signedIn(lender),
    service_role: () => serviceRole,
  };
  return identities[party]();
}

/** A condition that holds for the owner's rows of a relation, whatever its columns are. */
function ownRows(relation: string): string {
  const columns: Record<string, string> = { "public.audit_log": "tenant" };
  const byWallet = ["accounts", "business_connections", "score_snapshots", "shares", "access_log"];
  const table = relation.split(".")[1] ?? "";
  if (relation === "public.fx_rates") return "true";
  const column = columns[relation] ?? (byWallet.includes(table) ? "wallet_address" : null);
  if (column) return `${column} = '${world.owner}'`;
  return `connection_id in (select id from public.business_connections where wallet_address = '${world.owner}')`;
}

/** What the identity sees: how many rows, and how many of those are the owner's. */
async function seen(party: Party, relation: string): Promise<{ all: number; owners: number } | "denied"> {
  const key = await primaryKey(relation);
  const owned = await pool.query<{ key: string }>(`select ${key} as key from ${relation} where ${ownRows(relation)}`);
  expect(owned.rowCount, `${relation} has no row of the owner, so the matrix would prove nothing`).toBeGreaterThan(0);
  const owners = new Set(owned.rows.map((row) => row.key));
  try {
    return await as(pool, identityOf(party), async (client) => {
      const { rows } = await client.query<{ key: string }>(`select ${key} as key from ${relation}`);
      return { all: rows.length, owners: rows.filter((row) => owners.has(row.key)).length };
    });
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "42501") return "denied";
    throw error;
  }
}

async function primaryKey(relation: string): Promise<string> {
  const { rows } = await pool.query<{ key: string }>(
    `select format('concat_ws(''|'', %s)', string_agg(quote_ident(attname), ', ' order by attnum)) as key
     from pg_constraint join pg_attribute on attrelid = conrelid and attnum = any (conkey)
     where conrelid = $1::regclass and contype = 'p'`,
    [relation],
  );
  return rows[0]?.key ?? "";
}

async function readableColumn(relation: string): Promise<string> {
  const hidden = hiddenColumns[relation] ?? [];
  const { rows } = await pool.query<{ name: string }>(
    `select attname as name from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attidentity = '' order by attnum`,
    [relation],
  );
  return rows.find(({ name }) => !hidden.includes(name))?.name ?? "";
}

async function total(relation: string): Promise<number> {
  const { rows } = await pool.query(`select count(*)::int as found from ${relation}`);
  return rows[0]?.found;
}

const parties = [
  "anon",
  "no_wallet",
  "owner",
  "stranger",
  "lender",
  "service_role",
] as const satisfies readonly Party[];
const exposed = Object.keys(oracle).filter((relation) => relation.startsWith("public."));
const unexposed = Object.keys(oracle).filter((relation) => relation.startsWith("app_private."));

test("every relation of both schemas is in the oracle, and nothing else is", async () => {
  const { rows } = await pool.query<{ name: string }>(
    `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ('public', 'app_private') and c.relkind in ('r', 'p', 'v', 'm', 'f') order by 1`,
  );

  expect(rows.map(({ name }) => name)).toEqual(Object.keys(oracle).sort());
});

describe.each(exposed)("%s", (relation) => {
  test.each(parties)("is seen by %s as the oracle says", async (party) => {
    const sight: Sight | undefined = oracle[relation]?.[party];
    const rows = await seen(party, relation);

    if (sight === "denied") return expect(rows).toBe("denied");
    if (rows === "denied") return expect(rows).toBe(sight);
    if (sight === "all") return expect(rows.all).toBe(await total(relation));
    if (sight === "own") {
      expect(rows.owners).toBeGreaterThan(0);
      return expect(rows.all).toBe(rows.owners);
    }
    // A stranger sees rows of its own, a lender its own account: none of them the owner's.
    return expect(rows.owners).toBe(0);
  });

  test.each(parties)("is written by %s never", async (party) => {
    const column = await readableColumn(relation);
    const attempts = [
      `insert into ${relation} default values`,
      `update ${relation} set ${column} = ${column}`,
      `delete from ${relation}`,
      `truncate ${relation} cascade`,
    ];
    for (const attempt of attempts) {
      const outcome = as(pool, identityOf(party), (client) => client.query(attempt));
      expect([attempt, await sqlStateOf(outcome)]).toEqual([attempt, "42501"]);
    }
  });
});

describe.each(unexposed)("%s", (relation) => {
  test.each(parties)("is closed to %s", async (party) => {
    const attempts = [
      `select * from ${relation}`,
      `insert into ${relation} default values`,
      `update ${relation} set ctid = ctid`,
      `delete from ${relation}`,
    ];
    for (const attempt of attempts) {
      const outcome = as(pool, identityOf(party), (client) => client.query(attempt));
      expect([attempt, await sqlStateOf(outcome)]).toEqual([attempt, "42501"]);
    }
  });
});

describe.each(Object.entries(hiddenColumns))("hidden columns of %s", (relation, columns) => {
  test.each(columns)("%s cannot be read, filtered, ordered or counted by anybody signed in", async (column) => {
    const attempts = [
      `select ${column} from ${relation}`,
      `select * from ${relation}`,
      `select id from ${relation} where ${column} is not null`,
      `select id from ${relation} order by ${column}`,
      `select count(${column}) from ${relation}`,
      `select t from ${relation} as t`,
      `select to_jsonb(t) from ${relation} as t`,
    ];
    for (const who of [anon, signedIn(world.owner)]) {
      for (const attempt of attempts) {
        const outcome = as(pool, who, (client) => client.query(attempt));
        expect([attempt, await sqlStateOf(outcome)]).toEqual([attempt, "42501"]);
      }
    }
    const control = as(pool, signedIn(world.owner), (client) => client.query(`select id from ${relation}`));
    expect((await control).rowCount).toBeGreaterThan(0);
  });

  test("every other column is readable by its owner", async () => {
    const { rows } = await pool.query<{ name: string }>(
      "select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped",
      [relation],
    );
    const open = rows.map(({ name }) => name).filter((name) => !columns.includes(name));

    const { rowCount } = await as(pool, signedIn(world.owner), (client) =>
      client.query(`select ${open.join(", ")} from ${relation}`),
    );

    expect(rowCount).toBeGreaterThan(0);
  });
});

const wallet = () => world.owner;
test.each<[string, () => unknown]>([
  ["upper case", () => wallet().toUpperCase()],
  ["mixed case", () => wallet().replace(/[a-f]/, (letter) => letter.toUpperCase())],
  ["a space before", () => ` ${wallet()}`],
  ["a space after", () => `${wallet()} `],
  ["a line break after", () => `${wallet()}\n`],
  ["without 0x", () => wallet().slice(2)],
  ["a wildcard", () => "%"],
  ["like all", () => `${wallet().slice(0, 41)}_`],
  ["an array", () => [wallet()]],
  ["an object", () => ({ wallet: wallet() })],
  ["a number", () => Number.parseInt(wallet().slice(2, 14), 16)],
  ["null", () => null],
  ["true", () => true],
  ["empty", () => ""],
  ["two wallets", () => `${wallet()},${wallet()}`],
  ["SQL", () => `${wallet()}' or '1'='1`],
])("a wallet claim that is %s sees nothing", async (_kind, claim) => {
  const look = (who: Identity) =>
    as(pool, who, async (client) => {
      const rows = await client.query("select id from public.business_connections");
      const list = await client.query("select jsonb_array_length(public.my_connections()) as length");
      return [rows.rowCount, list.rows[0]?.length];
    });

  expect(await look(signedIn(claim()))).toEqual([0, 0]);
  expect(await look(signedIn(wallet()))).toEqual([1, 1]);
});

test("claims that are missing, empty or no object see nothing", async () => {
  for (const claims of ["", "{}", "[]", '"text"', "null", "7"]) {
    const client = await pool.connect();
    try {
      await client.query("begin");
      await client.query("select set_config('request.jwt.claims', $1, true)", [claims]);
      await client.query("set local role authenticated");
      expect([claims, (await client.query("select id from public.business_connections")).rowCount]).toEqual([
        claims,
        0,
      ]);
    } finally {
      await client.query("rollback");
      client.release();
    }
  }
});

test("the service's own reads of my_* functions belong to no wallet", async () => {
  for (const name of ["my_connections", "my_shares", "my_access_log", "my_rejected_rows", "my_score_history"]) {
    const list = await as(pool, serviceRole, async (client) => {
      const { rows } = await client.query(`select public.${name}() as list`);
      return rows[0]?.list;
    });
    expect([name, list]).toEqual([name, []]);
  }
});

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

test("every function has a fixed empty search path", async () => {
  const { rows } = await pool.query(
    `select proname from pg_proc where pronamespace in ('public'::regnamespace, 'app_private'::regnamespace)
       and not coalesce(proconfig, '{}') @> array['search_path=""']
       and not exists (select from pg_depend d where d.objid = pg_proc.oid and d.deptype = 'e')`,
  );

  expect(rows).toEqual([]);
});

test.each(exposed.filter((relation) => ownRows(relation).startsWith("connection_id in")))(
  "the policy of %s is computed once and finds its rows by index",
  async (relation) => {
    const plan = await as(pool, signedIn(world.owner), async (client) => {
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

describe("over HTTP", () => {
  const who: Record<Party, () => Identity> = {
    anon: () => identityOf("anon"),
    no_wallet: () => identityOf("no_wallet"),
    owner: () => identityOf("owner"),
    stranger: () => identityOf("stranger"),
    lender: () => identityOf("lender"),
    service_role: () => identityOf("service_role"),
  };
  const tables = ["business_connections", "orders", "score_snapshots", "shares", "audit_log"];

  test.each(tables)("%s answers each identity as the oracle says", async (table) => {
    const column = await readableColumn(`public.${table}`);
    for (const party of parties) {
      const answer = await askDataApi(who[party](), `${table}?select=${column}&${filterOf(table)}`);
      const sight = oracle[`public.${table}`]?.[party];
      const shown = Array.isArray(answer.body) ? answer.body.length : "refused";
      const expected = sight === "denied" ? "refused" : sight === "none" ? 0 : expect.any(Number);
      expect([party, shown]).toEqual([party, expected]);
      if (sight === "own" || sight === "all") expect(shown).toBeGreaterThan(0);
    }
  });

  test.each([
    ["by name", "select=id,access_token"],
    ["by star", "select=*"],
    ["by a filter", "select=id&access_token=not.is.null"],
    ["by order", "select=id&order=access_token"],
    ["through an embed", "select=id,shops(cipher)"],
    ["under another name", "select=id,t:access_token"],
  ])("a token cannot be read %s", async (_how, query) => {
    for (const identity of [who.anon(), who.owner()]) {
      const answer = await askDataApi(identity, `business_connections?${query}`);
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(JSON.stringify(answer.body)).not.toContain("sealed-");
    }
    expect((await askDataApi(who.owner(), "business_connections?select=id")).body).toHaveLength(1);
  });

  test.each(["POST", "PATCH", "DELETE"])("%s changes nothing for any identity", async (method) => {
    const before = await pool.query(
      "select md5(string_agg(t::text, '' order by id)) from public.business_connections as t",
    );
    for (const party of parties) {
      const body = method === "DELETE" ? {} : { body: { display_name: "changed", platform: "x" } };
      const answer = await askDataApi(who[party](), "business_connections?platform=eq.tiktokshop", { method, ...body });
      expect([party, answer.status >= 400]).toEqual([party, true]);
    }
    const after = await pool.query(
      "select md5(string_agg(t::text, '' order by id)) from public.business_connections as t",
    );
    expect(after.rows).toEqual(before.rows);
  });

  test("the schema that is not exposed is not found, even with the service's key", async () => {
    for (const party of parties) {
      const answer = await askDataApi(who[party](), "sessions?select=id", { schema: "app_private" });
      expect([party, answer.status]).toEqual([party, 406]);
    }
  });

  test("a service function is refused to everybody but the service", async () => {
    const ask = (party: Party) => askDataApi(who[party](), "rpc/health_check", { method: "POST", body: {} });

    for (const party of ["anon", "no_wallet", "owner", "lender"] as const) {
      expect([party, (await ask(party)).status >= 400]).toEqual([party, true]);
    }
    expect((await ask("service_role")).status).toBe(200);
  });

  test("a token that is signed with another secret, unsigned or expired is refused", async () => {
    const good = await askDataApi(who.owner(), "rpc/my_connections", { method: "POST", body: {} });
    expect(good.body).toHaveLength(1);

    const past = Math.floor(Date.now() / 1_000) - 600;
    const expired = signUserToken(intEnv("SUPABASE_JWT_SECRET"), {
      ...signedIn(world.owner).claims,
      aud: "authenticated",
      iat: past,
      exp: past + 300,
    });
    for (const token of [forged("another-secret-that-is-long-enough-to-pass"), forged(null), expired]) {
      expect(await fetchWithToken(token)).toBeGreaterThanOrEqual(400);
    }
  });

  test("a real wallet and a 19-digit id go through functions unharmed", async () => {
    const { wallet: own, connectionId, input } = await connect(pool);
    const answer = await askDataApi(serviceRole, "rpc/prepare_connection", {
      method: "POST",
      body: {
        p_wallet: own,
        p_platform: "tiktokshop",
        p_account: "seller",
        p_platform_user_id: input.platformUserId,
      },
    });

    expect(answer.body).toEqual({ connectionId, epoch: 2, isNew: false });
    const list = await askDataApi(signedIn(own), "rpc/my_connections", { method: "POST", body: {} });
    expect(list.body).toMatchObject([{ id: connectionId, platformUserId: input.platformUserId }]);
  });

  test("a structure goes through a function unharmed", async () => {
    const input = connectionInput(newWallet());

    const answer = await askDataApi(serviceRole, "rpc/complete_connection", {
      method: "POST",
      body: { p_connection: input },
    });

    expect(answer.body).toMatchObject({ connectionId: input.connectionId });
    const { rows } = await pool.query("select platform_user_id from public.business_connections where id = $1", [
      input.connectionId,
    ]);
    expect(rows).toEqual([{ platform_user_id: input.platformUserId }]);
  });
});

/** A filter for the owner's rows. Wallets go into or=() with quotes: the embedded Data API takes 0x… for a number. */
function filterOf(table: string): string {
  if (table === "orders") return `connection_id=eq.${world.ownersConnection}`;
  return `or=(${table === "audit_log" ? "tenant" : "wallet_address"}.eq."${world.owner}")`;
}

/** A token with the owner's claims that our key did not sign. */
function forged(secret: string | null): string {
  const now = Math.floor(Date.now() / 1_000);
  const claims = { ...signedIn(world.owner).claims, aud: "authenticated", iat: now, exp: now + 300 };
  if (secret !== null) return signUserToken(secret, claims);
  const encode = (part: unknown) => Buffer.from(JSON.stringify(part)).toString("base64url");
  return `${encode({ alg: "none", typ: "JWT" })}.${encode(claims)}.`;
}

async function fetchWithToken(token: string): Promise<number> {
  const answer = await fetch(`${intEnv("SUPABASE_URL")}/rest/v1/business_connections?select=id`, {
    headers: { apikey: intEnv("SUPABASE_PUBLISHABLE_KEY"), authorization: `Bearer ${token}` },
  });
  return answer.status;
}
