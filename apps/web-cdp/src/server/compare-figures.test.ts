import { figureValues } from "@lendfriend/tiktokshop-client";
import { expect, it } from "vitest";
import { compareFigure, partsOf } from "./compare-figures.ts";
import { familiesOfMade, figureFamily, itemsOfFigure, madeFigures } from "./figure-catalogue.ts";
import { sampleInputs } from "./testing/sample-inputs.ts";

const counts = [...figureValues(sampleInputs, null)]
  .filter(([figure, { amount, count }]) => /^(week|block):/.test(figure) && amount === null && count !== null)
  .map(([figure, { count }]) => ({ figure, count }));

it("a week or a third of which the score tells a count alone is compared by its count", () => {
  expect(counts.length).toBeGreaterThan(0);
  for (const { figure, count } of counts) {
    const sum = { number: 1, count: count ?? 0, amounts: { USD: "450" }, usd: "450", quantity: 3, medianDays: null };
    const scored = { inputs: sampleInputs, insights: null, trail: null, sums: { [figure]: sum } };

    expect(compareFigure(figure, scored)).toMatchObject({
      stated: { unit: "count", value: count },
      total: { unit: "count", value: count },
      agrees: true,
    });
  }
});

it.each(madeFigures)("every part of %s counts where it does", (made) => {
  const parts = partsOf(made, { inputs: sampleInputs, insights: null, trail: null, sums: null });

  expect(familiesOfMade[made]).toEqual(expect.arrayContaining(parts.map(figureFamily)));
  for (const part of parts) expect(itemsOfFigure(part)).toEqual(expect.arrayContaining([...itemsOfFigure(made)]));
});
