import type { Client } from "pg";

/**
 * What a hosted Supabase project has before its first migration: the three API roles, the record of migrations,
 * and here a login for the embedded Data API. Safe to run at every start.
 */
export async function prepareRoles(client: Client, apiPassword: string): Promise<void> {
  await client.query(`
    do $$ begin
      if not exists (select from pg_roles where rolname = 'anon') then create role anon nologin noinherit; end if;
      if not exists (select from pg_roles where rolname = 'authenticated') then create role authenticated nologin noinherit; end if;
      if not exists (select from pg_roles where rolname = 'service_role') then
        create role service_role nologin noinherit bypassrls;
      end if;
      if not exists (select from pg_roles where rolname = 'lite_api') then create role lite_api login noinherit; end if;
    end $$;
    alter role lite_api set statement_timeout = '5s';
    grant anon, authenticated, service_role to lite_api;
    grant usage on schema public to anon, authenticated, service_role;
    grant create on database postgres to lite_api;
    create schema if not exists supabase_migrations authorization lite_api;
    create table if not exists supabase_migrations.schema_migrations (
      version text primary key, statements text[], name text
    );
    alter table supabase_migrations.schema_migrations owner to lite_api;
  `);
  await client.query(`alter role lite_api password ${client.escapeLiteral(apiPassword)}`);
}

/**
 * At its first request the Data API grants every privilege on every table with row level security to the API roles.
 * It connects as a role that owns nothing, so those grants come to nothing; but without any privilege of its own
 * they would be errors, and it would not list the tables. REFERENCES reads and writes no row.
 */
export async function prepareDataApi(client: Client): Promise<void> {
  await client.query(`
    grant usage on schema public, app_private to lite_api;
    grant references on all tables in schema public, app_private to lite_api;
    grant select on all sequences in schema public, app_private to lite_api;
  `);
}
