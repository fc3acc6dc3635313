import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { SharedBreakdown } from "#components/lender/SharedBreakdown.tsx";
import { scopeWords } from "#components/sharing/share-scopes.ts";
import type { InsightPart, InsightsReport, SharedScore } from "#server/contract.ts";
import { InsightsView } from "./InsightsView.tsx";
import { insightWords as words } from "./words.ts";

const whole: InsightPart = { key: "1", isRest: false, currency: "USD", count: 3, net: "300", netUsd: "300" };

const report: InsightsReport = {
  asOf: "2026-11-20T00:00:00.000Z",
  provisional: false,
  snapshotHash: "hash",
  netUsd: "300",
  sellerNetUsd: "300",
  creatorNetUsd: null,
  rates: "none needed",
  byProduct: {
    hhi: 3_050,
    count: 12,
    largest: [
      { id: "S1 P1", name: "Candle", share: 0.5 },
      { id: "S1 P2", name: "Wick", share: 0.2125 },
    ],
  },
  byCreator: { hhi: 10_000, count: 1, largest: [{ id: "ana", name: "ana", share: 1 }] },
  medianDaysToCash: 17.5,
  spread: {
    schema: 1,
    weekdays: [whole],
    hours: [whole],
    markets: [{ ...whole, key: "US" }],
    content: [],
    campaigns: [],
    partnerShops: [],
  },
};

function shared(scope: SharedScore["share"]["scope"], insights: InsightsReport | null): string {
  return renderToStaticMarkup(
    <SharedBreakdown
      wallet="0x1111111111111111111111111111111111111111"
      shared={{
        share: { id: "s", scope, purpose: "Loan", createdAt: report.asOf, expiresAt: "2026-12-01T00:00:00Z" },
        report: { model: "ttshop-1", modelHash: "ab", asOf: report.asOf, tier: "Growing" },
        connections: [],
        insights,
        history: null,
        changes: null,
      }}
      locale="en-US"
      now="2026-11-21T00:00:00.000Z"
    />,
  );
}

function tableOf(html: string, caption: string): string {
  return html.match(new RegExp(`<table[^>]*><caption[^>]*>${caption}</caption>.*?</table>`))?.[0] ?? "";
}

describe("insights", () => {
  it("give each concentration as a table whose shares add up to the whole", () => {
    const table = tableOf(renderToStaticMarkup(<InsightsView report={report} locale="en-US" />), words.product);

    for (const [name, share] of [
      ["Candle", "50%"],
      ["Wick", "21.25%"],
      [words.rest, "28.75%"],
    ]) {
      expect(table).toMatch(new RegExp(`<th scope="row"[^>]*>${name}</th><td[^>]*>${share}</td>`));
    }
  });

  it("add no rest where every part is shown", () => {
    const html = renderToStaticMarkup(<InsightsView report={report} locale="en-US" />);

    expect(tableOf(html, words.creators.borrower)).not.toContain(words.rest);
  });

  it("are read by a lender to whom they were shared, in a lender's words", () => {
    const html = shared("metrics", report);

    for (const title of [words.product, words.creators.lender, words.market, words.weekday]) {
      expect(tableOf(html, title)).not.toBe("");
    }
    expect(html).not.toContain(words.creators.borrower);
  });

  it.each(["tier", "factors"] as const)("are said not to be shared below that: %s", (scope) => {
    const html = shared(scope, null);

    expect(html).not.toContain('id="insights"');
    expect(scopeWords[scope].hides.some((line) => line.startsWith("Insights") && html.includes(line))).toBe(true);
  });
});
