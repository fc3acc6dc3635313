import "server-only";
import { z } from "zod";
import { auditRecording } from "./audit/audit-recording.ts";
import { verifyAudit } from "./audit/verify-audit.ts";
import { verifyHeads } from "./audit/verify-heads.ts";
import { EnvError, readWorkerEnv } from "./env.ts";
import { createPool, longStatementMs } from "./stores/pg/pool.ts";

/**
 * The operator's command over the whole audit log: every chain by itself, and against the record outside of the database where
 * there is one. `--after <ISO time with its zone>` leaves earlier records out, and may not be to come. Prints a report and fails when anything does not hold.
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

const isoTime = z.iso.datetime({ offset: true });

function timeAfter(args: readonly string[]): Date | null {
  const at = args.indexOf("--after");
  if (at < 0) return null;
  const text = args[at + 1] ?? "";
  if (!isoTime.safeParse(text).success) {
    throw new Error("--after takes an ISO time with its zone, such as 2026-11-30T16:00:00Z");
  }
  const time = new Date(text);
  if (time.getTime() > Date.now()) throw new Error("--after takes a past time: one to come leaves everything out");
  return time;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof EnvError ? error.message : String(error)}\n`);
  process.exit(1);
});
