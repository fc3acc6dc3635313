import { existsSync } from "node:fs";
import { clearDataDir } from "./stack/clear-data-dir.ts";
import { readMarker } from "./stack/data-dir.ts";
import { demoDataDir, loadLocalEnv } from "./stack/local-env.ts";
import { runningDemo } from "./stack/run-lock.ts";
import { StackError } from "./stack/stack-error.ts";

loadLocalEnv();
process.exit(await reset(demoDataDir()));

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
  try {
    await clearDataDir(dataDir);
  } catch (error) {
    if (!(error instanceof StackError)) throw error;
    console.error(error.message);
    return 1;
  }
  console.log(`${dataDir} is empty. The next demo starts afresh.`);
  return 0;
}
