import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { changeStory, type StoredScore } from "./change-story.ts";
import type { IncomeMetrics } from "./income-metrics.ts";
import { scoreIncome } from "./score-income.ts";
import { mostlyOneSided } from "./testing/arbitrary-metrics.ts";
import { exampleCreator, exampleCurrency, exampleMetrics, exampleSeller } from "./testing/example-metrics.ts";
import { type ScoreModel, ttshop1 } from "./ttshop1.ts";

vi.setConfig({ testTimeout: 120_000 });

function stored(inputs: IncomeMetrics, config: ScoreModel = ttshop1): StoredScore {
  return { inputs, report: scoreIncome(inputs, { config }) };
}

const older: ScoreModel = {
  ...ttshop1,
  model: "older",
  revenue: {
    ...ttshop1.revenue,
    curve: [
      [0, 0],
      [50_000, 1],
    ],
  },
};
const steady = exampleMetrics();
const later = exampleMetrics({ seller: exampleSeller({ dispatch: { status: "available", late: 30, measured: 150 } }) });

describe("changeStory", () => {
  it("has parts that sum to the difference, to the thousandth", () => {
    fc.assert(
      fc.property(mostlyOneSided, mostlyOneSided, fc.boolean(), (one, other, isOlder) => {
        const [from, to] = [stored(one, isOlder ? older : ttshop1), stored(other)];
        const story = changeStory(from, to);
        const items = story.items.reduce((sum, item) => sum + item.millipoints, 0);
        expect(items + story.caps.millipoints + (story.model?.millipoints ?? 0)).toBe(story.millipoints);
        expect(story.millipoints).toBe(to.report.millipoints - from.report.millipoints);
      }),
      { numRuns: 10_000 },
    );
  });

  it("names what moved, the largest first, with both figures", () => {
    const story = changeStory(stored(steady), stored(later));
    expect(story.items.map(({ code }) => code)).toEqual(["on_time_dispatch"]);
    expect(story.items[0]).toMatchObject({
      factor: "reliability",
      before: { value: 0.02, unit: "share", status: "scored" },
      after: { value: 0.2, unit: "share", status: "scored", reason: expect.stringContaining("20%") },
    });
    expect(story.points).toBe(story.items[0]?.points);
    expect(story.points).toBeLessThan(0);
    const growing = exampleMetrics({
      seller: exampleSeller({ currencies: [exampleCurrency({ nets: [4_000, 6_000, 9_000] })] }),
    });
    const moves = changeStory(stored(steady), stored(growing)).items.map(({ millipoints }) => Math.abs(millipoints));
    expect(moves).toEqual([...moves].sort((left, right) => right - left));
    expect(moves.length).toBeGreaterThan(1);
  });

  it("names an item that became measured even where it earns nothing", () => {
    const withheld = exampleMetrics({
      seller: exampleSeller({ dispatch: { status: "withheld", permissions: ["a.permission"] } }),
    });
    const allLate = exampleMetrics({
      seller: exampleSeller({ dispatch: { status: "available", late: 150, measured: 150 } }),
    });
    expect(changeStory(stored(withheld), stored(allLate)).items).toMatchObject([
      { code: "on_time_dispatch", millipoints: 0, before: { status: "withheld" }, after: { status: "scored" } },
    ]);
  });

  it("says nothing moved when nothing did", () => {
    expect(changeStory(stored(steady), stored(steady))).toMatchObject({
      points: 0,
      items: [],
      caps: { points: 0 },
      model: null,
      itemised: true,
      shops: { added: [], removed: [] },
      sides: { added: [], removed: [] },
    });
  });

  it("keeps a ceiling as a line of its own", () => {
    const few = exampleMetrics({ seller: exampleSeller({ currencies: [exampleCurrency({ orderCount: 4 })] }) });
    const [from, to] = [stored(few), stored(steady)];
    const taken = (from.report.caps[0]?.pointsLost ?? 0) * 1_000;
    expect(taken).toBeGreaterThan(0);
    expect(changeStory(from, to).caps.millipoints).toBe(Math.round(taken));
    expect(changeStory(to, from).caps.millipoints).toBe(-Math.round(taken));
  });

  it("scores the older figures by the newer model, so that the model's part is apart", () => {
    const story = changeStory(stored(steady, older), stored(later));
    expect(story.itemised).toBe(true);
    expect(story.model?.millipoints).toBe(stored(steady).report.millipoints - stored(steady, older).report.millipoints);
    expect(story.items.map(({ code }) => code)).toEqual(["on_time_dispatch"]);
  });

  it("leaves the difference whole where the newer model is not at hand", () => {
    const story = changeStory(stored(steady), stored(later, older));
    expect(story).toMatchObject({ itemised: false, items: [], caps: { millipoints: 0 } });
    expect(story.model?.millipoints).toBe(story.millipoints);
  });

  it("names shops and kinds of account that only one of the two counts", () => {
    const shop = { region: "US", orderCount: 1, gross: "1", refunds: "0", net: "1" };
    const one = exampleMetrics({ byShop: [{ ...shop, shopId: "1", name: "First" }] });
    const two = exampleMetrics({ byShop: [{ ...shop, shopId: "2", name: "Second" }], creator: exampleCreator() });
    const story = changeStory(stored(one), stored(two));
    expect(story.shops).toEqual({ added: ["Second"], removed: ["First"] });
    expect(story.sides).toEqual({ added: ["creator"], removed: [] });
    expect(changeStory(stored(two), stored(one)).sides).toEqual({ added: [], removed: ["creator"] });
  });

  it("marks both ends with their time, score, tier and hashes", () => {
    const from = stored(steady);
    const { asOf, score, tier, modelHash, snapshotHash, provisional } = from.report;
    expect(changeStory(from, stored(later)).from).toEqual({ asOf, score, tier, modelHash, snapshotHash, provisional });
  });
});
