import { expect, test } from "vitest";
import { atMost } from "./goal.ts";
import { type Runs, together } from "./runs.ts";

const before: Runs = {
  scale: "ten",
  isFullSize: true,
  checks: [atMost("p99", 90, 100), atMost("lost", 0, 0)],
  notes: [],
  runs: 2,
  minutes: 5,
  dates: ["2026-11-28", "2026-11-29"],
  machines: ["two cores"],
  load: 3,
};
const later: Runs = {
  ...before,
  checks: [atMost("p99", 70, 100), atMost("lost", 1, 0)],
  runs: 1,
  minutes: 2,
  dates: ["2026-11-29"],
  load: 2,
};

test("runs that are added to others count with them, by the worst of each figure", () => {
  expect(together(before, later)).toEqual({
    ...before,
    checks: [atMost("p99", 90, 100), atMost("lost", 1, 0)],
    runs: 3,
    minutes: 7,
  });
});

test("runs on another machine count too, and name both", () => {
  expect(together(before, { ...later, machines: ["four cores"] })).toMatchObject({
    runs: 3,
    machines: ["two cores", "four cores"],
  });
});

test.each([{ scale: "hundred" }, { isFullSize: false }])("runs of another size stand alone: %o", (size) => {
  expect(together({ ...before, ...size }, later)).toEqual(later);
});
