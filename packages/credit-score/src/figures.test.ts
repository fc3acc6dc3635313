import { describe, expect, it } from "vitest";
import { ageDays, amountOf, countOf, currencyWeights, daysOf, orderCredibility, sellerWeight } from "./figures.ts";
import {
  exampleAsOf,
  exampleCreator,
  exampleCurrency,
  exampleMetrics,
  exampleSeller,
} from "./testing/example-metrics.ts";
import { ttshop1 } from "./ttshop1.ts";

it.each([
  ["12.5", 12.5],
  ["-3", -3],
  ["", 0],
  ["abc", 0],
  ["Infinity", 0],
  ["1e400", 0],
  ["9e15", 1e15],
  ["-9e15", -1e15],
])("reads the amount %j as %d", (text, amount) => {
  expect(amountOf(text)).toBe(amount);
});

it.each([
  [7, 7],
  [-1, 0],
  [Number.NaN, 0],
  [Number.POSITIVE_INFINITY, 0],
])("counts %d as %d", (count, read) => {
  expect(countOf(count)).toBe(read);
});

it.each([
  [0, 1],
  [1, 1],
  [89.5, 89.5],
  [91, 90],
  [Number.NaN, 1],
])("reads %d observed days as %d", (days, read) => {
  expect(daysOf(days, ttshop1)).toBe(read);
});

it.each([
  [0, 0],
  [7.5, 0.5], // √(1/4)
  [30, 1],
  [31, 1],
  [-4, 0],
])("weighs a figure over %d orders %d", (orders, weight) => {
  expect(orderCredibility(orders, ttshop1)).toBe(weight);
});

it.each([
  [exampleAsOf - 86_400, 1],
  [exampleAsOf - 86_399, 0],
  [exampleAsOf + 86_400, 0],
  [null, 0],
])("counts whole days since %d: %d", (firstActivityAt, days) => {
  expect(ageDays(exampleSeller({ firstActivityAt }), exampleAsOf)).toBe(days);
});

describe("currencies are weighed", () => {
  const usd = (change: object) => exampleCurrency({ nets: [100, 100, 100], orderCount: 30, ...change });
  const block = (gross: string) => ({ orderCount: 10, gross, net: gross });

  it.each([
    { name: "by sales at the opening rate", other: { nets: [50, 50, 50], openingUnitsPerUsd: "0.5" }, weight: 0.5 },
    {
      name: "without what a block lost",
      other: { blocks: [block("400"), block("-100"), block("-300")] },
      weight: 3 / 7,
    },
    { name: "as nothing without a rate", other: { openingUnitsPerUsd: "0" }, weight: 1 },
  ])("$name", ({ other, weight }) => {
    const [first = 0, second = 0] = currencyWeights(exampleSeller({ currencies: [usd({}), usd(other)] }));
    expect(first).toBeCloseTo(weight, 12);
    expect(first + second).toBeCloseTo(1, 12);
  });

  it("by orders where none has sales, and as nothing where none has either", () => {
    const idle = { blocks: [block("0"), block("0"), block("0")] };
    const byOrders = currencyWeights(exampleSeller({ currencies: [usd(idle), usd({ ...idle, orderCount: 10 })] }));
    expect(byOrders).toEqual([0.75, 0.25]);
    const neither = { ...idle, orderCount: 0 };
    expect(currencyWeights(exampleSeller({ currencies: [usd(neither), usd(neither)] }))).toEqual([0, 0]);
  });
});

describe("a hybrid's shops weigh", () => {
  const sold = (baseUsd: string) => ({ refunds: { status: "available", refundedUsd: "0", baseUsd } }) as const;
  const earned = (nets: readonly number[]) => exampleCreator({ currencies: [exampleCurrency({ nets })] });

  it.each([
    {
      name: "their sales before refunds over those and the creators' net",
      seller: exampleSeller(sold("3000")),
      creator: earned([300, 300, 400]),
      weight: 0.75,
    },
    {
      name: "their net where no sales are told",
      seller: exampleSeller({
        refunds: { status: "withheld", permissions: [] },
        currencies: [exampleCurrency({ nets: [100, 100, 100] })],
      }),
      creator: earned([300, 300, 300]),
      weight: 0.25,
    },
    { name: "nothing where they lost", seller: exampleSeller(sold("-5")), creator: earned([1, 1, 1]), weight: 0 },
    { name: "all where the creators lost", seller: exampleSeller(sold("5")), creator: earned([-1, 0, 0]), weight: 1 },
    { name: "a half where neither has any", seller: exampleSeller(sold("0")), creator: earned([0, 0, 0]), weight: 0.5 },
    { name: "a half where nothing is connected", seller: null, creator: null, weight: 0.5 },
  ])("$name", ({ seller, creator, weight }) => {
    expect(sellerWeight(exampleMetrics({ seller, creator }))).toBe(weight);
  });
});
