import "server-only";
import { EnvError, readWorkerEnv } from "./env.ts";
import { createPool, longStatementMs } from "./stores/pg/pool.ts";
import { applyRetention } from "./stores/pg/retention.ts";

/** The operator's look at what is past its period; with `--now`, the removal that a worker does each night. */
async function main(): Promise<void> {
  const dry = !process.argv.includes("--now");
  const pool = createPool({
    databaseUrl: readWorkerEnv().databaseUrl,
    applicationName: "retention",
    max: 1,
    statementTimeoutMs: longStatementMs,
  });
  try {
    process.stdout.write(`${JSON.stringify({ dry, rows: await applyRetention(pool, { dry }) })}\n`);
  } finally {
    await pool.end();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof EnvError ? error.message : String(error)}\n`);
  process.exit(1);
});
