import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { freePort } from "../scripts/stack/ports.ts";
import { startProduct } from "../scripts/stack/product.ts";
import { processesFile } from "../scripts/stack/run-lock.ts";
import { temporaryData } from "../scripts/stack/temporary-data.ts";
import { benchApp } from "./sandbox-process.ts";

/** The whole product on this machine, as `pnpm demo` starts it, behind one proxy whose word on addresses it believes. */
export interface RunningProduct {
  readonly url: string;
  readonly pool: pg.Pool;
  /** Secrets and logs of this installation. */
  readonly dataDir: string;
  /** Memory of the app's and the worker's processes that is resident now, in bytes. */
  residentBytes(): number;
  /** Processor time that the app's process has used since it started, of all its threads, in milliseconds. */
  appCpuMs(): number;
  /** How often a text stands in what the processes logged. */
  countInLogs(text: string): number;
  stop(): Promise<void>;
}

export async function openProduct(): Promise<RunningProduct> {
  const { dataDir, remove } = await temporaryData("int");
  const product = startProduct({
    dataDir,
    port: await freePort(),
    sandboxPort: await freePort(),
    sandboxControlPort: await freePort(),
    given: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      TRUSTED_PROXY_COUNT: "1",
      LOG_LEVEL: "warn",
      TIKTOK_SHOP_APP_KEY: benchApp.appKey,
      TIKTOK_SHOP_APP_SECRET: benchApp.appSecret,
      TIKTOK_SHOP_SERVICE_ID: benchApp.serviceId,
    },
    mode: "production",
    durable: true,
    say: () => undefined,
    onStep: () => undefined,
  });
  const up = await product.ready.catch((error: unknown) => {
    remove();
    throw error;
  });
  const pool = new pg.Pool({ connectionString: up.databaseUrl ?? "", max: 4 });
  pool.on("error", () => undefined);
  const logs = join(dataDir, "run");
  return {
    url: up.url,
    pool,
    dataDir,
    residentBytes: () => ourProcesses(dataDir).reduce((sum, pid) => sum + residentBytesOf(pid), 0),
    appCpuMs: () => cpuMsOf(appProcess(dataDir)),
    countInLogs: (text) =>
      readdirSync(logs)
        .filter((name) => name.endsWith(".log"))
        .reduce((sum, name) => sum + readFileSync(join(logs, name), "utf8").split(text).length - 1, 0),
    async stop() {
      await pool.end();
      await product.stop();
      remove();
    },
  };
}

/** The app and the worker; the stack's other processes are not ours. Throws where they cannot be told apart. */
function ourProcesses(dataDir: string): readonly number[] {
  const ours = [...processesLike(dataDir, /worker\.ts/), appProcess(dataDir)];
  if (ours.length < 2) throw new Error(`The app and the worker should both run; found ${ours.length} of them.`);
  return ours;
}

/** Next names its server's process anew. */
function appProcess(dataDir: string): number {
  const app = processesLike(dataDir, /\/next\/|^next-server/).at(-1);
  if (app === undefined) throw new Error("The app should run; none of the stack's processes is it.");
  return app;
}

function processesLike(dataDir: string, command: RegExp): readonly number[] {
  const { children } = JSON.parse(readFileSync(processesFile(dataDir), "utf8"));
  const pids: readonly number[] = children.map(({ pid }: { readonly pid: number }) => pid);
  return pids.filter((pid) => command.test(commandOf(pid)));
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8");
  } catch {
    return "";
  }
}

function residentBytesOf(pid: number): number {
  const found = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return Number(found ?? 0) * 1024;
}

/** Linux counts processor time in hundredths of a second. */
function cpuMsOf(pid: number): number {
  // The name in parentheses may hold blanks; the fourteenth and fifteenth of the whole line are user's and system's time.
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
}
