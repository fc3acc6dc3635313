import { randomBytes } from "node:crypto";
import { join } from "node:path";
import pg from "pg";
import { applyMigrations, type Migration, readMigrations } from "../../scripts/stack/migrations.ts";
import { repositoryRoot } from "../../scripts/stack/repository-root.ts";
import { intEnv } from "./harness.ts";

export interface OwnDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/** Every migration of the product, oldest first. */
export const everyMigration: readonly Migration[] = readMigrations(join(repositoryRoot, "supabase", "migrations"));

/**
 * A database of its own on the integration stack's server, with every migration (or the given ones): a worker here sees no
 * other test's runs.
 */
export async function createOwnDatabase(migrations = everyMigration): Promise<OwnDatabase> {
  const name = `jobs_${randomBytes(6).toString("hex")}`;
  const url = new URL(intEnv("DATABASE_URL"));
  await run(url, `create database ${name}`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  const client = new pg.Client({ connectionString: own.href });
  await client.connect();
  try {
    await client.query(`create schema if not exists supabase_migrations;
      create table if not exists supabase_migrations.schema_migrations (version text primary key, name text, statements text[])`);
    await applyMigrations(client, migrations);
  } finally {
    await client.end();
  }
  return { url: own.href, drop: () => run(url, `drop database ${name} with (force)`) };
}

async function run(url: URL, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
