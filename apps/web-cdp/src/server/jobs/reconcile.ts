import "server-only";
import type { Pool } from "pg";
import type { Log } from "#server/log.ts";
import { inTransaction } from "#server/stores/pg/pool.ts";
import { listUnscoredConnections, requestRefresh } from "#server/stores/pg/runs.ts";

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

/** Brings back the score of wallets that have figures and no score: one refresh of what they still have connected. */
export async function rescoreUnscored({ pool, log }: { readonly pool: Pool; readonly log: Log }): Promise<void> {
  for (const id of await listUnscoredConnections(pool)) {
    const runId = await inTransaction(pool, (tx) => requestRefresh(tx, id, "rescore"));
    if (runId !== null) log.info("rescore_requested", { connectionId: id, runId });
  }
}
