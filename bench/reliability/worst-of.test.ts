import { expect, test } from "vitest";
import { atLeast, atMost, type Check, exactly } from "./goal.ts";
import { worstOf } from "./worst-of.ts";

function run(checks: readonly Check[], ...notes: readonly string[]) {
  return { scale: "ten", isFullSize: true, checks, notes };
}

test.each([
  ["the highest of what has an upper limit", atMost("p99", 90, 100), atMost("p99", 120, 100), atMost("p99", 110, 100)],
  [
    "the lowest of what has a lower limit",
    atLeast("rate", 700, 500),
    atLeast("rate", 510, 500),
    atLeast("rate", 600, 500),
  ],
  [
    "the furthest from what has to be exact",
    exactly("calls", 100, 100),
    exactly("calls", 98, 100),
    exactly("calls", 101, 100),
  ],
  [
    "what is unknown before what is bad",
    atMost("p99", 900, 100),
    atMost("p99", Number.NaN, 100),
    atMost("p99", 90, 100),
  ],
])("of several runs counts %s, wherever it stands", (_, one, worst, other) => {
  for (const order of [
    [one, worst, other],
    [worst, one, other],
    [other, one, worst],
  ] as const) {
    const [first, second, third] = order;

    expect(worstOf([run([first]), run([second]), run([third])]).checks).toEqual([worst]);
  }
});

test("each figure is judged by itself, and a note of every run is kept once", () => {
  const first = run([atMost("lost", 0, 0), atMost("p99", 80, 100)], "5 kills", "seed 1");
  const second = run([atMost("lost", 1, 0), atMost("p99", 70, 100)], "5 kills", "seed 2");

  expect(worstOf([first, second])).toEqual(
    run([atMost("lost", 1, 0), atMost("p99", 80, 100)], "5 kills", "seed 1", "seed 2"),
  );
});
