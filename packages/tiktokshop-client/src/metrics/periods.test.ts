import { describe, expect, test } from "vitest";
import { dayOf, periodsOf, spanOf } from "./periods.ts";

const asOf = Date.UTC(2026, 10, 22) / 1_000;
const day = 86_400;
const before = (days: number) => asOf - days * day;

describe("the days observed (§1)", () => {
  test.each([
    { firstActivity: null, observedDays: 1 },
    { firstActivity: asOf, observedDays: 1 },
    { firstActivity: asOf + day, observedDays: 1 },
    { firstActivity: before(2) + 1, observedDays: 1 },
    { firstActivity: before(2), observedDays: 2 },
    { firstActivity: before(90), observedDays: 90 },
    { firstActivity: before(91), observedDays: 90 },
  ])("since $firstActivity are $observedDays", ({ firstActivity, observedDays }) => {
    expect(periodsOf(asOf, firstActivity)).toMatchObject({ asOf, from: before(90), observedDays });
  });
});

test("three blocks and the full weeks end at the second of the import, the oldest first", () => {
  expect(periodsOf(asOf, before(400))).toEqual({
    asOf,
    from: before(90),
    observedDays: 90,
    blockDays: 30,
    blockEdges: [before(90), before(60), before(30), asOf],
    weekEdges: [84, 77, 70, 63, 56, 49, 42, 35, 28, 21, 14, 7, 0].map(before),
  });
  expect(periodsOf(asOf, before(21))).toMatchObject({
    blockDays: 7,
    blockEdges: [before(21), before(14), before(7), asOf],
    weekEdges: [before(21), before(14), before(7), asOf],
  });
  expect(periodsOf(asOf, before(6)).weekEdges).toEqual([asOf]);
});

describe("a span", () => {
  test.each([
    { time: 9, span: -1 },
    { time: 10, span: 0 },
    { time: 19, span: 0 },
    { time: 20, span: 1 },
    { time: 29, span: 1 },
    { time: 30, span: -1 },
    { time: Number.NaN, span: -1 },
  ])("holds its start and not its end: $time is in $span", ({ time, span }) => {
    expect(spanOf([10, 20, 30], time)).toBe(span);
  });

  test("needs two edges", () => {
    expect(spanOf([10], 10)).toBe(-1);
    expect(spanOf([], 10)).toBe(-1);
  });
});

test.each([
  [asOf, "2026-11-22"],
  [asOf - 1, "2026-11-21"],
  [0, "1970-01-01"],
  [9e15, ""],
])("the day of second %d is %j", (time, text) => {
  expect(dayOf(time)).toBe(text);
});
