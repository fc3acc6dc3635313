import type { Guard } from "./guard.ts";

const folder = { file: "scripts/stack/postgres-folder.ts", tests: "scripts/stack/postgres-folder.test.ts" };
const reset = { tests: "scripts/demo-reset.test.ts" };

/** Guards of what a start on one's own machine keeps. */
export const stackGuards: readonly Guard[] = [
  {
    ...folder,
    name: "a data folder takes no other folder's database for its own",
    find: "found === undefined && named !== own && named !== temporary",
    replace: "false",
  },
  {
    ...folder,
    name: "a database is not given up because the present user cannot use it",
    find: "found !== undefined && !isUsable(found, user)",
    replace: "false",
  },
  {
    ...folder,
    name: "a database that lies where a new one would go is not overwritten",
    find: "  if (holdsDatabase(folder)) {",
    replace: "  if (false) {",
  },
  {
    name: "the server of a copied data folder's original is neither used nor stopped",
    file: "scripts/stack/postgres.ts",
    find: "itsFolder.dev === files.dev && itsFolder.ino === files.ino",
    replace: "true",
    tests: "supabase/tests/stack.int.test.ts",
  },
  {
    name: "a process is not ended because it has the number of one that a killed demo left",
    file: "scripts/stack/run-lock.ts",
    find: 'process.startedAt !== "" && startTime(process.pid) === process.startedAt',
    replace: 'startTime(process.pid) !== ""',
    tests: "scripts/stack/run-lock.test.ts",
  },
  {
    ...reset,
    name: "a reset empties the folder that the demo uses",
    file: "scripts/demo-reset.ts",
    find: "loadLocalEnv();\n",
    replace: "",
  },
  {
    ...reset,
    name: "a reset deletes nothing that a demo runs on",
    file: "scripts/demo-reset.ts",
    find: "  if (pid !== null) {",
    replace: "  if (false) {",
  },
  {
    ...reset,
    name: "a reset leaves nothing running of a killed demo",
    file: "scripts/stack/clear-data-dir.ts",
    find: "  await endAbandoned(dataDir);\n",
    replace: "",
  },
  {
    name: "the sandbox gets no tokens out of a database that is not the embedded one",
    file: "scripts/stack/product.ts",
    find: "  refuseSandboxForOthersData(options.given);\n",
    replace: "",
    tests: "scripts/stack/given-settings.test.ts",
  },
  {
    name: "a database that is not the embedded one takes no test provider without saying so",
    file: "scripts/stack/product-env.ts",
    find: "...(options.supabase === null ? {} : { DEMO_MODE",
    replace: "...(options.supabase === undefined ? {} : { DEMO_MODE",
    tests: "scripts/stack/stack-settings.test.ts",
  },
  {
    name: "a build that was broken off is not served",
    file: "scripts/stack/app-build.ts",
    find: "  if (!existsSync(join(folder, lastWritten))) return false;\n",
    replace: "",
    tests: "scripts/stack/app-build.test.ts",
  },
];
