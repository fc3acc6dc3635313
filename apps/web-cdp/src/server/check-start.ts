import "server-only";
import { EnvError, env } from "./env.ts";

/** Reads the environment now rather than at the first request; prints every problem and ends the process otherwise. */
export function checkStart(): void {
  try {
    env();
  } catch (error) {
    if (!(error instanceof EnvError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}
