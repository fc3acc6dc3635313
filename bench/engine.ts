import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { createVault, type Vault } from "../apps/web-cdp/src/server/crypto/vault.ts";
import { repositoryRoot } from "../scripts/stack/repository-root.ts";
import { lockDataDir } from "../scripts/stack/run-lock.ts";
import { startStack } from "../scripts/stack/stack.ts";
import { temporaryData } from "../scripts/stack/temporary-data.ts";
import { workerFlags } from "../scripts/stack/worker-flags.ts";
import { connect } from "../supabase/tests/harness.ts";
import { connectShop } from "./sandbox-account.ts";
import { benchApp, type SandboxProcess } from "./sandbox-process.ts";

/** A database as the product has it: on disk, durable, every migration applied. Workers are started on it. */
export interface Engine {
  readonly pool: pg.Pool;
  /** Connects as the owner of everything. */
  readonly databaseUrl: string;
  /** Starts the product's worker process. */
  startWorker(sandbox: SandboxProcess): Promise<Worker>;
  /** Connects a shop as the web app does. From here on a worker imports it. */
  connect(sandbox: SandboxProcess, persona: string, scopes?: readonly string[]): Promise<StartedImport>;
  stop(): Promise<void>;
}

export interface Worker {
  /** The most memory that the process ever had resident, in bytes; null where the system does not tell. */
  peakMemory(): number | null;
  stop(): Promise<void>;
}

export interface StartedImport {
  readonly runId: string;
  readonly connectionId: string;
}

export async function openEngine(): Promise<Engine> {
  const { dataDir, remove } = await temporaryData("int");
  const stack = await startStack({ dataDir }).catch((error: unknown) => {
    remove();
    throw error;
  });
  lockDataDir(dataDir).record(stack.children);
  const pool = new pg.Pool({ connectionString: stack.databaseUrl, max: 4 });
  pool.on("error", () => undefined);
  const vault = vaultOf(stack.secrets.tokenEncryptionKeys);
  return {
    pool,
    databaseUrl: stack.databaseUrl,
    startWorker: (sandbox) => startWorker(stack.env, sandbox),
    connect: (sandbox, persona, scopes) => connectPersona({ pool, vault, sandbox, persona, scopes }),
    async stop() {
      await pool.end();
      await stack.stop();
      remove();
    },
  };
}

function vaultOf(keys: string): Vault {
  const [kid = "", key = ""] = keys.split(":");
  return createVault([{ kid, key: new Uint8Array(Buffer.from(key, "base64")) }]);
}

async function connectPersona(facts: {
  readonly pool: pg.Pool;
  readonly vault: Vault;
  readonly sandbox: SandboxProcess;
  readonly persona: string;
  readonly scopes: readonly string[] | undefined;
}): Promise<StartedImport> {
  const { pool, vault, sandbox, persona, scopes } = facts;
  const { connector, tokens, shop, displayName, region } = await connectShop(sandbox, persona, fetch, scopes);
  const connectionId = randomUUID();
  const { runId } = await connect(pool, {
    connectionId,
    account: tokens.account,
    platformUserId: tokens.platformUserId,
    displayName,
    region,
    accessToken: vault.seal(tokens.accessToken, { connectionId, field: "access", epoch: 1 }),
    accessTokenExpiresAt: tokens.accessTokenExpiresAt,
    refreshToken: vault.seal(tokens.refreshToken, { connectionId, field: "refresh", epoch: 1 }),
    refreshTokenExpiresAt: tokens.refreshTokenExpiresAt,
    grantedScopes: tokens.grantedScopes,
    missingScopes: connector.missingScopes(tokens.account, tokens.grantedScopes),
    shops: [shop],
  });
  return { runId, connectionId };
}

async function startWorker(env: Readonly<Record<string, string>>, sandbox: SandboxProcess): Promise<Worker> {
  const child = spawn(process.execPath, [...workerFlags, join(repositoryRoot, "apps/web-cdp/src/server/worker.ts")], {
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...env,
      PATH: process.env.PATH,
      NODE_ENV: "test",
      TIKTOK_SHOP_APP_KEY: benchApp.appKey,
      TIKTOK_SHOP_APP_SECRET: benchApp.appSecret,
      TIKTOK_SHOP_SERVICE_ID: benchApp.serviceId,
      TIKTOK_SHOP_API_URL: sandbox.url,
      TIKTOK_SHOP_AUTH_URL: sandbox.url,
      FX_RATES_URL: "off",
      ALLOW_TEST_PROVIDER: "1",
    },
  });
  await readyLine(child);
  return {
    peakMemory: () => peakMemoryOf(child.pid ?? 0),
    async stop() {
      if (child.exitCode !== null) return;
      const exit = once(child, "exit");
      child.kill("SIGTERM");
      await exit;
    },
  };
}

/** Waits for the worker's word that it is ready, and keeps reading so that its pipes never fill up. */
async function readyLine(child: ChildProcess): Promise<void> {
  let output = "";
  const keep = (text: string) => {
    output = `${output}${text}`.slice(-20_000);
  };
  child.stdout?.setEncoding("utf8").on("data", keep);
  child.stderr?.setEncoding("utf8").on("data", keep);
  while (!output.includes("worker_ready")) {
    if (child.exitCode !== null) throw new Error(`The worker did not start:\n${output}`);
    await sleep(50);
  }
}

function peakMemoryOf(pid: number): number | null {
  if (process.platform !== "linux") return null;
  const found = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return found === undefined ? null : Number(found) * 1024;
}
