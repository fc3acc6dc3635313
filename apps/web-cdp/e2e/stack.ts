import { join } from "node:path";
import { freePort } from "../../../scripts/stack/ports.ts";
import { startProduct } from "../../../scripts/stack/product.ts";
import { temporaryData } from "../../../scripts/stack/temporary-data.ts";

/**
 * Starts the whole product on free ports and an empty database, tells the tests where it is, and stops it after them. With
 * `E2E_BASE_URL` and `E2E_SANDBOX_CONTROL_URL` set, the tests run against what is there; those that look into its database or
 * its logs also need `E2E_DATABASE_URL` or `E2E_LOGS`.
 */
export default async function startStack(): Promise<() => Promise<void>> {
  if (process.env.E2E_BASE_URL) return async () => undefined;
  const { dataDir, remove } = await temporaryData("e2e");
  const product = startProduct({
    dataDir,
    port: await freePort(),
    sandboxPort: await freePort(),
    sandboxControlPort: await freePort(),
    given: withoutProductVariables(),
    mode: "production",
    durable: false,
    say: () => undefined,
    onStep: () => undefined,
  });
  const up = await product.ready;
  process.env.E2E_BASE_URL = up.url;
  process.env.E2E_SANDBOX_CONTROL_URL = up.sandboxControlUrl ?? "";
  process.env.E2E_PRODUCT_ENV = JSON.stringify(up.env);
  process.env.E2E_DATABASE_URL = up.databaseUrl ?? "";
  process.env.E2E_LOGS = join(dataDir, "run");
  return async () => {
    await product.stop();
    remove();
  };
}

function withoutProductVariables(): Record<string, string | undefined> {
  const ours =
    /^(TIKTOK_SHOP_|SUPABASE_|DATABASE_URL|TOKEN_ENCRYPTION_KEYS|SESSION_SECRET|SCORE_SIGNING_KEY|AUDIT_|DATA_DIR|PORT|CDP_|NEXT_PUBLIC_)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name)));
}
