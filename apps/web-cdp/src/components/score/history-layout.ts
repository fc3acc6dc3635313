import { ttshop1 } from "@lendfriend/credit-score";
import { scaleUtc } from "d3-scale";
import type { ScoreHistoryEntry } from "#server/contract.ts";

/** Imports come every day: a longer silence is shown as one. */
export const longestJoinMs = 3 * 86_400_000;
const dayMs = 86_400_000;

/** One score on the drawing. */
export interface HistoryPoint {
  readonly entry: ScoreHistoryEntry;
  /** From left to right, in percent. */
  readonly x: number;
  /** The score before it in time; null for the first one. */
  readonly before: ScoreHistoryEntry | null;
  /** Days without a score before it, rounded down; null where the line goes on. */
  readonly gapDays: number | null;
  /** The first score of another version of the model than the one before. */
  readonly isOtherModel: boolean;
}

export interface HistoryLayout {
  /** The oldest first. */
  readonly points: readonly HistoryPoint[];
  /** Days under the drawing. */
  readonly ticks: readonly { readonly time: number; readonly x: number }[];
}

export interface TierBand {
  readonly tier: string;
  readonly from: number;
  readonly to: number;
}

/** The tiers as the model's config cuts the scale, the lowest first. */
export const tierBands: readonly TierBand[] = [...ttshop1.tiers]
  .reverse()
  .map(([from, tier], index, tiers) => ({ tier, from: from / 1_000, to: (tiers[index + 1]?.[0] ?? 100_000) / 1_000 }));

/** Places scores in time. `entries` are the newest first, as they are stored; equal times keep that order. */
export function layOutHistory(entries: readonly ScoreHistoryEntry[]): HistoryLayout {
  const ordered = [...entries].reverse().sort((left, right) => timeOf(left) - timeOf(right));
  const [first, last] = [ordered[0], ordered.at(-1)];
  if (!first || !last) return { points: [], ticks: [] };
  const [start, end] = [timeOf(first), timeOf(last)];
  const across = scaleUtc([start, end], start === end ? [50, 50] : [3, 97]);
  return {
    points: ordered.map((entry, index) => pointOf(entry, ordered[index - 1] ?? null, across(timeOf(entry)))),
    ticks: tickTimes(start, end).map((time) => ({ time, x: across(time) })),
  };
}

function pointOf(entry: ScoreHistoryEntry, before: ScoreHistoryEntry | null, x: number): HistoryPoint {
  const silence = before === null ? 0 : timeOf(entry) - timeOf(before);
  return {
    entry,
    x,
    before,
    gapDays: silence > longestJoinMs ? Math.floor(silence / dayMs) : null,
    isOtherModel: before !== null && before.modelHash !== entry.modelHash,
  };
}

/** Midnights that divide the span evenly; of less than two days its two ends. */
function tickTimes(start: number, end: number): readonly number[] {
  if (end - start < 2 * dayMs) return start === end ? [start] : [start, end];
  return scaleUtc([start, end], [0, 1])
    .ticks(4)
    .map((tick) => tick.getTime())
    .filter((time) => time % dayMs === 0);
}

function timeOf(entry: ScoreHistoryEntry): number {
  return Date.parse(entry.asOf);
}
