import { scoreWallet } from "../score-wallet.ts";
import type { SyncDeps } from "../sync-job.ts";
import { SyncRetry, syncRun } from "../sync-run.ts";
import { childSetUp, variable } from "./child-set-up.ts";

/** The process of `startImportProcess`: one run, carried on to its end. */
async function main(): Promise<void> {
  const nowMs = Number(variable("NOW_MS"));
  const { pool, log, connector, freshToken } = childSetUp(() => nowMs);
  const connectors = new Map([["tiktokshop", connector]] as const);
  const deps: SyncDeps = {
    pool,
    log,
    connectors,
    now: Date.now,
    freshToken,
    score: (run, connection) => scoreWallet({ pool, connectors, log }, run, connection),
  };
  const never = new AbortController().signal;
  process.stdout.write("started\n");
  for (let retries = 0; ; ) {
    try {
      const job = { runId: variable("RUN_ID"), retries, deferrals: 0, signal: never, stopping: never };
      if ((await syncRun(deps, job)).end === "over") break;
    } catch (error) {
      if (!(error instanceof SyncRetry) || retries >= 8) throw error;
      retries += 1;
    }
  }
  await pool.end();
}

await main();
