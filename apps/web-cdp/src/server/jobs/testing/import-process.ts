import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { Sandbox } from "@lendfriend/tiktokshop-sandbox";
import type { ImportBench } from "./import-bench.ts";

const root = join(import.meta.dirname, "../../../../../..");

export interface TestProcess {
  /** Resolves with the exit code, or null when it was killed. */
  readonly ended: Promise<number | null>;
  /** Resolves when it has said that it is ready to work. */
  readonly started: Promise<unknown>;
  /** Lets a process that waits for it begin. */
  begin(): void;
  kill(): void;
  readonly output: () => string;
}

/** Carries one run on in a process of its own, without a queue, so that a test can kill it at any moment. */
export function startImportProcess(bench: ImportBench, sandbox: Sandbox, runId: string, nowMs: number): TestProcess {
  return startTestProcess(bench, sandbox, { script: "run-import.ts", env: { RUN_ID: runId, NOW_MS: String(nowMs) } });
}

/** Starts a script of this folder on the bench's database and the sandbox. */
export function startTestProcess(
  bench: ImportBench,
  sandbox: Sandbox,
  { script, env }: { readonly script: string; readonly env: Readonly<Record<string, string>> },
): TestProcess {
  const child: ChildProcess = spawn(
    join(root, "node_modules/.bin/node"),
    ["--conditions=react-server", join(import.meta.dirname, script)],
    {
      stdio: "pipe",
      env: {
        PATH: process.env.PATH,
        NODE_ENV: "test",
        DATABASE_URL: bench.database.url,
        TOKEN_KEY: bench.tokenEncryptionKeys.slice("k1:".length),
        SANDBOX_URL: sandbox.url,
        APP_KEY: sandbox.app.appKey,
        APP_SECRET: sandbox.app.appSecret,
        SERVICE_ID: sandbox.app.serviceId,
        ...env,
      },
    },
  );
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  const ended = once(child, "exit").then(([code]) => (typeof code === "number" ? code : null));
  const started = child.stdout ? Promise.race([once(child.stdout, "data"), ended]) : ended;
  return {
    ended,
    started,
    begin: () => child.stdin?.write("begin\n"),
    kill: () => child.kill("SIGKILL"),
    output: () => output,
  };
}
