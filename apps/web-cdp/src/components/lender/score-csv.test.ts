import { scoreIncome } from "@lendfriend/credit-score";
import { describe, expect, it } from "vitest";
import type { SharedScore } from "#server/contract.ts";
import { sampleInputs, withoutReturns } from "#server/testing/sample-inputs.ts";
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
    expect(csv).not.toMatch(/^(figure|week|factor|history|change|insight)/m);
  });

  it("gives the points once they are shared", () => {
    expect(scoreCsv(wallet, shared({ score: 61.45 }))).toMatch(/^score,score,61\.45,100,,,,\r$/m);
  });

  it("says beside net figures that they are before refunds where returns were not read", () => {
    const csv = scoreCsv(wallet, shared(scoreIncome(withoutReturns)));

    expect(csv).toMatch(/^figure,refunds,,,,USD,,\r$/m);
    expect(csv).toMatch(/^figure,net,,,9000,USD,,"before refunds, which are not known"\r$/m);
    expect(csv).toMatch(/^figure,monthly_net,.*"before refunds, which are not known"\r$/m);
    expect(scoreCsv(wallet, shared(scoreIncome(sampleInputs)))).not.toContain("before refunds");
  });

  it("tells what was left out in the currency in which it is valued", () => {
    const excluded = {
      CANCELLED: { count: 203, value: "85", currency: "USD" },
      UNPAID: { count: 1, value: "20" },
    } as const;
    const csv = scoreCsv(wallet, shared(scoreIncome({ ...sampleInputs, currency: "GBP", excluded })));

    expect(csv.split("\r\n")).toContain("excluded,CANCELLED,,,85,USD,,203 rows");
    expect(csv.split("\r\n")).toContain("excluded,UNPAID,,,20,GBP,,1 rows");
  });

  it("has earlier scores, what changed and how the income is spread once they are shared", () => {
    const part = { key: "1", isRest: false, currency: "IDR", count: 3, net: "48000", netUsd: "3" };
    const none = { content: [], contentIds: [], campaigns: [], collaborationKinds: [], collaborations: [] };
    const mark = {
      asOf: "2026-11-22T00:00:00Z",
      score: 60,
      tier: "Growing",
      modelHash: "ab",
      snapshotHash: "1",
      provisional: false,
    };
    const csv = scoreCsv(wallet, {
      ...shared({ score: 61.45 }),
      history: [{ ...mark, asOf: "2026-11-23T00:00:00Z", score: 61.45, model: "ttshop-1" }],
      changes: {
        from: mark,
        to: mark,
        millipoints: 1_450,
        points: 1.45,
        items: [],
        caps: { millipoints: 2_000, points: 2 },
        model: { millipoints: -550, points: -0.55 },
        itemised: true,
        shops: { added: [], removed: [] },
        sides: { added: [], removed: [] },
      },
      insights: {
        asOf: mark.asOf,
        provisional: false,
        snapshotHash: "1",
        netUsd: "3",
        sellerNetUsd: "3",
        creatorNetUsd: null,
        rates: "seed",
        byProduct: { hhi: null, count: 0, largest: [] },
        byCreator: { hhi: null, count: 0, largest: [] },
        medianDaysToCash: null,
        spread: {
          schema: 2,
          weekdays: [part],
          hours: [],
          markets: [],
          partnerShops: [],
          ...none,
          costs: { ...none, campaigns: [{ ...part, key: null }] },
          daysToCash: null,
        },
      },
    });

    for (const line of [
      "history,2026-11-23T00:00:00Z,61.45,100,Growing,,,ttshop-1 ab",
      "change,since,1.45,,,,,2026-11-22T00:00:00Z",
      "change,ceilings,2,,,,,",
      "change,model,-0.55,,,,,",
      'insight_weekday,1,,,48000,IDR,,"3 counted, 3 USD"',
      'insight_cost_campaign,not_reported,,,48000,IDR,,"3 counted, 3 USD"',
    ]) {
      expect(csv.split("\r\n")).toContain(line);
    }
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
