import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { appFolder, buildApp, isAppBuilt, nextPath } from "./app-build.ts";
import { type Child, startChild } from "./children.ts";
import { openDataDir } from "./data-dir.ts";
import { pickInnerPort, portFrom, requireFreePort } from "./ports.ts";
import { productEnv } from "./product-env.ts";
import { repositoryRoot } from "./repository-root.ts";
import { endAbandoned, lockDataDir } from "./run-lock.ts";
import { localSecrets } from "./secrets.ts";
import { type Stack, startStack } from "./stack.ts";
import { StackError } from "./stack-error.ts";
import { childFailed, waitForHttp } from "./wait-for-http.ts";

export interface ProductOptions {
  readonly dataDir: string;
  readonly port: number;
  readonly sandboxPort: number;
  readonly sandboxControlPort: number;
  /** What is set already, `process.env` as a rule: SUPABASE_URL replaces the embedded one, TIKTOK_SHOP_API_URL the sandbox. */
  readonly given: Readonly<Record<string, string | undefined>>;
  /** `dev` serves the sources themselves and reloads on change. */
  readonly mode: "production" | "dev";
  /** False for a stack that a test throws away. */
  readonly durable: boolean;
  readonly say: (line: string) => void;
  /** Called when a step is done, with its seconds. */
  readonly onStep: (step: string, seconds: number) => void;
}

/** Everything of the product on one machine: database, Data API, sandbox, worker, app. */
export interface Product {
  readonly url: string;
  readonly sandboxUrl: string | null;
  readonly sandboxControlUrl: string | null;
  /** Direct connection of the owner, or null when a given SUPABASE_URL came without DATABASE_URL. */
  readonly databaseUrl: string | null;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Settles when one of the processes ends although nobody asked it to. */
  readonly broken: Promise<StackError>;
  readonly stop: () => Promise<void>;
}

/** A product that is starting: it can be stopped at any moment, and `ready` then rejects. */
export interface StartingProduct {
  readonly ready: Promise<Product>;
  readonly stop: () => Promise<void>;
}

interface Start {
  readonly options: ProductOptions;
  readonly dataDir: string;
  readonly workDir: string;
  readonly children: Child[];
  readonly stops: (() => Promise<void> | void)[];
  readonly isStopping: () => boolean;
  readonly recordChild: (child: Child) => Child;
}

/** Starts the whole product. `ready` rejects with a `StackError` when it cannot, leaving nothing running. */
export function startProduct(options: ProductOptions): StartingProduct {
  const dataDir = resolve(options.dataDir);
  let stopping: Promise<void> | null = null;
  const stops: (() => Promise<void> | void)[] = [];
  const children: Child[] = [];
  let record: (children: readonly Child[]) => void = () => undefined;
  const start: Start = {
    options,
    dataDir,
    workDir: join(dataDir, "run"),
    children,
    stops,
    isStopping: () => stopping !== null,
    recordChild: (child) => {
      children.push(child);
      stops.push(child.stop);
      record(children);
      // A stop that came a moment earlier could not see this process yet.
      if (stopping !== null) void child.stop();
      return child;
    },
  };
  let isUp = false;
  const launched = launch(start, (recordIn) => {
    record = recordIn;
  });
  const stop = () => {
    stopping ??= (async () => {
      // Still starting: ending what runs makes every wait for it give up at once.
      if (!isUp) await Promise.all(children.map((child) => child.stop()));
      await launched.catch(() => undefined);
      for (const undo of stops.splice(0).reverse()) await undo();
    })();
    return stopping;
  };
  const ready = launched.then(
    (product) => {
      isUp = true;
      return { ...product, stop, broken: brokenOf(start) };
    },
    async (error: unknown) => {
      await stop();
      throw error;
    },
  );
  return { ready, stop };
}

async function launch(
  start: Start,
  onLock: (record: (children: readonly Child[]) => void) => void,
): Promise<Omit<Product, "stop" | "broken">> {
  const { options, dataDir, workDir } = start;
  const isEmbedded = !options.given.SUPABASE_URL;
  const hasSandbox = !options.given.TIKTOK_SHOP_API_URL;
  await endAbandoned(dataDir);
  await requireFreePort(options.port, "the app", "PORT");
  if (hasSandbox) {
    await requireFreePort(options.sandboxPort, "the TikTok Shop sandbox", "SANDBOX_PORT");
    await requireFreePort(options.sandboxControlPort, "the sandbox's control", "SANDBOX_CONTROL_PORT");
  }
  openDataDir(dataDir);
  mkdirSync(workDir, { recursive: true, mode: 0o700 });
  const lock = lockDataDir(dataDir);
  start.stops.push(lock.release);
  onLock(lock.record);

  const secrets = localSecrets(dataDir);
  const sandboxUrl = hasSandbox ? `http://127.0.0.1:${options.sandboxPort}` : null;
  const common = {
    given: options.given,
    port: options.port,
    tokenEncryptionKeys: secrets.tokenEncryptionKeys,
    sessionSecret: secrets.sessionSecret,
    sandboxUrl,
  };
  const [stack] = await allOrNothing([
    isEmbedded ? startSupabase(start) : Promise.resolve(null),
    hasSandbox ? startSandbox(start, productEnv({ ...common, supabase: {} })) : Promise.resolve(),
    options.mode === "production" ? ensureBuilt(start) : Promise.resolve(),
  ]);
  failIfStopping(start);
  const env = { ...productEnv({ ...common, supabase: stack?.env ?? null }), ...devEnv(options.mode) };
  await Promise.all([startWorker(start, env), startApp(start, env)]);
  return {
    url: `http://localhost:${options.port}`,
    sandboxUrl,
    sandboxControlUrl: hasSandbox ? `http://127.0.0.1:${options.sandboxControlPort}` : null,
    databaseUrl: env.DATABASE_URL ?? null,
    env,
  };
}

/** Like `Promise.all`, but waits for every part before it rejects, so that each part's clean-up is known by then. */
async function allOrNothing<A, B, C>(parts: readonly [Promise<A>, Promise<B>, Promise<C>]): Promise<[A, B, C]> {
  await Promise.allSettled(parts);
  return Promise.all(parts);
}

async function startSupabase(start: Start): Promise<Stack> {
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

async function startSandbox(start: Start, env: Readonly<Record<string, string | undefined>>): Promise<void> {
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
function sandboxEnv(env: Readonly<Record<string, string | undefined>>): Record<string, string | undefined> {
  const its = /^(PATH|HOME|TMPDIR|NODE_ENV|SANDBOX_\w+|TIKTOK_SHOP_(APP_KEY|APP_SECRET|SERVICE_ID))$/;
  return Object.fromEntries(Object.entries(env).filter(([name]) => its.test(name)));
}

async function ensureBuilt(start: Start): Promise<void> {
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

async function startWorker(start: Start, env: Readonly<Record<string, string | undefined>>): Promise<void> {
  const watch = start.options.mode === "dev" ? ["--watch"] : [];
  start.recordChild(
    startChild({
      name: "Worker",
      command: process.execPath,
      args: [...watch, "--conditions=react-server", join("src", "server", "worker.ts")],
      cwd: appFolder,
      logFile: join(start.workDir, "worker.log"),
      env,
    }),
  );
}

async function startApp(start: Start, env: Readonly<Record<string, string | undefined>>): Promise<void> {
  const { port, mode, given, onStep } = start.options;
  const began = performance.now();
  const child = start.recordChild(
    startChild({
      name: "App",
      command: process.execPath,
      args: [nextPath(), mode === "dev" ? "dev" : "start", "-p", String(port), "-H", given.HOST || "127.0.0.1"],
      cwd: appFolder,
      logFile: join(start.workDir, "app.log"),
      env,
      stopTimeoutMs: 5_000,
    }),
  );
  await waitForHttp(child, `http://127.0.0.1:${port}/api/health`, 90_000);
  onStep("App", secondsSince(began));
}

function devEnv(mode: ProductOptions["mode"]): Record<string, string | undefined> {
  return mode === "dev" ? { NODE_ENV: "development" } : {};
}

function failIfStopping(start: Start): void {
  if (start.isStopping()) throw new StackError("child_died", "Stopped before everything was up.");
}

function brokenOf(start: Start): Promise<StackError> {
  const lasting = start.children.filter(({ name }) => name !== "App build");
  return Promise.race(
    lasting.map(async (child) => {
      const how = await child.ended;
      // An asked-for end is no failure: then this never settles.
      if (start.isStopping()) return new Promise<StackError>(() => undefined);
      return childFailed(child, how);
    }),
  );
}

function secondsSince(began: number): number {
  return (performance.now() - began) / 1_000;
}
