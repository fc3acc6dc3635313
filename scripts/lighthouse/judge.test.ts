import { expect, it } from "vitest";
import { judge, table } from "./judge.ts";

type Measured = Parameters<typeof judge>[2];

function measured(performance: number, layoutShift: number): Measured {
  const whole = { score: 1, auditRefs: [] };
  const categories = {
    performance: { score: performance, auditRefs: [{ id: "total-blocking-time", weight: 30 }] },
    accessibility: whole,
    "best-practices": whole,
    seo: whole,
  };
  const audits = {
    "cumulative-layout-shift": { title: "Layout shift", score: 1, numericValue: layoutShift },
    "total-blocking-time": { title: "Blocked", score: performance, displayValue: "400 ms", numericValue: 400 },
    "largest-contentful-paint": { title: "Largest paint", score: 1, numericValue: 650 },
  };
  return { categories, audits } as unknown as Measured;
}

it("a page with 98 in every category that does not move has nothing missing", () => {
  expect(judge("Home", "/", measured(0.98, 0)).misses).toEqual([]);
});

it("a page below 98 names what is to blame, and one that moves says by how much", () => {
  expect(judge("Home", "/", measured(0.97, 0.01)).misses).toEqual([
    "performance: Blocked 400 ms",
    "layout shift 0.0100",
  ]);
});

it("a page is one row of the table", () => {
  expect(
    table([judge("Home", "/", measured(1, 0))])
      .split("\n")
      .at(-1),
  ).toBe("| Home | `/` | 100 | 100 | 100 | 100 | 0 | 400 ms | 0.65 s |");
});
