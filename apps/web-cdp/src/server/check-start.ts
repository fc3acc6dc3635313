import "server-only";
import { deps } from "./deps.ts";

/** Wires everything now rather than at the first request; prints what is wrong and ends the process otherwise. */
export function checkStart(): void {
  try {
    deps();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}
