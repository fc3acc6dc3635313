export const daySeconds = 86_400;
export const windowDays = 90;

/** The window of score model §1 and its parts, in unix seconds. All are half-open: `from` is inside, `to` is not. */
export interface Periods {
  readonly asOf: number;
  readonly from: number;
  readonly observedDays: number;
  readonly blockDays: number;
  /** Start of each of the three blocks, the oldest first, and the end of the last. */
  readonly blockEdges: readonly [number, number, number, number];
  /** Start of each full week, the oldest first, and the end of the last; one edge only when there is no full week. */
  readonly weekEdges: readonly number[];
}

/** Cuts the 90 days before `asOf` by what was observed since `firstActivity` (score model §1). */
export function periodsOf(asOf: number, firstActivity: number | null): Periods {
  const seen = firstActivity === null ? 1 : Math.floor((asOf - firstActivity) / daySeconds);
  const observedDays = Math.min(windowDays, Math.max(1, seen));
  const blockSeconds = Math.min(30 * daySeconds, (observedDays * daySeconds) / 3);
  const weeks = Math.min(12, Math.floor(observedDays / 7));
  return {
    asOf,
    from: asOf - windowDays * daySeconds,
    observedDays,
    blockDays: blockSeconds / daySeconds,
    blockEdges: [asOf - 3 * blockSeconds, asOf - 2 * blockSeconds, asOf - blockSeconds, asOf],
    weekEdges: Array.from({ length: weeks + 1 }, (_, week) => asOf - (weeks - week) * 7 * daySeconds),
  };
}

/** Which of the half-open spans between `edges` holds `time`; -1 when none does. */
export function spanOf(edges: readonly number[], time: number): number {
  for (let index = edges.length - 2; index >= 0; index--) {
    const start = edges[index];
    const end = edges[index + 1];
    if (start !== undefined && end !== undefined && time >= start && time < end) return index;
  }
  return -1;
}

/** The UTC day of a unix second, `YYYY-MM-DD`; empty for a second that no calendar holds. */
export function dayOf(time: number): string {
  const date = new Date(time * 1_000);
  return Number.isNaN(date.getTime()) ? "" : date.toISOString().slice(0, 10);
}
