import type pg from "pg";

/** Every table of our schemas and of the job engine in which the text occurs in any column. */
export async function tablesHolding(pool: pg.Pool, text: string): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `select schemaname || '.' || tablename as name from pg_tables
     where schemaname in ('public', 'app_private', 'pgboss') order by 1`,
  );
  const found: string[] = [];
  for (const { name } of rows) {
    const hit = await pool.query(`select 1 from ${name} as t where strpos(t::text, $1) > 0 limit 1`, [text]);
    if (hit.rowCount) found.push(name);
  }
  return found;
}
