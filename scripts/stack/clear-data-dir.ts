import { rmSync } from "node:fs";
import { stopLeftPostgres } from "./postgres.ts";
import { forgetPostgresFolder } from "./postgres-folder.ts";
import { endAbandoned } from "./run-lock.ts";

/** Ends what a killed run left on a data folder, and deletes the folder with its database. */
export async function clearDataDir(dataDir: string): Promise<void> {
  await endAbandoned(dataDir);
  await stopLeftPostgres(dataDir);
  deleteDataDir(dataDir);
}

/** Deletes a data folder with its database; everything that runs on it must be stopped. */
export function deleteDataDir(dataDir: string): void {
  forgetPostgresFolder(dataDir);
  rmSync(dataDir, { recursive: true, force: true });
}
