import "server-only";
import { auditRecording } from "./audit/audit-recording.ts";
import { replayDeletions } from "./deletions/replay-deletions.ts";
import { EnvError, readWorkerEnv } from "./env.ts";
import { createPool } from "./stores/pg/pool.ts";

/** The operator's command after a backup was restored and before anything serves: forgets again what had been deleted. */
async function main(): Promise<void> {
  const env = readWorkerEnv();
  const recording = auditRecording(env);
  const pool = createPool({ databaseUrl: env.databaseUrl, applicationName: "deletions-replay", max: 2 });
  try {
    const report = await replayDeletions(pool, recording);
    process.stdout.write(`${JSON.stringify({ ...report, record: recording === null ? "none" : "read" })}\n`);
  } finally {
    await pool.end();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof EnvError ? error.message : String(error)}\n`);
  process.exit(1);
});
