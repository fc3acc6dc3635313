import { expect, test } from "vitest";
import { ConcentrationSum } from "./concentration.ts";

function sumOf(...parts: readonly (readonly [id: string, name: string, usd: bigint])[]) {
  const sum = new ConcentrationSum();
  for (const part of parts) sum.add(...part);
  return sum.result();
}

test("shares and the Herfindahl index of what was sold, the largest first", () => {
  // .5² + .3² + .2² = .38
  expect(sumOf(["b", "Beans", 20n], ["c", "Cups", 30n], ["a", "Apples", 50n])).toEqual({
    hhi: 3_800,
    count: 3,
    largest: [
      { id: "a", name: "Apples", share: 0.5 },
      { id: "c", name: "Cups", share: 0.3 },
      { id: "b", name: "Beans", share: 0.2 },
    ],
  });
});

test("one thing alone is 10,000, and nothing is no index at all", () => {
  expect(sumOf(["a", "Apples", 5n])).toMatchObject({ hhi: 10_000, count: 1 });
  expect(sumOf()).toEqual({ hhi: null, count: 0, largest: [] });
});

test("what sold for nothing or less is no part", () => {
  expect(sumOf(["a", "Apples", 5n], ["b", "Beans", 0n], ["c", "Cups", -5n])).toEqual({
    hhi: 10_000,
    count: 1,
    largest: [{ id: "a", name: "Apples", share: 1 }],
  });
});

test("sales of one id are added up under the first of its names, whatever their order", () => {
  const expected = {
    largest: [
      { id: "a", name: "Apples", share: 0.6 },
      { id: "b", name: "Beans", share: 0.4 },
    ],
  };
  expect(sumOf(["a", "Apples", 1n], ["b", "Beans", 4n], ["a", "Pears", 5n])).toMatchObject(expected);
  expect(sumOf(["a", "Pears", 5n], ["b", "Beans", 4n], ["a", "Apples", 1n])).toMatchObject(expected);
});

test("equal ones come by id, and ten are shown of any number that count", () => {
  const many = Array.from({ length: 12 }, (_, index) => [String.fromCharCode(108 - index), "Thing", 5n] as const);
  const { count, largest, hhi } = sumOf(...many);
  expect({ count, hhi }).toEqual({ count: 12, hhi: 833 }); // 10,000/12
  expect(largest.map(({ id }) => id)).toEqual(["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"]);
});
