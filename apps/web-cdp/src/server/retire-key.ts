import "server-only";
import { readWorkerEnv } from "./env.ts";
import { createPool } from "./stores/pg/pool.ts";
import { countTokensByKey } from "./stores/pg/sealed-tokens.ts";

/**
 * The operator's question before a key is removed from TOKEN_ENCRYPTION_KEYS. Fails, with the count, while tokens need
 * it, and for the first key and what is no key.
 */
async function main(kid: string | undefined): Promise<void> {
  if (!kid) throw new Error("name the key to retire: pnpm keys:retire <kid>");
  const env = readWorkerEnv();
  const place = env.tokenKeys.findIndex((key) => key.kid === kid);
  if (place < 0) throw new Error(`TOKEN_ENCRYPTION_KEYS holds no key ${kid}`);
  const pool = createPool({ databaseUrl: env.databaseUrl, applicationName: "retire-key", max: 1 });
  try {
    const tokens = (await countTokensByKey(pool)).get(kid) ?? 0;
    // The first key seals: the next token will need it.
    const mayBeRemoved = tokens === 0 && place > 0;
    process.stdout.write(`${JSON.stringify({ kid, tokens, mayBeRemoved })}\n`);
    if (!mayBeRemoved) process.exitCode = 1;
  } finally {
    await pool.end();
  }
}

main(process.argv.slice(2).find((word) => word !== "--")).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
