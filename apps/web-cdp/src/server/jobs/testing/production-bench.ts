import { join } from "node:path";
import type { Sandbox } from "@lendfriend/tiktokshop-sandbox";
import { buildApp, isAppBuilt } from "../../../../../../scripts/stack/app-build.ts";
import type { Child } from "../../../../../../scripts/stack/children.ts";
import { lockDataDir } from "../../../../../../scripts/stack/run-lock.ts";
import { startStack } from "../../../../../../scripts/stack/stack.ts";
import { temporaryData } from "../../../../../../scripts/stack/temporary-data.ts";
import { type ImportBench, openBenchOn } from "./import-bench.ts";
import { productionReceiver, type Receiver } from "./receiver-process.ts";

export interface ProductionBench extends ImportBench {
  readonly receiver: Receiver;
}

/** A durable database and Data API of its own, as the product has them, and the production server on it. */
export async function openProductionBench(sandbox: Sandbox): Promise<ProductionBench> {
  const { dataDir, remove } = await temporaryData("int");
  const stack = await startStack({ dataDir });
  const lock = lockDataDir(dataDir);
  lock.record(stack.children);
  const env = {
    ...stack.env,
    ALLOW_TEST_PROVIDER: "1",
    LOG_LEVEL: "warn",
    SCORE_SIGNING_KEY: stack.secrets.scoreSigningKey,
    FX_RATES_URL: "off",
    TIKTOK_SHOP_APP_KEY: sandbox.app.appKey,
    TIKTOK_SHOP_APP_SECRET: sandbox.app.appSecret,
    TIKTOK_SHOP_SERVICE_ID: sandbox.app.serviceId,
    TIKTOK_SHOP_API_URL: sandbox.url,
    TIKTOK_SHOP_AUTH_URL: sandbox.url,
    TIKTOK_SHOP_AUTHORIZE_URL: `${sandbox.url}/open/authorize`,
    TIKTOK_SHOP_AUTHORIZE_URL_US: `${sandbox.url}/us/open/authorize`,
    TIKTOK_SHOP_CREATOR_AUTHORIZE_URL: `${sandbox.url}/alliance/creator/auth`,
  };
  if (!isAppBuilt()) {
    const onStart = (child: Child) => lock.record([...stack.children, child]);
    await buildApp({ logFile: join(dataDir, "run", "build.log"), env: process.env, onStart });
  }
  const bench = openBenchOn(stack.databaseUrl, stack.secrets.tokenEncryptionKeys, async () => {
    await stack.stop();
    remove();
  });
  return { ...bench, receiver: await productionReceiver(env) };
}
