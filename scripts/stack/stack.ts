import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import pg from "pg";
import type { Child } from "./children.ts";
import { startDataApi } from "./data-api.ts";
import { openDataDir } from "./data-dir.ts";
import { applyMigrations, readMigrations } from "./migrations.ts";
import { freePort, startOnPort } from "./ports.ts";
import { ensurePostgres } from "./postgres.ts";
import { repositoryRoot } from "./repository-root.ts";
import { prepareDataApi, prepareRoles } from "./roles.ts";
import { type LocalSecrets, localSecrets } from "./secrets.ts";

export interface StackOptions {
  readonly dataDir: string;
  /** Asked only when that part has to be started, again when the answer is taken by then. Any free port when left out. */
  readonly chooseDatabasePort?: () => Promise<number>;
  readonly chooseApiPort?: () => Promise<number>;
  /** False for a stack that a test throws away. */
  readonly durable?: boolean;
  readonly say?: (line: string) => void;
  /** Called when a part begins, for progress. */
  readonly onStep?: (step: "database" | "migrations" | "data_api") => void;
}

/** The local Supabase: PostgreSQL with all migrations applied, and the Data API in front of it. */
export interface Stack {
  /** Connects as the owner of everything. */
  readonly databaseUrl: string;
  readonly supabaseUrl: string;
  readonly secrets: LocalSecrets;
  /** The variables that the app and its worker read. */
  readonly env: Readonly<Record<string, string>>;
  readonly children: readonly Child[];
  readonly stop: () => Promise<void>;
}

/** Starts the local Supabase on a data folder. Throws `StackError`, leaving nothing running. */
export async function startStack(options: StackOptions): Promise<Stack> {
  const dataDir = resolve(options.dataDir);
  const say = options.say ?? (() => undefined);
  openDataDir(dataDir);
  const secrets = localSecrets(dataDir);
  const workDir = join(dataDir, "run");
  mkdirSync(workDir, { recursive: true, mode: 0o700 });

  options.onStep?.("database");
  const postgres = await ensurePostgres({
    dataDir,
    password: secrets.databasePassword,
    choosePort: options.chooseDatabasePort ?? freePort,
    durable: options.durable ?? true,
    say,
  });
  try {
    options.onStep?.("migrations");
    await migrate(postgres.url, secrets.apiPassword);
    options.onStep?.("data_api");
    const configToml = join(repositoryRoot, "supabase", "config.toml");
    const { api, port } = await startOnPort(options.chooseApiPort ?? freePort, async (port) => ({
      api: await startDataApi({ configToml, workDir, port, databasePort: postgres.port, secrets }),
      port,
    }));
    const supabaseUrl = `http://127.0.0.1:${port}`;
    return {
      databaseUrl: postgres.url,
      supabaseUrl,
      secrets,
      env: stackEnv(secrets, postgres.url, supabaseUrl),
      children: [api],
      stop: async () => {
        await api.stop();
        await postgres.stop();
      },
    };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}

async function migrate(databaseUrl: string, apiPassword: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await prepareRoles(client, apiPassword);
    await applyMigrations(client, readMigrations(join(repositoryRoot, "supabase", "migrations")));
    await prepareDataApi(client);
  } finally {
    await client.end();
  }
}

function stackEnv(secrets: LocalSecrets, databaseUrl: string, supabaseUrl: string): Record<string, string> {
  return {
    DATABASE_URL: databaseUrl,
    SUPABASE_URL: supabaseUrl,
    SUPABASE_PUBLISHABLE_KEY: secrets.publishableKey,
    SUPABASE_SECRET_KEY: secrets.secretKey,
    SUPABASE_JWT_SECRET: secrets.jwtSecret,
    TOKEN_ENCRYPTION_KEYS: secrets.tokenEncryptionKeys,
    SESSION_SECRET: secrets.sessionSecret,
  };
}
