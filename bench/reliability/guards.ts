import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot } from "../../scripts/stack/repository-root.ts";
import { atLeast, atMost, type Goal } from "./goal.ts";

/** What `pnpm mutate` reports on of what keeps secrets and decides who may do what. */
const mutatedParts = ["security-core", "platform-client", "exact-proofs"];

export const guards: Goal = {
  id: "R13",
  promise:
    "Each of ≥ 30 guards that is taken out alone fails a test; ≥ 90 % of changes to the security core are noticed",
  how: "`pnpm sabotage`, which a reduced run lets take the guards of sessions alone; and the reports that the last `pnpm mutate` of this checkout left. Each case of attack or fault and its test: [docs/security.md](security.md).",
  measure(isFull) {
    const { caught, taken } = sabotage(isFull ? "" : "session");
    return Promise.resolve({
      scale: `${taken} guards`,
      isFullSize: isFull,
      checks: [
        atLeast("guards taken out", taken, isFull ? 30 : 1),
        atMost("guards whose loss no test noticed", taken - caught, 0),
        ...mutatedParts.map((part) => atLeast(`changes noticed, ${part}`, noticedPercent(part), 90, " %")),
      ],
      notes: [],
    });
  },
};

/** Runs the guards whose name holds the words. NaN twice when the run did not get to its end. */
function sabotage(words: string): { readonly caught: number; readonly taken: number } {
  const { stdout } = spawnSync(process.execPath, [join(repositoryRoot, "scripts", "sabotage.ts"), words], {
    cwd: repositoryRoot,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  console.log(stdout);
  const [, caught = "NaN", taken = "NaN"] = /^caught (\d+)\/(\d+)$/m.exec(stdout) ?? [];
  return { caught: Number(caught), taken: Number(taken) };
}

/** Of Stryker's report; NaN without one. Changes that could not be run count for nothing. */
function noticedPercent(part: string): number {
  const path = join(repositoryRoot, "test-results", "mutation", `${part}.json`);
  if (!existsSync(path)) return Number.NaN;
  const report: MutationReport = JSON.parse(readFileSync(path, "utf8"));
  const states = Object.values(report.files).flatMap(({ mutants }) => mutants.map(({ status }) => status));
  const count = (...wanted: readonly string[]) => states.filter((state) => wanted.includes(state)).length;
  const noticed = count("Killed", "Timeout");
  return (100 * noticed) / (noticed + count("Survived", "NoCoverage"));
}

interface MutationReport {
  readonly files: Readonly<Record<string, { readonly mutants: readonly { readonly status: string }[] }>>;
}
