import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { parseJson } from "./json.ts";
import { type SandboxState, stateSchema } from "./state.ts";

/** Thrown when the state file exists and cannot be used. */
export class StateFileError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "StateFileError";
  }
}

/** Reads a state file; null when there is none. Throws `StateFileError` when it is not one of ours. */
export function readStateFile(path: string): SandboxState | null {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return null;
    throw new StateFileError(`The state file ${path} could not be read: check its permissions.`, { cause });
  }
  const parsed = stateSchema.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  throw new StateFileError(`The state file ${path} is not a sandbox state: delete it to start afresh.`, {
    cause: parsed.error,
  });
}

/** Writes the state in one step, readable by its owner only: a crash leaves the old file or the new one. */
export function writeStateFile(path: string, state: SandboxState): void {
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}.tmp`;
  writeFileSync(draft, JSON.stringify(state), { mode: 0o600 });
  renameSync(draft, path);
}
