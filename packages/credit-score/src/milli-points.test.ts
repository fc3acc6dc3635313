import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { milliPoints, spreadMaxima } from "./milli-points.ts";

describe("milliPoints", () => {
  it.each([
    [40_000, 0.5999999999999999, 24_000], // ⌊23,999.999… + ½⌋
    [6_000, 0.00008, 0], // ⌊.48 + ½⌋
    [6_000, 0.0001, 1], // ⌊.6 + ½⌋
    [3_529, 1, 3_529], // never above the maximum
    [3_529, 0, 0],
    [7, 0.5, 4], // ⌊3.5 + ½⌋
  ])("rounds %d × %d to %d", (maximum, fraction, expected) => {
    expect(milliPoints(maximum, fraction)).toBe(expected);
  });
});

describe("spreadMaxima", () => {
  it("keeps the weights when nothing is to spread", () => {
    expect(spreadMaxima([6_000, 5_000, 3_000, 3_000, 3_000], 20_000)).toEqual([6_000, 5_000, 3_000, 3_000, 3_000]);
  });

  it("gives equal remainders to the earlier row", () => {
    // 3,000 over 6:5:3:3 → 7,058.82 5,882.35 3,529.41 3,529.41; two left over go to .82, then to the earlier .41
    expect(spreadMaxima([6_000, 5_000, 3_000, null, 3_000], 20_000)).toEqual([7_059, 5_882, 3_530, 0, 3_529]);
  });

  it("gives a lone item the whole factor", () => {
    expect(spreadMaxima([null, null, 2_000], 20_000)).toEqual([0, 0, 20_000]);
  });

  it("gives nothing when nothing is measured", () => {
    expect(spreadMaxima([null, null], 20_000)).toEqual([0, 0]);
  });

  it("always sums to the factor's weight", () => {
    const weights = fc.array(fc.option(fc.integer({ min: 1, max: 40_000 })), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(
        weights.filter((list) => list.some((weight) => weight !== null)),
        (list) => {
          const maxima = spreadMaxima(list, 20_000);
          expect(maxima.reduce((sum, maximum) => sum + maximum, 0)).toBe(20_000);
          list.forEach((weight, index) => {
            if (weight === null) expect(maxima[index]).toBe(0);
          });
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
