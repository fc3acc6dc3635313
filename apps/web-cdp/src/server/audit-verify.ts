import "server-only";
import { verifyAudit } from "./audit/verify-audit.ts";
import { EnvError, readWorkerEnv } from "./env.ts";
import { createPool } from "./stores/pg/pool.ts";

/** The operator's command over the whole audit log. Prints every broken chain and fails when there is one. */
async function main(): Promise<void> {
  const env = readWorkerEnv();
  const pool = createPool({
    databaseUrl: env.databaseUrl,
    applicationName: "audit-verify",
    max: 1,
    statementTimeoutMs: 600_000,
  });
  try {
    const report = await verifyAudit(pool);
    process.stdout.write(`${JSON.stringify(report)}\n`);
    if (report.broken.length > 0) process.exitCode = 1;
  } finally {
    await pool.end();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof EnvError ? error.message : String(error)}\n`);
  process.exit(1);
});
