import type { Guard } from "./guard.ts";

const folder = { file: "scripts/stack/postgres-folder.ts", tests: "scripts/stack/postgres-folder.test.ts" };

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
];
