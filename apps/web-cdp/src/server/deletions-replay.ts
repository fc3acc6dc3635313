import "server-only";
import { auditRecording } from "./audit/audit-recording.ts";
import { replayDeletions } from "./deletions/replay-deletions.ts";
import { EnvError, readWorkerEnv } from "./env.ts";
import { createPool, longStatementMs } from "./stores/pg/pool.ts";

/**
 * The operator's command after a backup was restored and before anything serves: forgets again what had been deleted. Fails when
 * a record is kept outside of the database and is not there as a whole: what it lacks may be back.
 */
async function main(): Promise<void> {
  const env = readWorkerEnv();
  const recording = auditRecording(env);
  const pool = createPool({
    databaseUrl: env.databaseUrl,
    applicationName: "deletions-replay",
    max: 2,
    statementTimeoutMs: longStatementMs,
  });
  try {
    const report = await replayDeletions(pool, recording);
    process.stdout.write(`${JSON.stringify(report)}\n`);
    if (report.record !== null && !report.record.isWhole) process.exitCode = 1;
  } finally {
    await pool.end();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof EnvError ? error.message : String(error)}\n`);
  process.exit(1);
});
