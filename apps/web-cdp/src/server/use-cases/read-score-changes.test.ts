import { type IncomeMetrics, scoreIncome } from "@lendfriend/credit-score";
import { describe, expect, it } from "vitest";
import { createWorld, signIn } from "#server/testing/memory-world.ts";
import { sampleInputs } from "#server/testing/sample-inputs.ts";

function stored(days: number, change: Partial<IncomeMetrics> = {}) {
  const inputs = { ...sampleInputs, ...change, asOf: sampleInputs.asOf + days * 86_400 };
  return { inputs, report: scoreIncome(inputs) };
}

const newest = stored(2, { orderCount: 3 });
const middle = stored(1);
const oldest = stored(0);
const unknown = "0".repeat(64);

async function scored(scores = [newest, middle, oldest]) {
  const world = createWorld();
  world.stored.scores = scores;
  const { session } = await signIn(world.app);
  return (between: { from?: string; to?: string } = {}) =>
    world.app.readScoreChanges(session, { from: between.from ?? null, to: between.to ?? null });
}

describe("readScoreChanges", () => {
  it("compares the newest score with the one before", async () => {
    const story = await (await scored())();

    expect(story?.from.snapshotHash).toBe(middle.report.snapshotHash);
    expect(story?.to.snapshotHash).toBe(newest.report.snapshotHash);
    expect(story?.millipoints).toBe(newest.report.millipoints - middle.report.millipoints);
    expect(story?.caps.points).toBeLessThan(0);
  });

  it("compares the score that is named with the one before it, or with another that is named", async () => {
    const changes = await scored();
    const { snapshotHash: to } = middle.report;

    expect((await changes({ to }))?.from.snapshotHash).toBe(oldest.report.snapshotHash);
    const story = await changes({ from: oldest.report.snapshotHash, to: newest.report.snapshotHash });
    expect(story?.from.asOf).toBe(oldest.report.asOf);
  });

  it("has nothing to compare a first score with", async () => {
    expect(await (await scored([oldest]))()).toBeNull();
    expect(await (await scored())({ to: oldest.report.snapshotHash })).toBeNull();
  });

  it.each([{ from: unknown }, { to: unknown }, { from: unknown, to: newest.report.snapshotHash }])(
    "knows no snapshot but the wallet's own: %o",
    async (between) => {
      await expect((await scored())(between)).rejects.toMatchObject({ code: "not_found" });
    },
  );

  it("has nothing to tell before the first score", async () => {
    await expect((await scored([]))()).rejects.toMatchObject({ code: "not_found" });
  });
});
