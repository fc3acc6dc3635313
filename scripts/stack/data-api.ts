import { readFileSync, realpathSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Child, startChild } from "./children.ts";
import { repositoryRoot } from "./repository-root.ts";
import type { LocalSecrets } from "./secrets.ts";
import { StackError } from "./stack-error.ts";

export interface DataApiOptions {
  /** The repository's supabase/config.toml: what is exposed there is exposed here. */
  readonly configToml: string;
  readonly workDir: string;
  readonly port: number;
  readonly databasePort: number;
  readonly secrets: LocalSecrets;
}

/** Starts the embedded Data API (@supabase/lite) and waits until it answers. Throws `StackError` when it does not. */
export async function startDataApi(options: DataApiOptions): Promise<Child> {
  const config = join(options.workDir, "data-api.json");
  writeFileSync(config, JSON.stringify(dataApiConfig(options), null, 2), { mode: 0o600 });
  const { secrets } = options;
  const child = startChild({
    name: "Data API",
    command: process.execPath,
    args: [litePath(), "start", "--no-admin", "--config", config],
    cwd: options.workDir,
    logFile: join(options.workDir, "data-api.log"),
    hide: /sb_(publishable|secret)_/,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      LITE_TELEMETRY: "0",
      DO_NOT_TRACK: "1",
      LITE_NON_INTERACTIVE: "1",
      NO_COLOR: "1",
      LITE_DB_URL: `postgres://lite_api:${encodeURIComponent(secrets.apiPassword)}@127.0.0.1:${options.databasePort}/postgres`,
      SUPABASE_JWT_SECRET: secrets.jwtSecret,
      SUPABASE_PUBLISHABLE_KEY: secrets.publishableKey,
      SUPABASE_SECRET_KEY: secrets.secretKey,
    },
  });
  try {
    await waitUntilReady(child, options.port, secrets.secretKey);
  } catch (error) {
    await child.stop();
    throw error;
  }
  return child;
}

function dataApiConfig(options: DataApiOptions): object {
  const toml = readFileSync(options.configToml, "utf8");
  return {
    api: { port: options.port, schemas: exposedSchemas(toml), max_rows: maxRows(toml) },
    db: { driver: "postgres", url: "env(LITE_DB_URL)" },
    auth: {
      // Token checks need it; nobody signs up here, people sign in with a wallet at the app's own routes.
      enabled: true,
      enable_signup: false,
      jwt_secret: "env(SUPABASE_JWT_SECRET)",
      publishable_key: "env(SUPABASE_PUBLISHABLE_KEY)",
      secret_key: "env(SUPABASE_SECRET_KEY)",
    },
  };
}

/** The schemas that supabase/config.toml exposes. Throws `StackError` when it does not say. */
export function exposedSchemas(toml: string): readonly string[] {
  const [, list] = /^schemas\s*=\s*\[([^\]]*)\]/m.exec(toml) ?? [];
  const schemas = [...(list ?? "").matchAll(/"([^"]+)"/g)].map(([, schema = ""]) => schema);
  if (schemas.length > 0) return schemas;
  throw new StackError("start_failed", "supabase/config.toml does not say which schemas the Data API exposes.");
}

function maxRows(toml: string): number {
  return Number(/^max_rows\s*=\s*(\d+)/m.exec(toml)?.[1] ?? 1_000);
}

function litePath(): string {
  // Its command is not among the package's exports.
  return realpathSync(join(repositoryRoot, "node_modules", "@supabase", "lite", "dist", "cli", "index.js"));
}

async function waitUntilReady(child: Child, port: number, secretKey: string): Promise<void> {
  let ended: string | null = null;
  void child.ended.then((how) => {
    ended = how;
  });
  for (let attempt = 0; attempt < 300; attempt += 1) {
    if (ended !== null) throw failed(child, ended);
    try {
      const answer = await fetch(`http://127.0.0.1:${port}/rest/v1/rpc/health_check`, {
        method: "POST",
        headers: { apikey: secretKey, "content-type": "application/json" },
        body: "{}",
        signal: AbortSignal.timeout(5_000),
      });
      if (answer.ok) return;
      throw failed(child, `its first answer was ${answer.status}`);
    } catch (error) {
      if (error instanceof StackError) throw error;
    }
    await sleep(100);
  }
  throw failed(child, "it does not answer");
}

function failed(child: Child, how: string): StackError {
  const reason = child.lastLines().find((line) => /error/i.test(line));
  return new StackError("start_failed", `The Data API did not start: ${how}${reason ? ` (${reason.trim()})` : ""}.`);
}
