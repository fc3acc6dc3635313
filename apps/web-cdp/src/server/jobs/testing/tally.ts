import { appendFileSync } from "node:fs";

/** What one scenario did and found, in figures; `pnpm chaos` and `pnpm reliability` read them. */
export interface Tally {
  readonly scenario: string;
  /** How often what was broken or asked for. */
  readonly struck: Readonly<Record<string, number>>;
  /** What was counted or timed. */
  readonly found: Readonly<Record<string, number>>;
}

/** Adds a line to the file that CHAOS_TALLY names; without it nothing is written. */
export function tell(tally: Tally): void {
  const file = process.env.CHAOS_TALLY;
  if (file) appendFileSync(file, `${JSON.stringify(tally)}\n`);
}
