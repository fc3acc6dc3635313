import { join } from "node:path";
import type { Child } from "../../../../../../scripts/stack/children.ts";
import { startDataApi } from "../../../../../../scripts/stack/data-api.ts";
import { openDataDir } from "../../../../../../scripts/stack/data-dir.ts";
import { crashPostgres, ensurePostgres } from "../../../../../../scripts/stack/postgres.ts";
import { repositoryRoot } from "../../../../../../scripts/stack/repository-root.ts";
import { lockDataDir, type RunLock } from "../../../../../../scripts/stack/run-lock.ts";
import { type Stack, startStack } from "../../../../../../scripts/stack/stack.ts";
import { temporaryData } from "../../../../../../scripts/stack/temporary-data.ts";
import { type ImportBench, openBenchOn } from "./import-bench.ts";
import { mountSmallDisk, type SmallDisk } from "./small-disk.ts";

/** A durable database and Data API of its own, as the product has them, which can crash and come back. */
export interface DurableBench extends ImportBench {
  readonly stack: Stack;
  readonly dataDir: string;
  readonly lock: RunLock;
  /** The disk under the database's files; null when it could not be made small, or was not asked to be. */
  readonly disk: SmallDisk | null;
  /** Crashes the database as a power cut would. */
  crash(): Promise<void>;
  /** Starts it again where it does not run, and the Data API, which may have ended with it. */
  revive(): Promise<void>;
}

export async function openDurableBench(
  options: { readonly diskMegabytes?: number; readonly tokenEncryptionKeys?: string } = {},
): Promise<DurableBench> {
  const { dataDir, remove } = await temporaryData("int");
  openDataDir(dataDir);
  const disk = options.diskMegabytes === undefined ? null : mountSmallDisk(join(dataDir, "pg"), options.diskMegabytes);
  const stack = await startStack({ dataDir });
  const lock = lockDataDir(dataDir);
  lock.record(stack.children);
  const tokenEncryptionKeys = options.tokenEncryptionKeys ?? stack.secrets.tokenEncryptionKeys;
  const dataApi = keepDataApi(dataDir, stack);
  const bench = openBenchOn(stack.databaseUrl, tokenEncryptionKeys, async () => {
    await dataApi.stop();
    await stack.stop();
    disk?.unmount();
    remove();
  });
  return {
    ...bench,
    stack,
    dataDir,
    lock,
    disk,
    crash: () => crashPostgres(dataDir),
    async revive() {
      await revive(dataDir, stack);
      lock.record([await dataApi.revive()]);
    },
  };
}

/** The embedded Data API ends when a connection of its breaks: started again then, as a service manager would. */
function keepDataApi(dataDir: string, { children: [first], databaseUrl, supabaseUrl, secrets }: Stack) {
  if (!first) throw new Error("the stack has no Data API");
  let child: Child = first;
  let hasEnded = false;
  const watch = (watched: Child) => void watched.ended.then(() => (hasEnded = true));
  watch(child);
  return {
    async revive(): Promise<Child> {
      if (!hasEnded) return child;
      hasEnded = false;
      child = await startDataApi({
        configToml: join(repositoryRoot, "supabase", "config.toml"),
        workDir: join(dataDir, "run"),
        port: Number(new URL(supabaseUrl).port),
        databasePort: Number(new URL(databaseUrl).port),
        secrets,
      });
      watch(child);
      return child;
    },
    stop: () => child.stop(),
  };
}

/** A server that is still recovering refuses to be looked at for a while: asked again. */
async function revive(dataDir: string, stack: Stack): Promise<void> {
  const options = {
    dataDir,
    password: stack.secrets.databasePassword,
    choosePort: async () => Number(new URL(stack.databaseUrl).port),
    durable: true,
    say: () => undefined,
  };
  await ensurePostgres(options).catch(() => ensurePostgres(options));
}
