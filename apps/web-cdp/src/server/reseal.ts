import "server-only";
import { resealTokens } from "./crypto/reseal-tokens.ts";
import { createVault } from "./crypto/vault.ts";
import { EnvError, readWorkerEnv } from "./env.ts";
import { createPool } from "./stores/pg/pool.ts";

/** The operator's command after a new first key was added to TOKEN_ENCRYPTION_KEYS. Fails while a token is unreadable. */
async function main(): Promise<void> {
  const env = readWorkerEnv();
  const pool = createPool({ databaseUrl: env.databaseUrl, applicationName: "reseal", max: 2 });
  try {
    const report = await resealTokens(pool, createVault(env.tokenKeys));
    process.stdout.write(`${JSON.stringify(report)}\n`);
    if (report.unreadable.length > 0) process.exitCode = 1;
  } finally {
    await pool.end();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof EnvError ? error.message : String(error)}\n`);
  process.exit(1);
});
