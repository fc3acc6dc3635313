import { accessGuards } from "./access-guards.ts";
import { codeGuards } from "./code-guards.ts";
import type { Guard } from "./guard.ts";
import { importGuards } from "./import-guards.ts";
import { proofGuards } from "./proof-guards.ts";
import { sqlGuards } from "./sql-guards.ts";
import { stackGuards } from "./stack-guards.ts";
import { surfaceGuards } from "./surface-guards.ts";

/** Every guard that `pnpm sabotage` takes out. */
export const allGuards: readonly Guard[] = [
  ...codeGuards,
  ...surfaceGuards,
  ...importGuards,
  ...proofGuards,
  ...sqlGuards,
  ...accessGuards,
  ...stackGuards,
];
