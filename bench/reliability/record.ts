import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { join } from "node:path";
import { repositoryRoot } from "../../scripts/stack/repository-root.ts";
import { machineName } from "../machine.ts";
import { type Check, figure, type Goal, type Measurement, miss } from "./goal.ts";

/** How a measurement was made. */
interface Effort {
  readonly runs: number;
  /** Of all runs. */
  readonly minutes: number;
}

interface Entry extends Measurement, Effort {
  readonly date: string;
  readonly machine: string;
  /** Processes that wanted to run in the last minute, the measurement's own among them. */
  readonly load: number;
}

type Entries = Readonly<Record<string, Entry>>;

const dataFile = join(repositoryRoot, "docs", "reliability.json");
const pageFile = join(repositoryRoot, "docs", "reliability.md");

/** Keeps a measurement beside the earlier ones of other goals, and writes the page anew. */
export function recordMeasurement(goals: readonly Goal[], goal: Goal, measured: Measurement, effort: Effort): void {
  const facts = {
    date: new Date().toISOString().slice(0, 10),
    machine: machineName(),
    load: loadavg()[0] ?? 0,
  };
  const entry = { ...measured, ...effort, ...facts };
  const entries = { ...readEntries(), [goal.id]: entry };
  writeFileSync(dataFile, `${JSON.stringify(entries, null, 2)}\n`);
  writeFileSync(pageFile, page(goals, entries));
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
    "Written by `pnpm reliability [goal]… [--full] [--runs=N]` ([bench/reliability](../bench/reliability)), of the sizes that the table names.",
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

function row({ id, promise }: Goal, entry: Entry | undefined): string {
  if (!entry) return `| ${id} | ${promise} | | | not measured | | |`;
  const misses = entry.checks.flatMap((check) => miss(check) ?? []);
  const outcome = misses.length === 0 ? "met" : "**missed**";
  const size = entry.isFullSize ? "full" : "reduced";
  return `| ${id} | ${promise} | ${size} | ${entry.runs} | ${outcome} | ${misses.join("; ")} | ${entry.date} |`;
}

function section({ id, how }: Goal, entry: Entry | undefined): readonly string[] {
  if (!entry) return [`## ${id}`, "", `${how} Not measured yet.`, ""];
  return [
    `## ${id}`,
    "",
    how,
    "",
    `- Size: ${entry.scale}${entry.isFullSize ? "" : " (reduced)"}`,
    ...entry.checks.map((check) => `- ${checkText(check)}`),
    ...entry.notes.map((note) => `- ${note}`),
    `- ${entry.machine}; load ${entry.load.toFixed(1)} at the end; ${entry.date}; ${runsText(entry.runs)}${entry.minutes.toFixed(1)} minutes`,
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
