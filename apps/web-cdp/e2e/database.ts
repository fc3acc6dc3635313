import pg from "pg";

/** Asks the stack's database as its owner. Throws where nobody said which one that is. */
export async function ask<Row extends pg.QueryResultRow = pg.QueryResultRow>(
  text: string,
  values: readonly unknown[] = [],
): Promise<readonly Row[]> {
  const connectionString = process.env.E2E_DATABASE_URL;
  if (!connectionString) throw new Error("E2E_DATABASE_URL does not say which database to ask.");
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query<Row>(text, [...values])).rows;
  } finally {
    await client.end();
  }
}

/** The names of all tables that are not the database's own. */
export async function tables(): Promise<readonly string[]> {
  const rows = await ask<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema')`,
  );
  return rows.map(({ name }) => name);
}

/** The tables in which some value holds one of the texts. */
export async function tablesHolding(...texts: readonly string[]): Promise<readonly string[]> {
  const patterns = texts.map((text) => `%${text}%`);
  const found: string[] = [];
  for (const name of await tables()) {
    const rows = await ask(`select from ${name} as row where row::text like any ($1::text[]) limit 1`, [patterns]);
    if (rows.length > 0) found.push(name);
  }
  return found;
}
