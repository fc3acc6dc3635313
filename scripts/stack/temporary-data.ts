import { existsSync, mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { clearDataDir, deleteDataDir } from "./clear-data-dir.ts";
import { processesFile, runningDemo } from "./run-lock.ts";

/** A data folder that a test throws away. */
export interface TemporaryData {
  readonly dataDir: string;
  /** Deletes it; everything that runs on it must be stopped. */
  readonly remove: () => void;
}

const prefix = "lendfriend-tmp-";

/** Makes a data folder under the system's temporary directory, and clears those whose test run was killed. */
export async function temporaryData(purpose: "int" | "e2e"): Promise<TemporaryData> {
  await clearAbandoned();
  const dataDir = mkdtempSync(join(tmpdir(), `${prefix}${purpose}-`));
  return { dataDir, remove: () => deleteDataDir(dataDir) };
}

async function clearAbandoned(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const dataDir = join(tmpdir(), name);
    if (!existsSync(processesFile(dataDir)) || runningDemo(dataDir) !== null) continue;
    try {
      await clearDataDir(dataDir);
    } catch {
      // Somebody else's, or being cleared by another run right now: not ours to insist on.
    }
  }
}
