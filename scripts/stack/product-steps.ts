import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { appFolder, buildApp, isAppBuilt, nextPath } from "./app-build.ts";
import { type Child, startChild } from "./children.ts";
import { pickInnerPort, portFrom } from "./ports.ts";
import type { ProductOptions } from "./product.ts";
import { repositoryRoot } from "./repository-root.ts";
import { type Stack, startStack } from "./stack.ts";
import { childFailed, waitForHttp } from "./wait-for-http.ts";
import { workerFlags } from "./worker-flags.ts";

type Variables = Readonly<Record<string, string | undefined>>;

/** A start of the product, as its steps see it. */
export interface Start {
  readonly options: ProductOptions;
  readonly dataDir: string;
  readonly workDir: string;
  readonly children: Child[];
  readonly stops: (() => Promise<void> | void)[];
  readonly isStopping: () => boolean;
  readonly recordChild: (child: Child) => Child;
}

export async function startSupabase(start: Start): Promise<Stack> {
  const { options, dataDir } = start;
  const { given, say } = options;
  const inner = (usual: number, purpose: string, variable: string) => () =>
    pickInnerPort({ usual, pinned: portFrom(given[variable], variable), purpose, variable, say });
  let began = performance.now();
  let current: string | null = null;
  const finish = () => {
    if (current !== null) options.onStep(current, secondsSince(began));
    began = performance.now();
  };
  const titles = { database: "Database", migrations: "Migrations", data_api: "Data API" } as const;
  const stack = await startStack({
    dataDir,
    durable: options.durable,
    say,
    chooseDatabasePort: inner(54_322, "the database", "EMBEDDED_POSTGRES_PORT"),
    chooseApiPort: inner(54_321, "the Data API", "EMBEDDED_API_PORT"),
    onStep: (step) => {
      finish();
      current = titles[step];
    },
  });
  finish();
  // First in, last out: everything else is stopped before the database.
  start.stops.splice(1, 0, stack.stop);
  for (const child of stack.children) start.recordChild(child);
  return stack;
}

export async function startSandbox(start: Start, env: Variables): Promise<void> {
  const { options, dataDir, workDir } = start;
  const began = performance.now();
  const appUrl = env.NEXT_PUBLIC_APP_URL;
  const child = start.recordChild(
    startChild({
      name: "TikTok Shop sandbox",
      command: process.execPath,
      args: [join(repositoryRoot, "packages", "tiktokshop-sandbox", "src", "cli.ts")],
      cwd: repositoryRoot,
      logFile: join(workDir, "sandbox.log"),
      env: {
        ...sandboxEnv(env),
        SANDBOX_PORT: String(options.sandboxPort),
        SANDBOX_CONTROL_PORT: String(options.sandboxControlPort),
        SANDBOX_REDIRECT_URL: env.SANDBOX_REDIRECT_URL ?? `${appUrl}/api/tiktokshop/callback`,
        SANDBOX_WEBHOOK_URL: env.SANDBOX_WEBHOOK_URL ?? `http://127.0.0.1:${options.port}/api/tiktokshop/webhook`,
        SANDBOX_STATE_FILE: env.SANDBOX_STATE_FILE ?? join(dataDir, "sandbox-state.json"),
      },
    }),
  );
  await waitForHttp(child, `http://127.0.0.1:${options.sandboxControlPort}/`, 20_000);
  options.onStep(child.name, secondsSince(began));
}

/** The sandbox plays somebody else: it gets the app's registration and none of our keys. */
function sandboxEnv(env: Variables): Record<string, string | undefined> {
  const its = /^(PATH|HOME|TMPDIR|NODE_ENV|SANDBOX_\w+|TIKTOK_SHOP_(APP_KEY|APP_SECRET|SERVICE_ID))$/;
  return Object.fromEntries(Object.entries(env).filter(([name]) => its.test(name)));
}

export async function ensureBuilt(start: Start): Promise<void> {
  const began = performance.now();
  if (!isAppBuilt()) {
    start.options.say("Building the app; this takes about a minute the first time.");
    await buildApp({
      logFile: join(start.workDir, "build.log"),
      env: start.options.given,
      onStart: start.recordChild,
    });
  }
  start.options.onStep("App build", secondsSince(began));
}

/** Starts both and waits until the app answers and a worker has been seen. */
export async function startAppAndWorker(start: Start, env: Variables): Promise<void> {
  const { port, mode, given, onStep, say } = start.options;
  const began = performance.now();
  const common = { command: process.execPath, cwd: appFolder, env };
  const worker = start.recordChild(
    startChild({
      ...common,
      name: "Worker",
      args: [...(mode === "dev" ? ["--watch"] : []), ...workerFlags, join("src", "server", "worker.ts")],
      logFile: join(start.workDir, "worker.log"),
    }),
  );
  const app = start.recordChild(
    startChild({
      ...common,
      name: "App",
      args: [nextPath(), mode === "dev" ? "dev" : "start", "-p", String(port), "-H", given.HOST || "127.0.0.1"],
      logFile: join(start.workDir, "app.log"),
      stopTimeoutMs: 5_000,
    }),
  );
  const health = `http://127.0.0.1:${port}/api/health`;
  await waitForHttp(app, health, 90_000);
  if (!(await waitForWorker(worker, health))) say("No worker has been seen yet; imports will wait for it.");
  onStep("App and worker", secondsSince(began));
}

/** Whether the app's health has seen a worker, within 15 s. Throws `StackError` when the worker ends instead. */
async function waitForWorker(worker: Child, healthUrl: string): Promise<boolean> {
  for (let attempt = 0; attempt < 75; attempt += 1) {
    const ended = await Promise.race([worker.ended, sleep(200, null)]);
    if (ended !== null) throw childFailed(worker, ended);
    const answer = await fetch(healthUrl, { signal: AbortSignal.timeout(5_000) }).catch(() => null);
    const health = (await answer?.text()) ?? "";
    if (/"worker":\s*"ok"/.test(health)) return true;
  }
  return false;
}

function secondsSince(began: number): number {
  return (performance.now() - began) / 1_000;
}
