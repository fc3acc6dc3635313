import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { intEnv } from "../../../../../../supabase/tests/harness.ts";

const root = join(import.meta.dirname, "../../../../../..");

interface Command {
  /** Resolves with the exit code (null when it was killed) and everything that it wrote. */
  readonly ended: Promise<{ readonly code: number | null; readonly output: string }>;
  hasEnded(): boolean;
  kill(): void;
}

/** Starts one of the operator's commands as its own process, on a database and with keys of the test's choice. */
export function startCommand(
  script: "reseal.ts" | "retire-key.ts",
  { databaseUrl, tokenKeys, args = [] }: { databaseUrl: string; tokenKeys: string; args?: readonly string[] },
): Command {
  const child: ChildProcess = spawn(
    join(root, "node_modules/.bin/node"),
    ["--conditions=react-server", join(root, "apps/web-cdp/src/server", script), ...args],
    {
      stdio: "pipe",
      env: {
        PATH: process.env.PATH,
        NODE_ENV: "test",
        DATABASE_URL: databaseUrl,
        TOKEN_ENCRYPTION_KEYS: tokenKeys,
        SUPABASE_URL: intEnv("SUPABASE_URL"),
        SUPABASE_PUBLISHABLE_KEY: intEnv("SUPABASE_PUBLISHABLE_KEY"),
        SUPABASE_SECRET_KEY: intEnv("SUPABASE_SECRET_KEY"),
        SUPABASE_JWT_SECRET: intEnv("SUPABASE_JWT_SECRET"),
        SESSION_SECRET: intEnv("SESSION_SECRET"),
        TIKTOK_SHOP_APP_KEY: "key",
        TIKTOK_SHOP_APP_SECRET: "secret",
        TIKTOK_SHOP_SERVICE_ID: "service",
      },
    },
  );
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  return {
    ended: once(child, "exit").then(([code]) => ({ code: typeof code === "number" ? code : null, output })),
    hasEnded: () => child.exitCode !== null || child.signalCode !== null,
    kill: () => void child.kill("SIGKILL"),
  };
}
