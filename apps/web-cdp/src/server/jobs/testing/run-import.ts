import { createTikTokShopConnector } from "@lendfriend/tiktokshop-client";
import { createVault } from "#server/crypto/vault.ts";
import { createLog } from "#server/log.ts";
import { createPool } from "#server/stores/pg/pool.ts";
import { createFreshTokens } from "../fresh-token.ts";
import { scoreWallet } from "../score-wallet.ts";
import type { SyncDeps } from "../sync-job.ts";
import { SyncRetry, syncRun } from "../sync-run.ts";

/** The process that `startImportProcess` starts: one run, carried on to its end. */
async function main(): Promise<void> {
  const nowMs = Number(variable("NOW_MS"));
  const pool = createPool({ databaseUrl: variable("DATABASE_URL"), applicationName: "import", max: 20 });
  const log = createLog("silent");
  const vault = createVault([{ kid: "k1", key: new Uint8Array(Buffer.from(variable("TOKEN_KEY"), "base64")) }]);
  const url = variable("SANDBOX_URL");
  const connector = createTikTokShopConnector({
    appKey: variable("APP_KEY"),
    appSecret: variable("APP_SECRET"),
    serviceId: variable("SERVICE_ID"),
    apiUrl: url,
    authUrl: url,
    retry: { maxTries: 3, baseDelayMs: 10, maxDelayMs: 50 },
    now: () => nowMs,
  });
  const connectors = new Map([["tiktokshop", connector]] as const);
  const deps: SyncDeps = {
    pool,
    log,
    connectors,
    now: Date.now,
    freshToken: createFreshTokens({ pool, vault, log }),
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

function variable(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set`);
  return value;
}

await main();
