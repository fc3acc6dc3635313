import "server-only";
import { readWorkerEnv } from "./env.ts";
import { createPool } from "./stores/pg/pool.ts";
import { countTokensByKey } from "./stores/pg/sealed-tokens.ts";

/** The operator's question before a key is removed from TOKEN_ENCRYPTION_KEYS. Fails, with the count, while tokens need it. */
async function main(kid: string | undefined): Promise<void> {
  if (!kid) throw new Error("name the key to retire: pnpm keys:retire <kid>");
  const env = readWorkerEnv();
  const pool = createPool({ databaseUrl: env.databaseUrl, applicationName: "retire-key", max: 1 });
  try {
    const tokens = (await countTokensByKey(pool)).get(kid) ?? 0;
    process.stdout.write(`${JSON.stringify({ kid, tokens, mayBeRemoved: tokens === 0 })}\n`);
    if (tokens > 0) process.exitCode = 1;
  } finally {
    await pool.end();
  }
}

main(process.argv[2]).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
