import "server-only";
import type { Connector, Platform } from "@lendfriend/connector";
import { tikTokShopConnector } from "#lib/tiktokshop-client/index.ts";
import { auditRecording } from "./audit/audit-recording.ts";
import { createVault } from "./crypto/vault.ts";
import { EnvError, readWorkerEnv } from "./env.ts";
import { startWorker } from "./jobs/start-worker.ts";
import { stopOnSignal } from "./jobs/stop-on-signal.ts";
import { createLog } from "./log.ts";
import { createPgPaceLedger } from "./stores/pg/pace-ledger.ts";
import { createPool } from "./stores/pg/pool.ts";
import { webhookAddress } from "./webhook-address.ts";

/** The worker's process: imports, scores, refreshes tokens and rates, and reads stored webhooks until it is told to stop. */
async function main(): Promise<void> {
  const env = readWorkerEnv();
  const log = createLog(env.logLevel, { process: "worker" });
  process.on("unhandledRejection", (error) => {
    log.error("unhandled_rejection", error);
    process.exit(1);
  });
  const { databaseUrl, ratesUrl } = env;
  const pacePool = createPool({ databaseUrl, applicationName: "web-cdp-pace", max: 3 });
  pacePool.on("error", (error) => log.error("pool_error", error));
  const tikTokShop = tikTokShopConnector(env, { pace: createPgPaceLedger(pacePool) });
  const connectors = new Map<Platform, Connector>([["tiktokshop", tikTokShop]]);
  const vault = createVault(env.tokenKeys);
  const address = webhookAddress(env);
  if (address === null) log.warn("webhook_topics_left_to_partner_center", { appUrl: env.appUrl });
  const auditHeads = auditRecording(env);
  if (auditHeads === null) log.warn("audit_heads_not_recorded", {});
  const options = { databaseUrl, connectors, vault, log, ratesUrl, webhookAddress: address, auditHeads };
  stopOnSignal(await startWorker(options), { log });
}

main().catch((error) => {
  if (error instanceof EnvError) process.stderr.write(`${error.message}\n`);
  else createLog("error", { process: "worker" }).error("worker_not_started", error);
  process.exit(1);
});
