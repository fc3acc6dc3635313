import { describe, expect, test } from "vitest";
import { figureTotal } from "./figure-sums.ts";

describe("rows left out", () => {
  const amounts = { GBP: "60", IDR: "160000" };
  const sum = { count: 203, amounts, usd: "85", quantity: 0, medianDays: null };
  const total = (excluded: Parameters<typeof figureTotal>[2]["excluded"]) =>
    figureTotal("excluded:CANCELLED", sum, { currency: "GBP", byCurrency: [], excluded });

  test("come to dollars where the metrics value them so", () => {
    const excluded = { CANCELLED: { count: 203, value: "85", currency: "USD" } } as const;

    expect(total(excluded)).toEqual({ count: 203, amount: "85", currency: "USD" });
  });

  test("come to the metrics' currency in a score from before its values told theirs", () => {
    const excluded = { CANCELLED: { count: 203, value: "60" } };

    expect(total(excluded)).toEqual({ count: 203, amount: "60", currency: "GBP" });
  });
});
