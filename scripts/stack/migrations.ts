import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Client } from "pg";
import { StackError } from "./stack-error.ts";

export interface Migration {
  readonly version: string;
  readonly name: string;
  readonly sql: string;
}

/** The migrations of a folder, oldest first. Throws `StackError` for a file that the Supabase CLI would not take. */
export function readMigrations(folder: string): readonly Migration[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".sql"))
    .sort()
    .map((file) => {
      const [, version, name] = /^(\d{14})_([a-z0-9_]+)\.sql$/.exec(file) ?? [];
      if (!version || !name) throw new StackError("start_failed", `${file} is not named <14 digits>_<name>.sql.`);
      return { version, name, sql: readFileSync(join(folder, file), "utf8") };
    });
}

/**
 * Applies what is not applied yet, each migration in one transaction together with its record, where the Supabase CLI
 * keeps it. Returns the versions applied now. Safe to run twice, also at the same time.
 */
export async function applyMigrations(client: Client, migrations: readonly Migration[]): Promise<readonly string[]> {
  await client.query("select pg_advisory_lock(hashtext('lendfriend_migrations'))");
  try {
    const { rows } = await client.query<{ version: string }>(
      "select version from supabase_migrations.schema_migrations",
    );
    const applied = new Set(rows.map((row) => row.version));
    const pending = migrations.filter((migration) => !applied.has(migration.version));
    for (const migration of pending) await applyOne(client, migration);
    return pending.map((migration) => migration.version);
  } finally {
    await client.query("select pg_advisory_unlock(hashtext('lendfriend_migrations'))");
  }
}

async function applyOne(client: Client, migration: Migration): Promise<void> {
  await client.query("begin");
  try {
    await client.query(migration.sql);
    await client.query(
      "insert into supabase_migrations.schema_migrations (version, name, statements) values ($1, $2, array[$3])",
      [migration.version, migration.name, migration.sql],
    );
    await client.query("commit");
  } catch (cause) {
    await client.query("rollback");
    const reason = cause instanceof Error ? cause.message : "unknown reason";
    throw new StackError("start_failed", `Migration ${migration.version}_${migration.name} failed: ${reason}`, {
      cause,
    });
  }
}
