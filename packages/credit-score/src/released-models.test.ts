import { describe, expect, it } from "vitest";
import creator from "./fixtures/creator.json" with { type: "json" };
import declining from "./fixtures/declining-two-currencies.json" with { type: "json" };
import empty from "./fixtures/empty-shop.json" with { type: "json" };
import hybrid from "./fixtures/hybrid.json" with { type: "json" };
import ttshop1Config from "./fixtures/models/ttshop-1.json" with { type: "json" };
import steady from "./fixtures/steady-seller.json" with { type: "json" };
import young from "./fixtures/young-seller.json" with { type: "json" };
import type { IncomeMetrics } from "./income-metrics.ts";
import { scoreIncome } from "./score-income.ts";
import { modelHash, type ScoreModel, ttshop1 } from "./ttshop1.ts";

/*
 * Scores that were given out stay checkable for ever: whatever becomes of the code and of the model in use, each released
 * model, kept as data, gives its golden inputs the same thousandths of a point. A later version gets an entry of its own.
 */

const released = {
  "ttshop-1": {
    config: ttshop1Config as unknown,
    hash: "2ace5f0dbb09695bdb143816b5ca6aaf1bfaa38aa1fd808872dbbd4957f5c629",
    goldens: { creator, declining, empty, hybrid, steady, young },
  },
};

describe.each(Object.entries(released))("the released model %s", (name, { config, hash, goldens }) => {
  it("is kept as it was published", () => {
    expect(modelHash(modelOf(config))).toBe(hash);
    expect(modelOf(config).model).toBe(name);
  });

  it.each(Object.entries(goldens))("scores the golden snapshot %s as on the day of its release", (_, golden) => {
    const report = scoreIncome(inputsOf(golden), { config: modelOf(config) });
    const items = Object.values(report.factors).flatMap((factor) =>
      factor.items.map((item) => [item.code, [item.millipoints, item.maxMillipoints]]),
    );
    const { millipoints, tier, confidence, integrity, snapshotHash } = report;
    const caps = report.caps.map((cap) => cap.code);
    expect({
      millipoints,
      items: Object.fromEntries(items),
      caps,
      tier,
      confidence,
      integrity,
      snapshotHash,
    }).toEqual(golden.expected);
  });
});

it("the model in use is a released one, unchanged", () => {
  expect(Object.entries(released).map(([name, { hash }]) => [name, hash])).toContainEqual([
    ttshop1.model,
    modelHash(ttshop1),
  ]);
});

/** Safe: its hash is compared with the published one. */
function modelOf(config: unknown): ScoreModel {
  return config as ScoreModel;
}

/** Safe: the fixtures were written from typed metrics; JSON modules widen their literals. */
function inputsOf(golden: { readonly inputs: unknown }): IncomeMetrics {
  return golden.inputs as IncomeMetrics;
}
