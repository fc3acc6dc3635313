import { describe, expect, it } from "vitest";
import type { SharedScore } from "#server/contract.ts";
import { scoreCsv } from "./score-csv.ts";

const wallet = "0x1111111111111111111111111111111111111111";

function shared(report: Partial<SharedScore["report"]>, purpose = "Loan"): SharedScore {
  return {
    share: { id: "s", scope: "tier", purpose, createdAt: "2026-11-01T00:00:00Z", expiresAt: "2026-12-01T00:00:00Z" },
    report: { model: "ttshop-1", modelHash: "ab", asOf: "2026-11-23T00:00:00Z", tier: "Growing", ...report },
    connections: [],
    insights: null,
    history: null,
    changes: null,
  };
}

describe("scoreCsv", () => {
  it("holds no line about points when only the tier was shared", () => {
    const csv = scoreCsv(wallet, shared({ confidence: 80, integrity: "PASS" }));

    expect(csv).toContain("score,tier,,,Growing");
    expect(csv).not.toMatch(/^score,score/m);
    expect(csv).not.toMatch(/^(figure|week|factor)/m);
  });

  it("gives the points once they are shared", () => {
    expect(scoreCsv(wallet, shared({ score: 61.45 }))).toMatch(/^score,score,61\.45,100,,,,\r$/m);
  });

  it("quotes what has commas and quotes, and ends every line as RFC 4180 asks", () => {
    const csv = scoreCsv(wallet, shared({}, 'Winter, "big" stock'));

    expect(csv).toContain('"Winter, ""big"" stock"');
    expect(csv.endsWith("\r\n")).toBe(true);
  });

  it.each(["=HYPERLINK(1)", "+1", "@x", "-cmd"])("lets no spreadsheet run %s", (purpose) => {
    expect(scoreCsv(wallet, shared({}, purpose))).toContain(`'${purpose}`);
  });
});
