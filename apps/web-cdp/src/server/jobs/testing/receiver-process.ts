import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Sandbox } from "@lendfriend/tiktokshop-sandbox";
import { appFolder, nextPath } from "../../../../../../scripts/stack/app-build.ts";
import { freePort } from "../../../../../../scripts/stack/ports.ts";
import { repositoryRoot } from "../../../../../../scripts/stack/repository-root.ts";
import type { ImportBench } from "./import-bench.ts";

/** A process that takes deliveries, always at the same address however often it is killed and started. */
export interface Receiver {
  readonly url: string;
  start(): Promise<void>;
  /** kill -9. */
  kill(): Promise<void>;
}

/** The product's use-case and store behind a bare HTTP server: starts in a second. */
export async function smallReceiver(
  bench: Pick<ImportBench, "database">,
  sandbox: Pick<Sandbox, "app">,
): Promise<Receiver> {
  const port = await freePort();
  return receiver(`http://127.0.0.1:${port}/`, {
    args: ["--conditions=react-server", join(import.meta.dirname, "run-receiver.ts")],
    cwd: repositoryRoot,
    env: {
      DATABASE_URL: bench.database.url,
      APP_KEY: sandbox.app.appKey,
      APP_SECRET: sandbox.app.appSecret,
      PORT: String(port),
    },
  });
}

/** The product's own production server, which must have been built. */
export async function productionReceiver(env: Readonly<Record<string, string>>): Promise<Receiver> {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  return receiver(`http://127.0.0.1:${port}/api/tiktokshop/webhook`, {
    args: [nextPath(), "start", "-p", String(port), "-H", "127.0.0.1"],
    cwd: appFolder,
    env: { ...env, NODE_ENV: "production", NEXT_PUBLIC_APP_URL: origin, NEXT_TELEMETRY_DISABLED: "1" },
  });
}

interface Command {
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
}

function receiver(url: string, { args, cwd, env }: Command): Receiver {
  let child: ChildProcess | null = null;
  return {
    url,
    async start() {
      child = spawn(join(repositoryRoot, "node_modules/.bin/node"), [...args], {
        cwd,
        stdio: "ignore",
        env: { PATH: process.env.PATH, NODE_ENV: "test", ...env },
      });
      await answering(url);
    },
    async kill() {
      if (child === null || child.exitCode !== null) return;
      const exit = once(child, "exit");
      child.kill("SIGKILL");
      await exit;
    },
  };
}

/** An unsigned delivery is answered with 401 by whoever is up. */
async function answering(url: string): Promise<void> {
  for (let looks = 0; looks < 600; looks++) {
    const answer = await fetch(url, { method: "POST", body: "{}", signal: AbortSignal.timeout(2_000) }).catch(
      () => null,
    );
    if (answer?.status === 401) return;
    await sleep(50);
  }
  throw new Error(`nothing answers at ${url}`);
}
