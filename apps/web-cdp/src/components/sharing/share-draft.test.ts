import { describe, expect, it } from "vitest";
import { wordsOf } from "#words/catalogue.ts";
import { checkShareDraft, dayFrom, endOfDay, hasProblems } from "./share-draft.ts";
import { hiddenParts, sharePreview, shareScopes } from "./share-scopes.ts";

const now = Date.parse("2026-11-23T12:00:00Z");
const own = "0x1111111111111111111111111111111111111111";
const draft = {
  lender: "0x2222222222222222222222222222222222222222",
  scope: "tier",
  purpose: "Working capital",
  until: "2026-12-23",
} as const;

describe("checkShareDraft", () => {
  it("lets a whole draft through, whatever the case of the address", () => {
    expect(
      hasProblems(checkShareDraft({ ...draft, lender: " 0xABCDEFabcdef0000000000000000000000000000 " }, own, now)),
    ).toBe(false);
  });

  it.each([
    ["lender", { lender: "" }],
    ["lender", { lender: "vitalik.eth" }],
    ["lender", { lender: own.toUpperCase().replace("0X", "0x") }],
    ["purpose", { purpose: "   " }],
    ["purpose", { purpose: "x".repeat(281) }],
    ["until", { until: "" }],
    ["until", { until: "2026-11-22" }],
    ["until", { until: "2027-11-24" }],
  ] as const)("names the field %s when it is %o", (field, change) => {
    const problems = checkShareDraft({ ...draft, ...change }, own, now);

    expect(problems[field]).not.toBeNull();
    expect(Object.values(problems).filter((problem) => problem !== null)).toHaveLength(1);
  });

  it("lets a share end today, at the end of the day", () => {
    expect(checkShareDraft({ ...draft, until: "2026-11-23" }, own, now).until).toBeNull();
    expect(endOfDay("2026-11-23")).toBe("2026-11-23T23:59:59Z");
    expect(dayFrom(now, 30)).toBe("2026-12-23");
  });
});

describe("sharePreview", () => {
  const figures = {
    tier: "Growing",
    score: "61.2 of 100",
    confidence: "88",
    integrity: "Pass",
    asOf: "today",
    net: "$14,250",
    orderCount: "150",
  };

  it("shows points only from the factors scope on, and sums only under metrics", () => {
    const visible = (scope: "tier" | "factors" | "metrics") =>
      sharePreview(wordsOf("en-US", "sharing"), scope, figures)
        .filter((line) => line.value !== null)
        .map((line) => line.value);

    expect(visible("tier")).not.toContain(figures.score);
    expect(visible("tier")).not.toContain(figures.net);
    expect(visible("factors")).toContain(figures.score);
    expect(visible("factors")).not.toContain(figures.net);
    expect(visible("metrics")).toContain(figures.net);
  });
});

describe("hiddenParts", () => {
  it.each(shareScopes)("says of %s to a lender whose shops it is about", (scope) => {
    const lines = hiddenParts(wordsOf("en-US", "sharing"), scope, "lender");

    expect(lines.filter((line) => /\byour\b/i.test(line))).toEqual([]);
  });
});
