import { scoreIncome } from "@lendfriend/credit-score";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { BarChart } from "#components/charts/BarChart.tsx";
import { sampleInputs } from "#server/testing/sample-inputs.ts";
import { wordsOf } from "#words/catalogue.ts";
import { FactorBreakdown } from "./FactorBreakdown.tsx";
import { LeftOut } from "./LeftOut.tsx";
import { MetricsGrid } from "./MetricsGrid.tsx";
import { ScoreAlerts } from "./ScoreAlerts.tsx";
import { ScoreHeadline } from "./ScoreHeadline.tsx";
import { integrityWords, measuredWords } from "./words.ts";

const headline = {
  tier: "Growing",
  confidence: 88,
  integrity: "PASS",
  provisional: false,
  asOf: "2026-11-23T00:00:00Z",
  locale: "en-US",
  now: "2026-11-23T03:00:00Z",
} as const;

const item = {
  code: "refund_rate",
  points: 4.6,
  max: 6,
  status: "scored",
  reason: "… of sales by value was refunded.",
} as const;

const empty = { points: 0, max: 20, items: [] } as const;

describe("ScoreHeadline", () => {
  it("says that the points were not shared, and draws no scale that would give them away", () => {
    const html = renderToStaticMarkup(<ScoreHeadline {...headline} score={null} />);

    expect(html).toContain("The number of points was not shared");
    expect(html).not.toContain("<svg");
  });

  it("puts confidence, integrity and date beside every number", () => {
    const html = renderToStaticMarkup(<ScoreHeadline {...headline} score={61.45} />);

    for (const text of ["61.4", "88 of 100", "Pass", "Nov 23, 2026, 12:00 AM UTC", "3 hours ago"]) {
      expect(html).toContain(text);
    }
  });

  it("marks a provisional score", () => {
    expect(renderToStaticMarkup(<ScoreHeadline {...headline} score={61} provisional />)).toContain("Provisional");
  });
});

describe("LeftOut", () => {
  it("shows a value in the currency that it is told in, else in that of the metrics", () => {
    const excluded = {
      CANCELLED: { count: 203, value: "85", currency: "USD" },
      UNPAID: { count: 1, value: "20" },
    } as const;
    const { metrics } = scoreIncome({ ...sampleInputs, currency: "GBP", excluded });
    const html = renderToStaticMarkup(<LeftOut metrics={metrics} rowsPath="/rows" locale="en-US" />);

    expect(html).toContain(">$85<");
    expect(html).toContain(">£20<");
    expect(html).not.toContain("£85");
  });
});

describe("FactorBreakdown", () => {
  const factors = {
    revenue: { points: 0, max: 40, items: [] },
    consistency: empty,
    reliability: { points: 4.6, max: 20, items: [item] },
    growth: empty,
  };

  it("shows points and reason of an item whose figures were not shared, and no figure", () => {
    const html = renderToStaticMarkup(<FactorBreakdown factors={factors} caps={[]} rowsPath="/rows" locale="en-US" />);

    expect(html).toContain("Refund rate");
    expect(html).toContain("4.6");
    expect(html).not.toContain("Measured");
  });

  it("says that sums are before refunds where those are not known", () => {
    const { metrics } = scoreIncome(sampleInputs);
    const [known, unknown] = ["0", null].map((refunds) =>
      renderToStaticMarkup(<MetricsGrid {...{ metrics, refunds }} rowsPath="/rows" locale="en-US" />),
    );

    expect(known?.match(/before refunds/g)).toHaveLength(1);
    expect(known).toContain("what the score counts");
    expect(unknown?.match(/before refunds/g)).toHaveLength(3);
    expect(unknown).not.toContain("what the score counts");
  });

  it("says each reason in the reader's language, and without figures where they were not shared", () => {
    const [shared, older] = [{ ...item, said: [{ code: "refunds_of_sales" }] }, item].map((one) =>
      renderToStaticMarkup(
        <FactorBreakdown
          factors={{ ...factors, reliability: { ...factors.reliability, items: [one] } }}
          caps={[]}
          rowsPath={null}
          locale="de-DE"
        />,
      ),
    );

    expect(shared).toContain("Es zählt der Anteil des Verkaufswerts, der erstattet wurde");
    expect(shared).not.toContain(item.reason);
    expect(older).toContain(`<span lang="en">${item.reason}</span>`);
  });

  it("tells an applied ceiling from one that was not the lowest", () => {
    const caps = [
      { code: "FEWER_THAN_5_ORDERS", limit: 45, applied: true, pointsLost: 3, reason: "a" },
      { code: "HISTORY_UNDER_28_DAYS", limit: 55, applied: false, pointsLost: 0, reason: "b" },
    ] as const;

    const html = renderToStaticMarkup(
      <FactorBreakdown factors={factors} caps={caps} rowsPath="/rows" locale="en-US" />,
    );

    expect(html).toContain("at most 45, takes 3.0 points");
    expect(html).toContain("at most 55, not the lowest");
  });
});

describe("ScoreAlerts", () => {
  it("puts the decline before everything else", () => {
    const alerts = [
      { code: "UNKNOWN_STATUS", value: 2, threshold: 0, text: "two rows" },
      { code: "REVENUE_DECLINE", value: -0.66, threshold: -0.3, text: "fell" },
    ] as const;

    const html = renderToStaticMarkup(<ScoreAlerts alerts={alerts} locale="en-US" />);

    expect(html.indexOf("Revenue has fallen sharply")).toBeLessThan(html.indexOf("Some orders were left out"));
  });
});

describe("BarChart", () => {
  it("names itself and carries its figures as a table, without inline styles", () => {
    const html = renderToStaticMarkup(
      <BarChart
        title="Net by week, USD"
        caption="Full weeks."
        bars={[
          { key: "a", label: "Nov 1", value: 100, display: "$100" },
          { key: "b", label: "Nov 8", value: -20, display: "-$20" },
        ]}
        formatTick={String}
        table={<table />}
        locale="en-US"
      />,
    );

    expect(html).toMatch(/<figure[\s\S]*role="img"[\s\S]*<title[\s\S]*<details[\s\S]*<table/);
    expect(html).not.toContain("style=");
    expect(html).not.toMatch(/height="-|NaN/);
  });

  it("draws nothing but the axis when there is nothing to draw", () => {
    const html = renderToStaticMarkup(
      <BarChart title="t" caption="c" bars={[]} formatTick={String} table={<table />} locale="en-US" />,
    );

    expect(html).not.toMatch(/NaN|<rect/);
  });
});

describe("words", () => {
  it("hides a grade of the model's own behind its reason", () => {
    expect(
      measuredWords("en-US", { ...item, code: "platform_standing", value: 1, threshold: 1, unit: "ratio" }),
    ).toBeNull();
    expect(measuredWords("en-US", { ...item, value: 0.051, threshold: 0.02, unit: "share" })).toEqual({
      value: "5.1%",
      threshold: "2%",
    });
  });

  it.each([
    ["en-US", 1, "1 day observed"],
    ["en-US", 90, "90 days observed"],
    ["de-DE", 1, "1 Tag beobachtet"],
  ] as const)("counts in %s %i days of the window as people do", (locale, days, said) => {
    const of = { from: "a", to: "b", currency: "USD" };

    expect(wordsOf(locale, "score")("figures.window", { ...of, days })).toContain(said);
  });

  it("counts months as they are printed, to one decimal", () => {
    const age = { ...item, code: "account_age", threshold: 12, unit: "months" } as const;
    const told = (locale: "en-US" | "de-DE", value: number) => measuredWords(locale, { ...age, value })?.value;

    expect([0.96, 1, 1.04, 1.06, 11.25, 0].map((value) => told("en-US", value))).toEqual([
      "1 month",
      "1 month",
      "1 month",
      "1.1 months",
      "11.3 months",
      "0 months",
    ]);
    expect([1.04, 1.06].map((value) => told("de-DE", value))).toEqual(["1 Monat", "1,1 Monate"]);
  });

  it("has words for integrity that no table knows", () => {
    expect(integrityWords("en-US", "SOMETHING_NEW").label).toBe("Unavailable");
  });
});
