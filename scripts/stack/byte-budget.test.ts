import { describe, expect, it } from "vitest";
import { judgeBytes } from "./byte-budget.ts";

const all = [
  { route: "/dashboard", bytes: 190 * 1_024 },
  { route: "/lender", bytes: 140 * 1_024 },
  { route: "/lender/[wallet]/money-trail", bytes: 140 * 1_024 + 1 },
  { route: "/verify", bytes: 140 * 1_024 },
  { route: "/lenders-of-the-world", bytes: 150 * 1_024 },
];

describe("judgeBytes", () => {
  it("fails a page that is one byte over its limit, and no other", () => {
    const over = judgeBytes(all).filter(({ isOver }) => isOver);

    expect(over.map(({ route }) => route)).toEqual(["/lender/[wallet]/money-trail"]);
  });

  it("gives every page a budget, and lender pages and the verifier the small one", () => {
    expect(Object.fromEntries(judgeBytes(all).map(({ route, limit }) => [route, limit / 1_024]))).toEqual({
      "/dashboard": 190,
      "/lender": 140,
      "/lender/[wallet]/money-trail": 140,
      "/verify": 140,
      "/lenders-of-the-world": 190,
    });
  });

  it("lists what is nearest to its limit, or past it, first", () => {
    expect(judgeBytes(all)[0]?.route).toBe("/lender/[wallet]/money-trail");
    expect(judgeBytes(all).at(-1)?.route).toBe("/lenders-of-the-world");
  });

  it("does not pass when a budget has lost its pages", () => {
    expect(() => judgeBytes([{ route: "/dashboard", bytes: 1 }])).toThrow(/was it moved/);
  });
});
