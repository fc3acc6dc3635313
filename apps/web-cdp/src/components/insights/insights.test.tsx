import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { SharedBreakdown } from "#components/lender/SharedBreakdown.tsx";
import { hiddenParts } from "#components/sharing/share-scopes.ts";
import { PageOf } from "#components/testing/page-of.tsx";
import type { Locale } from "#lib/format.ts";
import type { InsightPart, InsightsReport, SharedScore } from "#server/contract.ts";
import { catalogue, wordsOf } from "#words/catalogue.ts";
import { InsightsView } from "./InsightsView.tsx";
import { ratesText } from "./rates-text.ts";

const words = catalogue.en.insights;
const { rest } = catalogue.en.figures.part;

const whole: InsightPart = { key: "1", isRest: false, currency: "USD", count: 3, net: "300", netUsd: "300" };

const nothing = { content: [], contentIds: [], campaigns: [], collaborationKinds: [], collaborations: [] };

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
    schema: 2,
    weekdays: [whole],
    hours: [whole],
    markets: [{ ...whole, key: "US" }],
    ...nothing,
    partnerShops: [],
    costs: {
      ...nothing,
      content: [{ ...whole, key: "LIVE" }],
      collaborationKinds: [{ ...whole, key: "TARGET" }],
      collaborations: Array.from({ length: 8 }, (_, at) => ({ ...whole, key: `TARGET:73880000${at}` })),
    },
    daysToCash: { count: 120, lower: 9.5, median: 17.5, upper: 24.1 },
  },
};

const first: InsightsReport = {
  ...report,
  creatorNetUsd: "40",
  spread: {
    schema: 1,
    weekdays: [whole],
    hours: [whole],
    markets: [],
    content: [{ ...whole, key: "VIDEO", netUsd: "40" }],
    campaigns: [],
    partnerShops: [],
  },
};

function shared(scope: SharedScore["share"]["scope"], insights: InsightsReport | null): string {
  return renderToStaticMarkup(
    <PageOf>
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
      />
    </PageOf>,
  );
}

function tableOf(html: string, caption: string): string {
  return html.match(new RegExp(`<table[^>]*><caption[^>]*>${caption}</caption>.*?</table>`))?.[0] ?? "";
}

function render(given: InsightsReport, locale: Locale = "en-US"): string {
  return renderToStaticMarkup(<InsightsView report={given} locale={locale} />);
}

describe("insights", () => {
  it("tell what creators cost by kind of collaboration and by its id, the largest drawn and all in a table", () => {
    const html = render(report);

    expect(tableOf(html, words.attribution.cost.collaborationKinds)).toContain("Targeted collaboration");
    const table = tableOf(html, words.attribution.cost.collaborations);
    for (let at = 0; at < 8; at += 1) expect(table).toContain(`Targeted collaboration 73880000${at}`);
    expect(html.split("Targeted collaboration 738800007")).toHaveLength(2);
    expect(html).toContain("The largest 5 are drawn, all are in the table.");
  });

  it("tell how long cash takes by its quartiles", () => {
    const table = tableOf(render(report), words.cash);

    for (const days of ["9.5 days", "17.5 days", "24.1 days"]) expect(table).toContain(days);
  });

  it("of a score before that keep what was counted then", () => {
    const html = render(first);

    expect(html).toContain("Half of the paid orders were paid out within 17.5 days.");
    expect(tableOf(html, words.attribution.commission.content)).toContain("Video");
    expect(html).not.toContain(words.attribution.commission.collaborationKinds);
    expect(html).not.toContain(words.attribution.cost.content);
  });

  it("are read in the reader’s language, by whose rules numbers, days and regions are written", () => {
    const html = render({ ...report, rates: "ECB as of 2026-11-20; seed rates as of 2026-01-01" }, "de-DE");

    const { insights, figures } = catalogue.de;
    expect(html).toContain("Kurse: ECB vom 2026-11-20; mitgelieferte Kurse vom 2026-01-01");
    expect(html).toContain("HHI 3.050 von 10.000");
    expect(tableOf(html, insights.weekday)).toContain("Montag");
    expect(tableOf(html, insights.market)).toContain("Vereinigte Staaten");
    expect(tableOf(html, insights.cash)).toContain("9,5 Tage");
    expect(html).toContain("120 ausgezahlte Bestellungen");
    expect(tableOf(html, insights.attribution.cost.collaborations)).toContain(
      `${figures.part.collaboration.TARGET} 738800000`,
    );
    expect(html).toContain("300\u00a0$");
  });

  it("keep words of the platform that the catalogue does not know", () => {
    const spread = { ...first.spread, content: [{ ...whole, key: "HOLOGRAM" }] } as InsightsReport["spread"];

    expect(
      tableOf(render({ ...first, spread }, "th-TH"), catalogue.th.insights.attribution.commission.content),
    ).toContain("HOLOGRAM");
  });

  it("say of rates that none were needed, and keep what they cannot read", () => {
    const t = wordsOf("vi-VN", "insights");

    expect(ratesText(t, "none needed")).toBe(catalogue.vi.insights.rates.none);
    expect(ratesText(t, "somewhere")).toBe("somewhere");
  });

  it("give each concentration as a table whose shares add up to the whole", () => {
    const table = tableOf(render(report), words.product);

    for (const [name, share] of [
      ["Candle", "50%"],
      ["Wick", "21.25%"],
      [rest, "28.75%"],
    ]) {
      expect(table).toMatch(new RegExp(`<th scope="row"[^>]*>${name}</th><td[^>]*>${share}</td>`));
    }
  });

  it("add no rest where every part is shown", () => {
    const html = render(report);

    expect(tableOf(html, words.creators.borrower)).not.toContain(rest);
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
    const hidden = hiddenParts(wordsOf("en-US", "sharing"), scope, "lender");
    expect(hidden.some((line) => line.startsWith("Insights") && html.includes(line))).toBe(true);
  });
});
