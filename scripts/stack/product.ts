import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Child } from "./children.ts";
import { openDataDir } from "./data-dir.ts";
import { hasOwnPlatform, hasOwnSupabase, refuseSandboxForOthersData } from "./given-settings.ts";
import { requireFreePort } from "./ports.ts";
import { productEnv } from "./product-env.ts";
import { ensureBuilt, type Start, startAppAndWorker, startSandbox, startSupabase } from "./product-steps.ts";
import { endAbandoned, lockDataDir } from "./run-lock.ts";
import { localSecrets } from "./secrets.ts";
import { StackError } from "./stack-error.ts";
import { childFailed } from "./wait-for-http.ts";

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
  refuseSandboxForOthersData(options.given);
  const isEmbedded = !hasOwnSupabase(options.given);
  const hasSandbox = !hasOwnPlatform(options.given);
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
    scoreSigningKey: secrets.scoreSigningKey,
    auditSigningKey: secrets.auditSigningKey,
    auditHeadsDir: join(dataDir, "audit-heads"),
    sandboxUrl,
  };
  const [stack] = await allOrNothing(start, [
    isEmbedded ? startSupabase(start) : Promise.resolve(null),
    hasSandbox ? startSandbox(start, productEnv({ ...common, supabase: {} })) : Promise.resolve(),
    options.mode === "production" ? ensureBuilt(start) : Promise.resolve(),
  ]);
  failIfStopping(start);
  const env = { ...productEnv({ ...common, supabase: stack?.env ?? null }), ...devEnv(options.mode) };
  await startAppAndWorker(start, env);
  return {
    url: `http://localhost:${options.port}`,
    sandboxUrl,
    sandboxControlUrl: hasSandbox ? `http://127.0.0.1:${options.sandboxControlPort}` : null,
    databaseUrl: env.DATABASE_URL ?? null,
    env,
  };
}

/**
 * Like `Promise.all`, but a failure first ends the processes of the other parts and waits for them, so that nobody
 * waits for a build that is of no use any more and every part's clean-up is known.
 */
async function allOrNothing<A, B, C>(
  start: Start,
  parts: readonly [Promise<A>, Promise<B>, Promise<C>],
): Promise<[A, B, C]> {
  const failures: unknown[] = [];
  const watched = parts.map((part: Promise<unknown>) =>
    part.catch(async (error: unknown) => {
      failures.push(error);
      await Promise.all(start.children.map((child) => child.stop()));
    }),
  );
  await Promise.all(watched);
  // What a part says after it was ended for another's failure is not the reason.
  if (failures.length > 0) throw failures[0];
  return Promise.all(parts);
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
