import { type SpawnOptions, spawn } from "node:child_process";

const signals = ["SIGINT", "SIGTERM"] as const;

/** Whoever started us wants us to end: nothing more is to be started, and what was found so far proves nothing. */
export class Interrupted extends Error {}

/**
 * Runs a process to its end and answers its exit code. Throws `Interrupted` after a signal, once the process has ended too. It stands
 * outside of the terminal's group, so that Ctrl-C reaches it once, through us, and it can put away what it has started.
 */
export async function runChild(
  command: string,
  args: readonly string[],
  options: Pick<SpawnOptions, "cwd" | "env">,
): Promise<number | null> {
  const child = spawn(command, [...args], { ...options, stdio: ["ignore", "inherit", "inherit"], detached: true });
  let isInterrupted = false;
  const interrupt = () => {
    isInterrupted = true;
    child.kill("SIGINT");
  };
  for (const signal of signals) process.on(signal, interrupt);
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once("error", reject);
      child.once("close", resolve);
    });
    if (isInterrupted) throw new Interrupted("interrupted");
    return code;
  } finally {
    for (const signal of signals) process.off(signal, interrupt);
  }
}

/** Ends this process as an interrupted one when `work` was interrupted; anything else that it throws goes on. */
export async function untilInterrupted(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    console.error("Interrupted: nothing more is run, and nothing of this is kept.");
    process.exitCode = 130;
  }
}
