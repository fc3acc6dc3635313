import { join } from "node:path";
import type { Sandbox } from "@lendfriend/tiktokshop-sandbox";
import { buildApp, isAppBuilt } from "../../../../../../scripts/stack/app-build.ts";
import type { Child } from "../../../../../../scripts/stack/children.ts";
import { type DurableBench, openDurableBench } from "./durable-bench.ts";
import { type ImportBench, openBench } from "./import-bench.ts";
import { productionReceiver, type Receiver, smallReceiver } from "./receiver-process.ts";

export interface ReceivingBench extends ImportBench {
  /** Not started yet. */
  readonly receiver: Receiver;
}

/** Whether a long run is asked for, in which the production server takes part. */
export const isProduction = process.env.CHAOS_SERVER === "production";

/** A bench and a process that takes deliveries: the production server on a durable database, or the small one in short runs. */
export async function openReceivingBench(sandbox: Sandbox): Promise<ReceivingBench> {
  if (!isProduction) {
    const bench = await openBench();
    return { ...bench, receiver: await smallReceiver(bench, sandbox) };
  }
  const bench = await openDurableBench();
  return { ...bench, receiver: await productionServer(bench, sandbox) };
}

/** The production server on a bench's stack; builds it first when the sources have changed. Not started yet. */
export async function productionServer(
  { stack, dataDir, lock }: Pick<DurableBench, "stack" | "dataDir" | "lock">,
  sandbox: Pick<Sandbox, "app" | "url">,
): Promise<Receiver> {
  if (!isAppBuilt()) {
    const onStart = (child: Child) => lock.record([...stack.children, child]);
    await buildApp({ logFile: join(dataDir, "run", "build.log"), env: process.env, onStart });
  }
  return productionReceiver({
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
  });
}
