import { describe, expect, it } from "vitest";
import type { SharedBorrower } from "#server/contract.ts";
import { nextSort, readSort, sortBorrowers } from "./borrower-sort.ts";
import { freshnessOf } from "./freshness.ts";

function borrower(wallet: string, change: Partial<SharedBorrower> = {}): SharedBorrower {
  return {
    wallet,
    scope: "factors",
    purpose: "loan",
    sharedAt: "2026-11-01T00:00:00Z",
    expiresAt: "2026-12-01T00:00:00Z",
    score: 50,
    tier: "Building",
    confidence: 80,
    integrity: "PASS",
    provisional: false,
    asOf: "2026-11-20T00:00:00Z",
    ...change,
  };
}

describe("sortBorrowers", () => {
  const rows = [borrower("0xb", { score: 40 }), borrower("0xc", { score: null }), borrower("0xa", { score: 90 })];

  it.each([
    ["-score", ["0xa", "0xb", "0xc"]],
    ["score", ["0xb", "0xa", "0xc"]],
  ])("puts what was not shared last when sorted by %s", (text, order) => {
    expect(sortBorrowers(rows, readSort(text)).map((row) => row.wallet)).toEqual(order);
  });

  it("ranks tiers by what they mean, not by their letters", () => {
    const byTier = sortBorrowers(
      [
        borrower("0x1", { tier: "New" }),
        borrower("0x2", { tier: "Established" }),
        borrower("0x3", { tier: "Growing" }),
      ],
      readSort("-tier"),
    );

    expect(byTier.map((row) => row.tier)).toEqual(["Established", "Growing", "New"]);
  });

  it("keeps equal rows in one order however they arrive", () => {
    const equal = [borrower("0x2"), borrower("0x1")];

    expect(sortBorrowers(equal, readSort("-score"))).toEqual(sortBorrowers([...equal].reverse(), readSort("-score")));
  });
});

describe("readSort", () => {
  it.each([[null], [""], ["wallet; drop"], ["-nothing"]])("falls back to the newest share for %s", (text) => {
    expect(readSort(text)).toEqual({ key: "shared", descending: true });
  });

  it("turns around when the same column is chosen twice", () => {
    expect(nextSort(readSort("-score"), "score")).toBe("score");
    expect(nextSort(readSort("score"), "score")).toBe("-score");
    expect(nextSort(readSort("-score"), "tier")).toBe("-tier");
  });
});

describe("freshnessOf", () => {
  it.each([
    ["2026-11-22T12:00:00Z", "fresh"],
    ["2026-11-22T11:59:59Z", "ageing"],
    ["2026-11-16T12:00:00Z", "stale"],
    [null, "none"],
  ])("calls a score of %s %s", (asOf, state) => {
    expect(freshnessOf(asOf, "2026-11-23T12:00:00Z").state).toBe(state);
  });
});
