import { scoreIncome } from "@lendfriend/credit-score";
import { describe, expect, it } from "vitest";
import type { SharedScore } from "#server/contract.ts";
import { withoutReturns as inputsWithoutReturns, sampleInputs } from "#server/testing/sample-inputs.ts";
import { compareRows } from "./compare-rows.ts";

const now = new Date(sampleInputs.asOf * 1_000).toISOString();
const strong = scoreIncome(sampleInputs);
const withoutReturns = scoreIncome(inputsWithoutReturns);
const weak = scoreIncome({ ...sampleInputs, orderCount: 3 });

function shared(report: SharedScore["report"], scope: SharedScore["share"]["scope"]): SharedScore {
  const share = { id: "s", scope, purpose: "A loan", createdAt: now, expiresAt: now };
  return { share, report, connections: [], insights: null, history: null, changes: null };
}

const { model, modelHash, asOf, tier, confidence, integrity, provisional } = strong;
const tierOnly = shared({ model, modelHash, asOf, tier, confidence, integrity, provisional }, "tier");

function rowsOf(first: SharedScore, second: SharedScore) {
  const rows = compareRows([first, second], "en-US", now).flatMap((group) => group.rows);
  return new Map(rows.map((row) => [row.key, row]));
}

describe("compareRows", () => {
  it("sets points side by side and subtracts the first from the second", () => {
    const row = rowsOf(shared(strong, "metrics"), shared(weak, "metrics")).get("score");

    expect(row?.first).toBe((Math.floor(strong.score * 10) / 10).toFixed(1));
    expect(row?.difference).toMatch(/^−\d+\.\d$/);
  });

  it("has a line for every item of the model", () => {
    const rows = rowsOf(shared(strong, "metrics"), shared(weak, "metrics"));
    const codes = Object.values(strong.factors).flatMap(({ items }) => items.map(({ code }) => code));

    expect(codes).toHaveLength(16);
    for (const code of codes) expect(rows.get(code)?.second, code).toMatch(/ of /);
  });

  it("tells nothing of a borrower that their share does not hold, and subtracts nothing from it", () => {
    const rows = rowsOf(shared(strong, "metrics"), tierOnly);

    for (const key of ["score", "revenue", "monthly_revenue", "net", "orders", "alerts"]) {
      expect(rows.get(key), key).toMatchObject({ second: null, difference: null });
      expect(rows.get(key)?.first, key).not.toBeNull();
    }
    expect(rows.get("tier")?.second).toBe(tier);
  });

  it("leaves out what neither shares", () => {
    const rows = rowsOf(tierOnly, tierOnly);

    expect([...rows.keys()]).not.toContain("score");
    expect([...rows.keys()]).not.toContain("net");
    expect(rows.get("scope")?.first).toBe("Tier only");
  });

  it("subtracts no sums, which may be in different currencies", () => {
    const rows = rowsOf(shared(strong, "metrics"), shared(weak, "metrics"));

    expect(rows.get("net")).toMatchObject({ first: "$9,000", second: "$9,000", difference: null });
  });

  it("says that sums are before refunds where returns were not read", () => {
    const rows = rowsOf(shared(withoutReturns, "metrics"), shared(strong, "metrics"));

    expect(rows.get("refunds")?.first).toBe("not measured");
    expect(rows.get("net")).toMatchObject({ first: "$9,000 (before refunds)", second: "$9,000" });
    expect(rows.get("monthlyNet")?.first).toMatch(/ \(before refunds\)$/);
  });

  it("tells figures in the words and the digits of another language", () => {
    const groups = compareRows([shared(strong, "metrics"), tierOnly], "de-DE", now);
    const rows = new Map(groups.flatMap((group) => group.rows).map((row) => [row.key, row]));

    expect(groups.map(({ title }) => title)).toEqual(["Score", "Faktoren", "Jeder Punkt", "Zahlen aus 90 Tagen"]);
    expect(rows.get("net")).toMatchObject({ label: "Nettoumsatz", first: "9.000\u00a0$", second: null });
    expect(rows.get("revenue")?.first).toMatch(/^\d+,\d von \d+$/);
    expect(rows.get("freshness")?.first).toBe("Aktuell");
  });
});
