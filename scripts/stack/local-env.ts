import { join, resolve } from "node:path";
import { repositoryRoot } from "./repository-root.ts";

/** Variables of a real project may be kept in .env.local; those that are set already win. */
export function loadLocalEnv(): void {
  try {
    process.loadEnvFile(join(repositoryRoot, ".env.local"));
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
  }
}

/** The data folder of `pnpm demo`: DATA_DIR, taken from the project's root, or `.data` there. */
export function demoDataDir(): string {
  const { env } = process;
  return resolve(repositoryRoot, env.DATA_DIR || ".data");
}
