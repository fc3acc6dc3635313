import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { anon, as, openPool, serviceRole, signedIn, sqlStateOf } from "./harness.ts";
import { hiddenColumns, oracle, type Party, type Sight } from "./rls-oracle.ts";
import {
  exposed,
  identityOf,
  makeWorld,
  ownersRows,
  parties,
  readableColumn,
  unexposed,
  type World,
} from "./rls-world.ts";

const pool = openPool(10);
afterAll(() => pool.end());

let world: World;
beforeAll(async () => {
  world = await makeWorld(pool);
});

/** What the identity sees: how many rows, and how many of those are the owner's. */
async function seen(party: Party, relation: string): Promise<{ all: number; owners: number } | "denied"> {
  const key = await primaryKey(relation);
  const owned = await pool.query<{ key: string }>(
    `select ${key} as key from ${relation} where ${ownersRows(world, relation)}`,
  );
  expect(owned.rowCount, `${relation} has no row of the owner, so the matrix would prove nothing`).toBeGreaterThan(0);
  const owners = new Set(owned.rows.map((row) => row.key));
  try {
    return await as(pool, identityOf(world, party), async (client) => {
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

async function total(relation: string): Promise<number> {
  const { rows } = await pool.query(`select count(*)::int as found from ${relation}`);
  return rows[0]?.found;
}

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
    const column = await readableColumn(pool, relation);
    const attempts = [
      `insert into ${relation} default values`,
      `update ${relation} set ${column} = ${column}`,
      `delete from ${relation}`,
      `truncate ${relation} cascade`,
    ];
    for (const attempt of attempts) {
      const outcome = as(pool, identityOf(world, party), (client) => client.query(attempt));
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
      const outcome = as(pool, identityOf(world, party), (client) => client.query(attempt));
      expect([attempt, await sqlStateOf(outcome)]).toEqual([attempt, "42501"]);
    }
  });
});

describe.each(Object.entries(hiddenColumns))("hidden columns of %s", (relation, columns) => {
  test.each(columns)(
    "%s cannot be read, filtered, ordered or counted by anybody signed in, nor by the service",
    async (column) => {
      const attempts = [
        `select ${column} from ${relation}`,
        `select * from ${relation}`,
        `select id from ${relation} where ${column} is not null`,
        `select id from ${relation} order by ${column}`,
        `select count(${column}) from ${relation}`,
        `select t from ${relation} as t`,
        `select to_jsonb(t) from ${relation} as t`,
      ];
      for (const who of [anon, signedIn(world.owner), serviceRole]) {
        for (const attempt of attempts) {
          const outcome = as(pool, who, (client) => client.query(attempt));
          expect([attempt, await sqlStateOf(outcome)]).toEqual([attempt, "42501"]);
        }
      }
      const control = as(pool, signedIn(world.owner), (client) => client.query(`select id from ${relation}`));
      expect((await control).rowCount).toBeGreaterThan(0);
    },
  );

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
