import "server-only";
import { auditRecording } from "./audit/audit-recording.ts";
import { verifyAudit } from "./audit/verify-audit.ts";
import { verifyHeads } from "./audit/verify-heads.ts";
import { EnvError, readWorkerEnv } from "./env.ts";
import { createPool, longStatementMs } from "./stores/pg/pool.ts";

/**
 * The operator's command over the whole audit log: every chain by itself, and against the record outside of the database where
 * there is one. `--after <ISO time>` leaves earlier records out. Prints a report and fails when anything does not hold.
 */
async function main(): Promise<void> {
  const env = readWorkerEnv();
  const after = timeAfter(process.argv);
  const recording = auditRecording(env);
  const pool = createPool({
    databaseUrl: env.databaseUrl,
    applicationName: "audit-verify",
    max: 1,
    statementTimeoutMs: longStatementMs,
  });
  try {
    const chains = await verifyAudit(pool);
    const recorded = recording === null ? null : await verifyHeads(pool, { ...recording, after });
    const publicKey = recording?.signer.publicKey ?? null;
    process.stdout.write(`${JSON.stringify({ ...chains, publicKey, recorded })}\n`);
    const holds =
      chains.broken.length === 0 &&
      (recorded === null ||
        (!recorded.isBehind &&
          recorded.broken.length === 0 &&
          recorded.unreadableLines.length === 0 &&
          recorded.gapsBeforeLines.length === 0));
    if (!holds) process.exitCode = 1;
  } finally {
    await pool.end();
  }
}

function timeAfter(args: readonly string[]): Date | null {
  const at = args.indexOf("--after");
  if (at < 0) return null;
  const time = new Date(args[at + 1] ?? "");
  if (Number.isNaN(time.getTime())) throw new Error("--after takes an ISO time");
  return time;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof EnvError ? error.message : String(error)}\n`);
  process.exit(1);
});
