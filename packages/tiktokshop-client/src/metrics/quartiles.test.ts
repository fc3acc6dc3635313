import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { quartilesOf } from "./quartiles.ts";

const day = 86_400;

describe("quartilesOf", () => {
  it.each([
    [[10], { count: 1, lower: 10, median: 10, upper: 10 }],
    [[20, 10], { count: 2, lower: 12.5, median: 15, upper: 17.5 }],
    [[5, 1, 3, 2, 4], { count: 5, lower: 2, median: 3, upper: 4 }],
  ])("finds those of %j days", (days, expected) => {
    expect(quartilesOf([days.map((value) => value * day)])).toEqual(expected);
  });

  it("is null of nothing", () => {
    expect(quartilesOf([[], []])).toBeNull();
  });

  it("rises from part to part within the shortest and the longest, however the seconds come", () => {
    const seconds = fc.array(fc.nat(90 * day), { minLength: 1, maxLength: 50 });
    fc.assert(
      fc.property(seconds, fc.nat(50), (given, cut) => {
        const found = quartilesOf([given.slice(0, cut), given.slice(cut)]);
        const [least, most] = [Math.min(...given), Math.max(...given)].map(
          (value) => Math.round((value / day) * 10) / 10,
        );
        const parts = [least, found?.lower, found?.median, found?.upper, most];

        expect(parts).toEqual([...parts].sort((left = 0, right = 0) => left - right));
        expect(found).toEqual(quartilesOf([given.toReversed()]));
      }),
      { numRuns: 1_000 },
    );
  });
});
