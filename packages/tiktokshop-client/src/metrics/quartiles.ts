import { daySeconds } from "./periods.ts";

/** How long things took, in days with one decimal: a quarter within `lower`, half within `median`, three quarters within `upper`. */
export interface Quartiles {
  readonly count: number;
  readonly lower: number;
  readonly median: number;
  readonly upper: number;
}

/** The quartiles of some seconds (between two neighbours by linear interpolation), or null of nothing. */
export function quartilesOf(seconds: readonly Iterable<number>[]): Quartiles | null {
  const sorted = Float64Array.from(joined(seconds)).sort();
  if (sorted.length === 0) return null;
  return {
    count: sorted.length,
    lower: daysAt(sorted, 0.25),
    median: daysAt(sorted, 0.5),
    upper: daysAt(sorted, 0.75),
  };
}

function daysAt(sorted: Float64Array, share: number): number {
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? 0;
  const above = sorted[Math.ceil(place)] ?? below;
  return Math.round(((below + (above - below) * (place % 1)) / daySeconds) * 10) / 10;
}

function* joined(lists: readonly Iterable<number>[]): Iterable<number> {
  for (const list of lists) yield* list;
}
