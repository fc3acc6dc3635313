import { existsSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import { readMarker } from "./stack/data-dir.ts";
import { stopLeftPostgres } from "./stack/postgres.ts";
import { forgetPostgresFolder } from "./stack/postgres-folder.ts";
import { repositoryRoot } from "./stack/repository-root.ts";
import { runningDemo } from "./stack/run-lock.ts";

const { env } = process;
process.exit(await reset(resolve(repositoryRoot, env.DATA_DIR || ".data")));

/** Empties the data folder: the next demo starts with nobody connected and new keys. */
async function reset(dataDir: string): Promise<number> {
  if (!existsSync(dataDir)) {
    console.log(`${dataDir} does not exist: nothing to reset.`);
    return 0;
  }
  if (readMarker(dataDir) === null) {
    console.error(`${dataDir} does not look like a data folder of this project, so nothing was deleted.`);
    return 1;
  }
  const pid = runningDemo(dataDir);
  if (pid !== null) {
    console.error(`The demo runs on ${dataDir} (process ${pid}). Stop it first, then reset.`);
    return 1;
  }
  await stopLeftPostgres(dataDir);
  forgetPostgresFolder(dataDir);
  rmSync(dataDir, { recursive: true, force: true });
  console.log(`${dataDir} is empty. The next demo starts afresh.`);
  return 0;
}
