import "server-only";
import { eraseLeftConnection, listLeftConnections } from "#server/stores/pg/connection-erasures.ts";
import type { EraseDeps } from "./erase-accounts.ts";

/**
 * Removes the rows of every connection that has left its wallet to be erased, one after the other. Answers how many; one that
 * fails is tried again later.
 */
export async function eraseConnections({ pool, log, stopping }: EraseDeps): Promise<number> {
  let erased = 0;
  for (const connectionId of await listLeftConnections(pool)) {
    if (stopping?.aborted) break;
    try {
      if (!(await eraseLeftConnection(pool, connectionId))) continue;
      erased += 1;
      log.info("connection.rows_erased", { connectionId });
    } catch (error) {
      log.error("connection.erase_failed", error, { connectionId });
    }
  }
  return erased;
}
