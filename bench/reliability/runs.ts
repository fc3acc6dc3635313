import type { Measurement } from "./goal.ts";
import { worstOf } from "./worst-of.ts";

/** One run of a goal or several, with the worst of each figure. */
export interface Runs extends Measurement {
  readonly runs: number;
  /** Of all runs. */
  readonly minutes: number;
  /** The days on which they ended. */
  readonly dates: readonly string[];
  /** Whatever they ran on, an update of its kernel included. */
  readonly machines: readonly string[];
  /** Processes that wanted to run in the last minute, the measurement's own among them: the most at the end of a run. */
  readonly load: number;
}

/** All of those runs; the later ones alone if they were of another size. */
export function together(before: Runs, later: Runs): Runs {
  if (before.scale !== later.scale || before.isFullSize !== later.isFullSize) return later;
  return {
    ...worstOf([before, later]),
    runs: before.runs + later.runs,
    minutes: before.minutes + later.minutes,
    dates: [...new Set([...before.dates, ...later.dates])],
    machines: [...new Set([...before.machines, ...later.machines])],
    load: Math.max(before.load, later.load),
  };
}
