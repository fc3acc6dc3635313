import { parseArgs } from "node:util";
import { untilInterrupted } from "./chaos/run-child.ts";
import { runScenario, type ScenarioRun } from "./chaos/run-scenario.ts";
import { scenarios } from "./chaos/scenarios.ts";
import { chooseByName } from "./choose-by-name.ts";

/*
 * Everything that may break is broken while the product works, for about as long as asked; ends with one table and exit
 * code 0 when every promise held. The same seed draws the same troubles; the machine decides at which instruction they strike.
 */

const usage = `Usage: pnpm chaos [--minutes <n>] [--seed <n>] [--only <scenario>]...

  --minutes  about how long, 10 by default
  --seed     of everything that is drawn; a new one each time by default, and printed
  --only     ${scenarios.map(({ name }) => name).join(", ")}`;

const { values } = parseArgs({
  options: {
    minutes: { type: "string" },
    seed: { type: "string" },
    only: { type: "string", multiple: true },
    help: { type: "boolean" },
  },
});

if (values.help === true) console.log(usage);
else
  await untilInterrupted(async () => {
    process.exitCode = await chaos({
      minutes: Number(values.minutes ?? 10),
      seed: Number(values.seed ?? Date.now() % 1_000_000),
      only: values.only ?? [],
    });
  });

async function chaos({
  minutes,
  seed,
  only,
}: {
  readonly minutes: number;
  readonly seed: number;
  readonly only: readonly string[];
}): Promise<number> {
  const { chosen, refusal } = chooseByName(scenarios, ({ name }) => name, only);
  if (refusal !== null || !(minutes > 0) || !Number.isInteger(seed)) {
    console.error(refusal ?? usage);
    return 2;
  }
  const shares = chosen.reduce((sum, { share }) => sum + share, 0);
  const runs: (readonly [string, ScenarioRun])[] = [];
  for (const { name, file, share, env } of chosen) {
    const seconds = (minutes * 60 * share) / shares;
    const run = await runScenario({ project: "int", file, env: { ...env(seconds), CHAOS_SEED: String(seed) } });
    runs.push([name, run]);
  }
  const rows = runs.map(([name, { held, seconds, tallies }]) => [
    name,
    held ? "held" : "BROKEN",
    `${Math.round(seconds)} s`,
    figures(tallies.map(({ struck }) => struck)),
    figures(tallies.map(({ found }) => found)),
  ]);
  console.log(`\nSeed ${seed}\n\n${table([["scenario", "result", "time", "what struck", "what was found"], ...rows])}`);
  return runs.every(([, { held }]) => held) ? 0 : 1;
}

function figures(all: readonly Readonly<Record<string, number>>[]): string {
  return all.flatMap((some) => Object.entries(some).map(([name, count]) => `${name} ${count}`)).join(", ");
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
