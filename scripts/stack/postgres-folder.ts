import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, chownSync, existsSync, lstatSync, mkdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { openDataDir, readMarker, writeMarker } from "./data-dir.ts";
import type { PostgresUser } from "./postgres-user.ts";
import { StackError } from "./stack-error.ts";

/**
 * The folder for the database's files: `<dataDir>/pg`, or one under the system's temporary directory when the user
 * that PostgreSQL runs as cannot reach that. The choice is remembered in the data folder.
 */
export function postgresFolder(dataDir: string, user: PostgresUser | null, say: (line: string) => void): string {
  const marker = openDataDir(dataDir);
  if (marker.postgresDir && canUse(marker.postgresDir, user)) return marker.postgresDir;
  const own = join(resolve(dataDir), "pg");
  const folder = canUse(own, user) ? own : temporaryFolder(dataDir, user, say);
  if (folder !== own) rmSync(own, { recursive: true, force: true });
  writeMarker(dataDir, { ...marker, postgresDir: folder });
  return folder;
}

function temporaryFolder(dataDir: string, user: PostgresUser | null, say: (line: string) => void): string {
  const key = createHash("sha256").update(resolve(dataDir)).digest("hex").slice(0, 12);
  const parent = join(tmpdir(), `lendfriend-data-${key}`);
  mkdirSync(parent, { recursive: true, mode: 0o711 });
  const found = lstatSync(parent);
  if (!found.isDirectory() || found.uid !== process.getuid?.()) {
    throw new StackError("data_dir_refused", `${parent} belongs to somebody else. Set DATA_DIR to another folder.`);
  }
  const folder = join(parent, "pg");
  // Left by a data folder of the same name that was deleted by hand, and with it the keys to this.
  rmSync(folder, { recursive: true, force: true });
  if (!canUse(folder, user)) {
    throw new StackError("data_dir_refused", `Neither ${dataDir} nor ${folder} can hold the database. Set DATA_DIR.`);
  }
  say(`The database's user cannot reach ${dataDir}, so its files are in ${folder}.`);
  return folder;
}

function canUse(folder: string, user: PostgresUser | null): boolean {
  try {
    if (!existsSync(folder)) mkdirSync(folder, { recursive: true, mode: 0o700 });
    chmodSync(folder, 0o700);
    if (user) chownSync(folder, user.uid, user.gid);
  } catch {
    return false;
  }
  const probe = spawnSync("/bin/sh", ["-c", '[ -r "$1" ] && [ -w "$1" ] && [ -x "$1" ]', "sh", folder], {
    ...user,
    cwd: "/",
    stdio: "ignore",
  });
  return probe.status === 0;
}

/** Deletes the database's files, wherever the data folder keeps them. The server must be stopped. */
export function forgetPostgresFolder(dataDir: string): void {
  const folder = readMarker(dataDir)?.postgresDir;
  if (!folder) return;
  rmSync(folder, { recursive: true, force: true });
  if (folder.startsWith(join(tmpdir(), "lendfriend-data-"))) rmSync(dirname(folder), { recursive: true, force: true });
}
