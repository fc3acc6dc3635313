import { readFileSync } from "node:fs";
import { basename } from "node:path";

interface Launcher {
  readonly pid: number;
  readonly parent: number;
  readonly startedAt: string;
  readonly command: readonly string[];
}

/**
 * Calls back once when the package manager that started us (`npx pnpm demo`: npm, a shell, pnpm, a shell) is gone.
 * It is ended by a signal that it does not pass on, and we would stay behind with everything we started. Whoever
 * started the package manager is not watched: a shell may well leave us running in the background. Linux only.
 */
export function onLauncherGone(act: () => void): void {
  const launchers = packageManagers();
  if (launchers.length === 0) return;
  const timer = setInterval(() => {
    if (launchers.every(({ pid, startedAt }) => look(pid)?.startedAt === startedAt)) return;
    clearInterval(timer);
    act();
  }, 500);
  timer.unref();
}

function packageManagers(): readonly Launcher[] {
  const chain: Launcher[] = [];
  let known = 0;
  for (let next = look(process.ppid); next !== null && next.pid > 1; next = look(next.parent)) {
    const kind = kindOf(next.command);
    if (kind === "other") break;
    chain.push(next);
    if (kind === "package_manager") known = chain.length;
  }
  return chain.slice(0, known);
}

function kindOf(command: readonly string[]): "package_manager" | "shell" | "other" {
  const [first = "", second = "", third = ""] = command;
  if (/^npm (exec|run)/.test(first) || basename(first) === "pnpm" || basename(first) === "npx")
    return "package_manager";
  if (basename(first) === "node" && /(pnpm|npm|npx)(-cli)?(\.c?js)?$/.test(second)) return "package_manager";
  return /^(sh|dash|bash)$/.test(basename(first)) && second === "-c" && third !== "" ? "shell" : "other";
}

function look(pid: number): Launcher | null {
  if (process.platform !== "linux") return null;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // Counted after the name in parentheses, which may itself hold spaces: state, parent, … start time.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    if (fields[0] === "Z") return null;
    const command = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0").filter(Boolean);
    return { pid, parent: Number(fields[1]), startedAt: fields[19] ?? "", command };
  } catch {
    return null;
  }
}
