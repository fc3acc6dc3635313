import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { Sandbox } from "@lendfriend/tiktokshop-sandbox";
import { workerFlags } from "../../../../../../scripts/stack/worker-flags.ts";
import { intEnv } from "../../../../../../supabase/tests/harness.ts";
import type { ImportBench } from "./import-bench.ts";

export interface WorkerProcess {
  /** Everything that it has written so far. */
  readonly output: () => string;
  readonly pid: number | undefined;
  /** Whether it has ended, by whatever means. */
  readonly hasEnded: () => boolean;
  kill(signal: "SIGKILL" | "SIGTERM"): Promise<number | null>;
}

const root = join(import.meta.dirname, "../../../../../..");

/**
 * Starts the worker as production does: its own process, real environment, a clock that may be wrong. Resolves once it says
 * that it is ready.
 */
export async function startWorkerProcess(
  bench: Pick<ImportBench, "database" | "tokenEncryptionKeys">,
  sandbox: Pick<Sandbox, "app" | "url">,
  {
    clockSkewMs = 0,
    env = {},
  }: { readonly clockSkewMs?: number; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<WorkerProcess> {
  const { appKey, appSecret, serviceId } = sandbox.app;
  const child = spawn(
    join(root, "node_modules/.bin/node"),
    [...workerFlags, ...skewFlags(clockSkewMs), join(root, "apps/web-cdp/src/server/worker.ts")],
    {
      stdio: ["ignore", "pipe", "pipe"],
      env: {
        PATH: process.env.PATH,
        NODE_ENV: "test",
        DATABASE_URL: bench.database.url,
        SUPABASE_URL: intEnv("SUPABASE_URL"),
        SUPABASE_PUBLISHABLE_KEY: intEnv("SUPABASE_PUBLISHABLE_KEY"),
        SUPABASE_SECRET_KEY: intEnv("SUPABASE_SECRET_KEY"),
        SUPABASE_JWT_SECRET: intEnv("SUPABASE_JWT_SECRET"),
        SESSION_SECRET: intEnv("SESSION_SECRET"),
        TOKEN_ENCRYPTION_KEYS: bench.tokenEncryptionKeys,
        TIKTOK_SHOP_APP_KEY: appKey,
        TIKTOK_SHOP_APP_SECRET: appSecret,
        TIKTOK_SHOP_SERVICE_ID: serviceId,
        TIKTOK_SHOP_API_URL: sandbox.url,
        TIKTOK_SHOP_AUTH_URL: sandbox.url,
        FX_RATES_URL: "off",
        ALLOW_TEST_PROVIDER: "1",
        ...env,
        CLOCK_SKEW_MS: String(clockSkewMs),
      },
    },
  );
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    output += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    output += text;
  });
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  await ready(child, () => output);
  return {
    output: () => output,
    pid: child.pid,
    hasEnded,
    async kill(signal) {
      if (hasEnded()) return child.exitCode;
      const exit = once(child, "exit");
      child.kill(signal);
      await exit;
      return child.exitCode;
    },
  };
}

function skewFlags(clockSkewMs: number): readonly string[] {
  return clockSkewMs === 0 ? [] : ["--import", join(import.meta.dirname, "skewed-clock.ts")];
}

async function ready(child: ChildProcess, output: () => string): Promise<void> {
  const end = new AbortController();
  child.once("exit", () => end.abort());
  while (!output().includes("worker_ready")) {
    if (end.signal.aborted) throw new Error(`the worker did not start:\n${output()}`);
    await Promise.race([once(child.stdout ?? child, "data"), once(end.signal, "abort")]);
  }
}
