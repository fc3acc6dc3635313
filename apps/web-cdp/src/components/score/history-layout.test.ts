import { describe, expect, it } from "vitest";
import type { ScoreHistoryEntry } from "#server/contract.ts";
import { layOutHistory, tierBands } from "./history-layout.ts";

function entry(day: number, change: Partial<ScoreHistoryEntry> = {}): ScoreHistoryEntry {
  return {
    asOf: new Date(Date.UTC(2026, 9, 1) + day * 86_400_000).toISOString(),
    score: 60,
    tier: "Growing",
    provisional: false,
    snapshotHash: `day ${day}`,
    model: "ttshop-1",
    modelHash: "a",
    ...change,
  };
}

describe("the layout of the score history", () => {
  it("places scores by time, the oldest first, so that a longer wait is a wider step", () => {
    const { points } = layOutHistory([entry(6), entry(1), entry(0)]);

    const [x0 = 0, x1 = 0, x2 = 0] = points.map(({ x }) => x);
    expect(points.map(({ entry: { snapshotHash } }) => snapshotHash)).toEqual(["day 0", "day 1", "day 6"]);
    expect((x2 - x1) / (x1 - x0)).toBeCloseTo(5);
    expect(points.map(({ before }) => before?.snapshotHash ?? null)).toEqual([null, "day 0", "day 1"]);
  });

  it("breaks the line where no score was made for more than three days, and only there", () => {
    const { points } = layOutHistory([entry(20.5), entry(6), entry(3), entry(0)]);

    expect(points.map(({ gapDays }) => gapDays)).toEqual([null, null, null, 14]);
  });

  it("marks the first score of each other version of the model", () => {
    const { points } = layOutHistory([entry(3, { modelHash: "b" }), entry(2, { modelHash: "b" }), entry(1), entry(0)]);

    expect(points.map(({ isOtherModel }) => isOtherModel)).toEqual([false, false, true, false]);
  });

  it("keeps scores of one moment in the order in which they were stored", () => {
    const { points } = layOutHistory([entry(1, { snapshotHash: "late" }), entry(1, { snapshotHash: "early" })]);

    expect(points.map(({ entry: { snapshotHash } }) => snapshotHash)).toEqual(["early", "late"]);
  });

  it.each([0, 1, 2, 200])("draws %i scores inside its edges, under days that are whole", (count) => {
    const { points, ticks } = layOutHistory(Array.from({ length: count }, (_, at) => entry(count - at)));

    for (const { x } of [...points, ...ticks]) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(100);
    }
    expect(points).toHaveLength(count);
    expect(ticks.length).toBeLessThanOrEqual(8);
    if (count > 0) expect(ticks.length).toBeGreaterThan(0);
  });

  it("has a band for each tier, from 0 to 100 without a hole", () => {
    expect(tierBands.map(({ tier, from, to }) => [tier, from, to])).toEqual([
      ["New", 0, 40],
      ["Building", 40, 55],
      ["Growing", 55, 75],
      ["Established", 75, 100],
    ]);
  });
});
