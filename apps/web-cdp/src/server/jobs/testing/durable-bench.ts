import { join } from "node:path";
import { openDataDir } from "../../../../../../scripts/stack/data-dir.ts";
import { crashPostgres, ensurePostgres } from "../../../../../../scripts/stack/postgres.ts";
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
  /** Starts it again where it does not run. */
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
  const bench = openBenchOn(stack.databaseUrl, tokenEncryptionKeys, async () => {
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
    revive: () => revive(dataDir, stack),
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
