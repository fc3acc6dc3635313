import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Child } from "./children.ts";
import { runningProcess } from "./running-process.ts";
import { StackError } from "./stack-error.ts";

interface RunningProcesses {
  readonly pid: number;
  readonly startedAt: string;
  readonly children: readonly { readonly pid: number; readonly startedAt: string }[];
}

/** Says who works on a data folder, so that two demos do not share one and a killed one leaves nothing behind. */
export interface RunLock {
  readonly record: (children: readonly Child[]) => void;
  readonly release: () => void;
}

/** Throws `StackError` when a demo already runs on the folder. */
export function lockDataDir(dataDir: string): RunLock {
  const path = processesFile(dataDir);
  const pid = runningDemo(dataDir);
  if (pid !== null) {
    throw new StackError("data_dir_refused", `A demo already runs on ${dataDir} (process ${pid}). Stop it first.`);
  }
  const write = (children: readonly Child[]) => {
    const self = { pid: process.pid, startedAt: startTime(process.pid) };
    const entries = children.map((child) => ({ pid: child.pid, startedAt: startTime(child.pid) }));
    writeFileSync(path, JSON.stringify({ ...self, children: entries }), { mode: 0o600 });
  };
  write([]);
  return { record: write, release: () => rmSync(path, { force: true }) };
}

/** Ends what a killed demo left running on the folder, the database aside: that is found and used again. */
export async function endAbandoned(dataDir: string): Promise<void> {
  const left = readProcesses(processesFile(dataDir));
  if (!left || isSameProcess(left)) return;
  const running = left.children.filter(isSameProcess);
  for (const { pid } of running) killGroup(pid);
  for (let look = 0; look < 50 && running.some(isSameProcess); look += 1) await sleep(100);
}

/** Where a data folder keeps who works on it. */
export function processesFile(dataDir: string): string {
  return join(dataDir, "run", "processes.json");
}

/** The process id of the demo that runs on the folder, or null. */
export function runningDemo(dataDir: string): number | null {
  const left = readProcesses(processesFile(dataDir));
  return left && isSameProcess(left) ? left.pid : null;
}

function killGroup(pid: number): void {
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // Gone between the look and the signal.
  }
}

function readProcesses(path: string): RunningProcesses | null {
  if (!existsSync(path)) return null;
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return null;
  }
}

/** A process id alone is not enough: the number may belong to somebody else by now. */
function isSameProcess(process: { readonly pid: number; readonly startedAt: string }): boolean {
  return process.startedAt !== "" && startTime(process.pid) === process.startedAt;
}

function startTime(pid: number): string {
  return runningProcess(pid)?.startedAt ?? "";
}
