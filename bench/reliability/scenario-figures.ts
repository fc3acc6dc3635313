import { runScenario, type ScenarioRun } from "../../scripts/chaos/run-scenario.ts";
import { type Check, exactly } from "./goal.ts";

const server = "apps/web-cdp/src/server";

/** Figures that a file of tests tells about itself, with whether its own expectations held as the first check. */
export async function figuresOf(
  file: string,
  env: Readonly<Record<string, string>>,
): Promise<{ readonly held: Check; readonly struck: Figures; readonly found: Figures }> {
  const run = await runScenario({ project: "int", file: `${server}/${file}`, env });
  return {
    held: exactly("failed scenarios", run.held ? 0 : 1, 0),
    struck: figuresIn(run, "struck"),
    found: figuresIn(run, "found"),
  };
}

/** A figure that was never told is NaN, which no check takes for good. */
export type Figures = (name: string) => number;

function figuresIn({ tallies }: ScenarioRun, part: "struck" | "found"): Figures {
  const all = new Map(tallies.flatMap((tally) => Object.entries(tally[part])));
  return (name) => all.get(name) ?? Number.NaN;
}
