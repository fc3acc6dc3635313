import "server-only";
import type { Pool } from "pg";
import type { Log } from "#server/log.ts";
import { inTransaction } from "#server/stores/pg/pool.ts";
import { requestRefresh } from "#server/stores/pg/runs.ts";

/** Asks for one refresh of every connection that is alive: deliveries can be lost, a day's re-read cannot. */
export async function reconcileAll({ pool, log }: { readonly pool: Pool; readonly log: Log }): Promise<void> {
  const found = await pool.query<{ id: string }>(
    `select id from public.business_connections where is_active and status in ('active', 'error') order by id`,
  );
  let requested = 0;
  for (const { id } of found.rows) {
    const run = await inTransaction(pool, (tx) => requestRefresh(tx, id, "daily"));
    if (run !== null) requested += 1;
  }
  log.info("reconcile_requested", { connections: found.rows.length, requested });
}
