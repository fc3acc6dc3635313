import { ask } from "./database.ts";

/** Imports that start from now on have all their tries behind them, so that what stops them is told at once and not in an hour. */
export async function useUpTries(): Promise<void> {
  await ask(`
    create or replace function app_private.e2e_tried_job() returns trigger language plpgsql as $$
      begin
        if new.name = 'sync.run' then
          new.retry_count := 8;
          new.data := jsonb_set(new.data, '{deferrals}', '60');
        end if;
        return new;
      end $$;
    create or replace function app_private.e2e_tried_run() returns trigger language plpgsql as $$
      begin new.attempts := 8; return new; end $$;
    create or replace trigger e2e_tried before insert on pgboss.job for each row execute function app_private.e2e_tried_job();
    create or replace trigger e2e_tried before insert on public.sync_runs
      for each row execute function app_private.e2e_tried_run();
  `);
}

/** Imports that start from now on are tried as often as ever. */
export async function giveTriesBack(): Promise<void> {
  await ask(`
    drop function if exists app_private.e2e_tried_job() cascade;
    drop function if exists app_private.e2e_tried_run() cascade;
  `);
}
