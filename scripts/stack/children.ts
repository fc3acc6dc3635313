import { type ChildProcess, spawn } from "node:child_process";
import { createWriteStream, type WriteStream } from "node:fs";
import { createInterface } from "node:readline";

/** A process of the stack: its output goes to a log file, its last lines are kept for the day it dies. */
export interface Child {
  readonly name: string;
  readonly pid: number;
  /** Settles when the process has ended, with how. Never rejects. */
  readonly ended: Promise<string>;
  readonly lastLines: () => readonly string[];
  readonly stop: () => Promise<void>;
}

export interface ChildOptions {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly logFile: string;
  /** Lines that match are kept out of the log: some tools print their keys. */
  readonly hide?: RegExp;
  readonly stopTimeoutMs?: number;
}

const keptLines = 15;

/** Starts a process with no terminal input and its output in `logFile` (mode 0600). */
export function startChild(options: ChildOptions): Child {
  const log = createWriteStream(options.logFile, { mode: 0o600, flags: "w" });
  const lines: string[] = [];
  const child = spawn(options.command, [...options.args], {
    cwd: options.cwd,
    env: processEnv(options.env),
    stdio: ["ignore", "pipe", "pipe"],
    // A group of its own: Ctrl-C in a terminal reaches only us, and we stop the parts in order, with their children.
    detached: true,
  });
  follow(child, log, lines, options.hide);
  const ended = new Promise<string>((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("close", (code, signal) => resolve(signal ? `ended by ${signal}` : `exit code ${code}`));
  });
  void ended.then(() => log.end());
  return {
    name: options.name,
    pid: child.pid ?? -1,
    ended,
    lastLines: () => lines,
    stop: () => stopChild(child, ended, options.stopTimeoutMs ?? 8_000),
  };
}

function follow(child: ChildProcess, log: WriteStream, lines: string[], hide: RegExp | undefined): void {
  for (const stream of [child.stdout, child.stderr]) {
    if (!stream) continue;
    createInterface({ input: stream }).on("line", (line) => {
      if (hide?.test(line)) return;
      lines.push(line);
      if (lines.length > keptLines) lines.shift();
      log.write(`${line}\n`);
    });
  }
}

async function stopChild(child: ChildProcess, ended: Promise<string>, timeoutMs: number): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  signalGroup(child, "SIGTERM");
  const timer = setTimeout(() => signalGroup(child, "SIGKILL"), timeoutMs);
  await ended;
  clearTimeout(timer);
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // Gone between the look and the signal.
  }
}

/** Variables for a child, the unset ones left out. */
export function processEnv(env: Readonly<Record<string, string | undefined>>): NodeJS.ProcessEnv {
  const set = Object.entries(env).filter(([, value]) => value !== undefined);
  // Where Next's types are loaded they demand a NODE_ENV; Node itself takes any set of strings, which this is.
  return Object.fromEntries(set) as NodeJS.ProcessEnv;
}
