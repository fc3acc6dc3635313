import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { repositoryRoot } from "../stack/repository-root.ts";
import { runChild } from "./run-child.ts";

/** What a scenario wrote about itself; the tests' side of it is `jobs/testing/tally.ts`. */
export interface Tally {
  readonly scenario: string;
  readonly struck: Readonly<Record<string, number>>;
  readonly found: Readonly<Record<string, number>>;
}

export interface ScenarioRun {
  /** Whether every test of it passed. */
  readonly held: boolean;
  readonly seconds: number;
  readonly tallies: readonly Tally[];
}

/** Runs one file of tests under the sizes that its environment names, its output on ours. Throws `Interrupted` after a signal. */
export async function runScenario(scenario: {
  readonly project: "unit" | "int";
  readonly file: string;
  readonly env: Readonly<Record<string, string>>;
}): Promise<ScenarioRun> {
  const folder = mkdtempSync(join(tmpdir(), "lendfriend-tally-"));
  const tallyFile = join(folder, "tallies");
  const began = performance.now();
  try {
    const code = await runVitest([scenario.project, scenario.file], { ...scenario.env, CHAOS_TALLY: tallyFile });
    const seconds = (performance.now() - began) / 1_000;
    return { held: code === 0, seconds, tallies: readTallies(tallyFile) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readTallies(file: string): readonly Tally[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, "utf8").trim().split("\n");
  return lines.map((line): Tally => JSON.parse(line));
}

function runVitest(
  [project, file]: readonly [string, string],
  env: Readonly<Record<string, string>>,
): Promise<number | null> {
  const vitest = join(repositoryRoot, "node_modules", "vitest", "vitest.mjs");
  return runChild(process.execPath, [vitest, "run", "--project", project, file], {
    cwd: repositoryRoot,
    env: { ...process.env, ...env },
  });
}
