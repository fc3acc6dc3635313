import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { join } from "node:path";
import { repositoryRoot } from "../../scripts/stack/repository-root.ts";
import { machineName } from "../machine.ts";
import { type Check, figure, type Goal, type Measurement, miss } from "./goal.ts";
import { type Runs, together } from "./runs.ts";

type Entries = Readonly<Record<string, Runs>>;

const dataFile = join(repositoryRoot, "docs", "reliability.json");
const pageFile = join(repositoryRoot, "docs", "reliability.md");

/**
 * Keeps a run beside what is on record of other goals, and writes the page anew. It takes the place of the goal's earlier
 * runs, or is added to them if it is meant to and they were of the same size.
 */
export function recordRun(
  goals: readonly Goal[],
  goal: Goal,
  measured: Measurement,
  { minutes, isAdded }: { readonly minutes: number; readonly isAdded: boolean },
): void {
  const run: Runs = {
    ...measured,
    runs: 1,
    minutes,
    dates: [new Date().toISOString().slice(0, 10)],
    machines: [machineName()],
    load: loadavg()[0] ?? 0,
  };
  const entries = readEntries();
  const before = entries[goal.id];
  const kept = { ...entries, [goal.id]: isAdded && before ? together(before, run) : run };
  writeFileSync(dataFile, `${JSON.stringify(kept, null, 2)}\n`);
  writeFileSync(pageFile, page(goals, kept));
}

function readEntries(): Entries {
  return existsSync(dataFile) ? JSON.parse(readFileSync(dataFile, "utf8"), withUnknown) : {};
}

/** JSON has no NaN, which stands for a figure that nobody told, and writes null. */
function withUnknown(key: string, value: unknown): unknown {
  return key === "value" && value === null ? Number.NaN : value;
}

function page(goals: readonly Goal[], entries: Entries): string {
  const rows = goals.map((goal) => row(goal, entries[goal.id]));
  return [
    "# Reliability in figures",
    "",
    "Written by `pnpm reliability [goal]… [--full] [--runs=N] [--add]` ([bench/reliability](../bench/reliability)), of the sizes that the table names.",
    "Of several runs each figure is the worst. A reduced size says nothing about the full one: it shows that the measure works and what",
    "it found so far.",
    "",
    "| goal | promise | size | runs | outcome | missed by | date |",
    "| --- | --- | --- | --- | --- | --- | --- |",
    ...rows,
    "",
    ...goals.flatMap((goal) => section(goal, entries[goal.id])),
  ]
    .join("\n")
    .trimEnd()
    .concat("\n");
}

function row({ id, promise }: Goal, entry: Runs | undefined): string {
  if (!entry) return `| ${id} | ${promise} | | | not measured | | |`;
  const misses = entry.checks.flatMap((check) => miss(check) ?? []);
  const outcome = misses.length === 0 ? "met" : "**missed**";
  const size = entry.isFullSize ? "full" : "reduced";
  return `| ${id} | ${promise} | ${size} | ${entry.runs} | ${outcome} | ${misses.join("; ")} | ${entry.dates.join(", ")} |`;
}

function section({ id, how }: Goal, entry: Runs | undefined): readonly string[] {
  if (!entry) return [`## ${id}`, "", `${how} Not measured yet.`, ""];
  return [
    `## ${id}`,
    "",
    how,
    "",
    `- Size: ${entry.scale}${entry.isFullSize ? "" : " (reduced)"}`,
    ...entry.checks.map((check) => `- ${checkText(check)}`),
    ...entry.notes.map((note) => `- ${note}`),
    `- ${entry.machines.join(", and ")}; load ${entry.load.toFixed(1)} at the end; ${entry.dates.join(", ")}; ${runsText(entry.runs)}${entry.minutes.toFixed(1)} minutes`,
    "",
  ];
}

function runsText(runs: number): string {
  return runs === 1 ? "" : `${runs} runs, `;
}

/** A figure beside its limit, as the page and the terminal show it. */
export function checkText(check: Check): string {
  const { name, value, limit, isGood, unit } = check;
  return `${name}: ${Number.isNaN(value) ? "unknown" : figure(value)}${unit} (${isGood} ${figure(limit)}${unit})${miss(check) === null ? "" : " **missed**"}`;
}
