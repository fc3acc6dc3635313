import "server-only";
import { EnvError, readWorkerEnv } from "./env.ts";
import { verifyScores } from "./jobs/verify-scores.ts";
import { createPool } from "./stores/pg/pool.ts";

/** The operator's command that scores every stored snapshot again. Fails when one differs or was altered. */
async function main(): Promise<void> {
  const pool = createPool({ databaseUrl: readWorkerEnv().databaseUrl, applicationName: "verify", max: 1 });
  try {
    const report = await verifyScores(pool);
    process.stdout.write(`${JSON.stringify(report)}\n`);
    if (report.different.length + report.altered.length > 0) process.exitCode = 1;
  } finally {
    await pool.end();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof EnvError ? error.message : String(error)}\n`);
  process.exit(1);
});
