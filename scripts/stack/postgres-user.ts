import { readFileSync } from "node:fs";
import { StackError } from "./stack-error.ts";

/** Whom PostgreSQL runs as when we are root, which it refuses to be. */
export interface PostgresUser {
  readonly uid: number;
  readonly gid: number;
}

/** Null when we are an ordinary user. As root: the machine's `postgres`, else `nobody`. Throws `StackError` for neither. */
export function postgresUser(): PostgresUser | null {
  if (process.getuid?.() !== 0) return null;
  const users = readFileSync("/etc/passwd", "utf8").split("\n");
  for (const name of ["postgres", "nobody", "daemon"]) {
    const [, , uid, gid] = users.find((line) => line.startsWith(`${name}:`))?.split(":") ?? [];
    if (Number(uid) > 0 && Number(gid) >= 0) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new StackError(
    "start_failed",
    "PostgreSQL does not run as root, and this machine has no other user to lend it.",
  );
}
