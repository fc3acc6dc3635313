import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, chownSync, existsSync, lstatSync, mkdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { type DataDirMarker, openDataDir, writeMarker } from "./data-dir.ts";
import type { PostgresUser } from "./postgres-user.ts";
import { StackError } from "./stack-error.ts";

/** The two places where a data folder's database may be. */
interface PostgresFolders {
  readonly own: string;
  /** Under the system's temporary directory. */
  readonly temporary: string;
}

/**
 * The folder for the database's files: `<dataDir>/pg`, or one under the system's temporary directory when the user
 * that PostgreSQL runs as cannot reach that. The choice is remembered in the data folder. A database that is there
 * already is never given up for a new one: throws `StackError` when it cannot be used, or is another folder's.
 */
export function postgresFolder(dataDir: string, user: PostgresUser | null, say: (line: string) => void): string {
  const marker = openDataDir(dataDir);
  const { own, temporary } = postgresFolders(dataDir);
  const folder =
    foundDatabase(dataDir, marker, user) ?? (canUse(own, user) ? own : temporaryFolder(dataDir, user, say));
  const postgresDir = folder === temporary ? temporary : "pg";
  if (marker.postgresDir !== postgresDir) writeMarker(dataDir, { ...marker, postgresDir });
  return folder;
}

/** Where a data folder's database may be; the present choice is `postgresFolder`. */
export function postgresFolders(dataDir: string): PostgresFolders {
  const key = createHash("sha256").update(resolve(dataDir)).digest("hex").slice(0, 12);
  return { own: join(resolve(dataDir), "pg"), temporary: join(tmpdir(), `lendfriend-data-${key}`, "pg") };
}

/** The folder of the database that the data folder has, or null when it has none yet. */
function foundDatabase(dataDir: string, { postgresDir }: DataDirMarker, user: PostgresUser | null): string | null {
  const { own, temporary } = postgresFolders(dataDir);
  const named = postgresDir === null ? own : resolve(dataDir, postgresDir);
  const found = [named === temporary ? temporary : own, own].find(holdsDatabase);
  if (found === undefined && named !== own && named !== temporary) {
    throw new StackError(
      "data_dir_refused",
      `${dataDir} was copied or moved, and its database stayed in ${named}. Set DATA_DIR to the folder that it belongs to, or to a new one.`,
    );
  }
  if (found !== undefined && !isUsable(found, user)) {
    throw new StackError(
      "data_dir_refused",
      `${found} holds a database, but PostgreSQL cannot use it as this user. Start as the user who made it, or set DATA_DIR to a new folder.`,
    );
  }
  return found ?? null;
}

function holdsDatabase(folder: string): boolean {
  return existsSync(join(folder, "PG_VERSION"));
}

/** PostgreSQL serves nobody else's files; to give them to another user would take them from whoever made them. */
function isUsable(folder: string, user: PostgresUser | null): boolean {
  return statSync(folder).uid === (user?.uid ?? process.getuid?.()) && canReach(folder, user);
}

function temporaryFolder(dataDir: string, user: PostgresUser | null, say: (line: string) => void): string {
  const folder = postgresFolders(dataDir).temporary;
  const parent = dirname(folder);
  mkdirSync(parent, { recursive: true, mode: 0o711 });
  if (!isOurs(parent)) {
    throw new StackError("data_dir_refused", `${parent} belongs to somebody else. Set DATA_DIR to another folder.`);
  }
  if (holdsDatabase(folder)) {
    throw new StackError(
      "data_dir_refused",
      `${folder} holds the database of an earlier ${dataDir}. Set DATA_DIR to another folder, or run pnpm demo:reset to delete it.`,
    );
  }
  if (!canUse(folder, user)) {
    throw new StackError("data_dir_refused", `Neither ${dataDir} nor ${folder} can hold the database. Set DATA_DIR.`);
  }
  say(`The database's user cannot reach ${dataDir}, so its files are in ${folder}.`);
  return folder;
}

function isOurs(folder: string): boolean {
  const found = lstatSync(folder);
  return found.isDirectory() && found.uid === process.getuid?.();
}

function canUse(folder: string, user: PostgresUser | null): boolean {
  try {
    if (!existsSync(folder)) mkdirSync(folder, { recursive: true, mode: 0o700 });
    chmodSync(folder, 0o700);
    if (user) chownSync(folder, user.uid, user.gid);
  } catch {
    return false;
  }
  return canReach(folder, user);
}

function canReach(folder: string, user: PostgresUser | null): boolean {
  const probe = spawnSync("/bin/sh", ["-c", '[ -r "$1" ] && [ -w "$1" ] && [ -x "$1" ]', "sh", folder], {
    ...user,
    cwd: "/",
    stdio: "ignore",
  });
  return probe.status === 0;
}

/** Deletes the database's files in both places where they may be, and nothing else. The server must be stopped. */
export function forgetPostgresFolder(dataDir: string): void {
  const { own, temporary } = postgresFolders(dataDir);
  rmSync(own, { recursive: true, force: true });
  const parent = dirname(temporary);
  if (existsSync(parent) && isOurs(parent)) rmSync(parent, { recursive: true, force: true });
}
