import "server-only";
import type { Pool } from "pg";
import type { Log } from "#server/log.ts";
import { eraseAccount, forgetOrphanedJobs, listDueDeletions } from "#server/stores/pg/account-deletions.ts";

export interface EraseDeps {
  /** Its statements may take `longStatementMs`. */
  readonly pool: Pool;
  readonly log: Log;
  readonly stopping?: AbortSignal;
}

/** Erases every account whose access has ended, one after the other. Answers how many; one that fails is tried again later. */
export async function eraseAccounts({ pool, log, stopping }: EraseDeps): Promise<number> {
  let erased = 0;
  for (const deletionId of await listDueDeletions(pool)) {
    if (stopping?.aborted) break;
    try {
      const rows = await eraseAccount(pool, deletionId);
      if (rows === null) continue;
      erased += 1;
      log.info("account.erased", { deletionId, rows });
    } catch (error) {
      log.error("account.erase_failed", error, { deletionId });
    }
  }
  await forgetOrphanedJobs(pool);
  return erased;
}
