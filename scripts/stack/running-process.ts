import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { basename } from "node:path";

/** What a process is known by: its number alone may belong to somebody else by now. */
export interface RunningProcess {
  /** Fit only to be compared with what this machine said of the number before. */
  readonly startedAt: string;
  /** The name of its program's file. */
  readonly program: string;
}

/** The process that has the number, or null when none does, or one that has ended and was not collected yet. */
export function runningProcess(pid: number): RunningProcess | null {
  if (!Number.isInteger(pid) || pid <= 0) return null;
  return process.platform === "linux" ? fromProc(pid) : fromPs(pid);
}

function fromProc(pid: number): RunningProcess | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const [begin, end] = [stat.indexOf("("), stat.lastIndexOf(")")];
    // Counted after the name in parentheses, which may itself hold spaces: state, …, start time.
    const fields = stat.slice(end + 2).split(" ");
    return fields[0] === "Z" ? null : { startedAt: fields[19] ?? "", program: stat.slice(begin + 1, end) };
  } catch {
    return null;
  }
}

function fromPs(pid: number): RunningProcess | null {
  const { stdout } = spawnSync("ps", ["-o", "stat=", "-o", "lstart=", "-o", "comm=", "-p", String(pid)], {
    encoding: "utf8",
    env: { ...process.env, LC_ALL: "C", TZ: "UTC" },
  });
  // As in "Ss   Mon Nov 30 12:40:48 2026 /usr/local/bin/postgres".
  const [, startedAt, path] = /^(?!Z)\S+\s+(\w+ +\w+ +\d+ +[\d:]+ +\d+)\s+(.+)$/m.exec(stdout ?? "") ?? [];
  return startedAt === undefined || path === undefined ? null : { startedAt, program: basename(path.trim()) };
}
