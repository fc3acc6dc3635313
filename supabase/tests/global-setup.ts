import { lockDataDir } from "../../scripts/stack/run-lock.ts";
import { startStack } from "../../scripts/stack/stack.ts";
import { temporaryData } from "../../scripts/stack/temporary-data.ts";

/**
 * One fresh local Supabase for the whole integration project: PostgreSQL in a temporary folder with every migration
 * applied, and the Data API in front of it. Tests find it in INT_* and make wallets of their own.
 */
export default async function setup(): Promise<() => Promise<void>> {
  const { dataDir, remove } = await temporaryData("int");
  const stack = await startStack({ dataDir, durable: false }).catch((error: unknown) => {
    remove();
    throw error;
  });
  lockDataDir(dataDir).record(stack.children);
  process.env.INT_DATABASE_URL = stack.databaseUrl;
  process.env.INT_SUPABASE_URL = stack.supabaseUrl;
  process.env.INT_SUPABASE_PUBLISHABLE_KEY = stack.secrets.publishableKey;
  process.env.INT_SUPABASE_SECRET_KEY = stack.secrets.secretKey;
  process.env.INT_SUPABASE_JWT_SECRET = stack.secrets.jwtSecret;
  process.env.INT_TOKEN_ENCRYPTION_KEYS = stack.secrets.tokenEncryptionKeys;
  process.env.INT_SESSION_SECRET = stack.secrets.sessionSecret;
  return async () => {
    await stack.stop();
    remove();
  };
}
