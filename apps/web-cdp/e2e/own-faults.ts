import { ask } from "./database.ts";

/** Nobody can open the connection's token any more, as after a key that was retired too early. */
export async function spoilToken(connectionId: string): Promise<void> {
  await ask("update public.business_connections set access_token = reverse(access_token) where id = $1", [
    connectionId,
  ]);
}

/** Every import of the connection breaks off before it asks for anything. */
export async function cutShort(connectionId: string): Promise<void> {
  await ask("create table if not exists app_private.e2e_cut_short (connection_id uuid)");
  await ask("insert into app_private.e2e_cut_short values ($1)", [connectionId]);
  await ask(`
    create or replace function app_private.e2e_cut_short() returns trigger language plpgsql as $$
      begin
        if new.connection_id in (select connection_id from app_private.e2e_cut_short) then raise 'cut short'; end if;
        return new;
      end $$;
    create or replace trigger e2e_cut_short before insert on public.sync_windows
      for each row execute function app_private.e2e_cut_short();
  `);
}

/** Imports get to their end again. */
export async function letImportsEnd(): Promise<void> {
  await ask("drop function if exists app_private.e2e_cut_short() cascade");
  await ask("drop table if exists app_private.e2e_cut_short");
}
