import { writeFileSync } from "node:fs";
import { machineLines } from "./machine.ts";

/** One table of the report. */
export interface Section {
  readonly title: string;
  /** What every ratio of the table is against, and which way is good. */
  readonly baseline: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly notes: readonly string[];
}

/** Prints a finished section, so that a long run shows what it has. */
export function printSection(section: Section): void {
  console.log(`\n${sectionText(section)}`);
}

/** Writes the whole report as Markdown. */
export function writeReport(file: string, sections: readonly Section[], facts: readonly string[]): void {
  const head = ["# Results of `pnpm bench`", "", "How to read this: [README.md](README.md).", ""];
  const lines = [...machineLines(), ...facts].map((line) => `- ${line}`);
  writeFileSync(file, `${[...head, ...lines, "", ...sections.map(sectionText)].join("\n").trimEnd()}\n`);
}

function sectionText({ title, baseline, columns, rows, notes }: Section): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const table = [line(columns), line(columns.map((_, at) => (at === 0 ? "---" : "--:"))), ...rows.map(line)];
  return [`## ${title}`, "", baseline, "", ...table, "", ...notes.map((note) => `- ${note}`), ""].join("\n");
}

export function times(ratio: number): string {
  return `${ratio.toFixed(2)} ×`;
}

export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

export function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1_048_576)} MB`;
}

export function percent(share: number): string {
  return `${(share * 100).toFixed(2)} %`;
}
