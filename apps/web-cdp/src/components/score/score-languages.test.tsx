import { changeStory, type IncomeMetrics, nextTier, scoreIncome } from "@lendfriend/credit-score";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { PageOf } from "#components/testing/page-of.tsx";
import { type Locale, supportedLocales } from "#lib/format.ts";
import { sampleInputs } from "#server/testing/sample-inputs.ts";
import { catalogue } from "#words/catalogue.ts";
import { languageOf } from "#words/languages.ts";
import { ChangeCard } from "./ChangeCard.tsx";
import { FactorBreakdown } from "./FactorBreakdown.tsx";
import { HistoryCard } from "./HistoryCard.tsx";
import { LeftOut } from "./LeftOut.tsx";
import { MetricsGrid } from "./MetricsGrid.tsx";
import { NextTierCard } from "./NextTierCard.tsx";
import { NoScore } from "./NoScore.tsx";
import { Provenance } from "./Provenance.tsx";
import { ReasonList } from "./ReasonList.tsx";
import { ScoreAlerts } from "./ScoreAlerts.tsx";
import { ScoreCharts } from "./ScoreCharts.tsx";
import { ScoreHeadline } from "./ScoreHeadline.tsx";
import { WhatIf } from "./WhatIf.tsx";

/** A young shop with an alert of each kind but the decline. */
const inputs: IncomeMetrics = {
  ...sampleInputs,
  orderCount: 4,
  provisional: ["returns: stage_failed", "orders of shop 7: rows_set_aside (2 rows)"],
  exchangeRates: { ...sampleInputs.exchangeRates, source: "seed rates as of 2026-01-01", missing: ["XAF"] },
  excluded: { UNPAID: { count: 3, value: "12.50" }, UNKNOWN_STATUS: { count: 2, value: "0" } },
  notReported: [{ field: "refund_amount", count: 1, examples: ["1"] }],
};
const report = scoreIncome(inputs);
const story = changeStory({ inputs: sampleInputs, report: scoreIncome(sampleInputs) }, { inputs, report });
const entry = { ...story.to, score: report.score, model: report.model };
const rejected = [{ stage: "orders", reason: "status", count: 2, exampleIds: ["1"] }];

/** Everything that stands behind a score, as its owner reads it. */
function everything(locale: Locale): string {
  const { score, tier, confidence, integrity, provisional, asOf, metrics } = report;
  const figures = { metrics, rowsPath: "/rows", locale };
  return renderToStaticMarkup(
    <PageOf locale={locale}>
      <ScoreHeadline {...{ score, tier, confidence, integrity, provisional, asOf, locale }} now={asOf} />
      <ScoreAlerts alerts={report.alerts} locale={locale} />
      <ReasonList reasons={report.reasons} audience="borrower" locale={locale} />
      <HistoryCard entries={[entry, { ...entry, asOf: story.from.asOf, modelHash: "older" }]} locale={locale} />
      <ChangeCard story={story} locale={locale} />
      <FactorBreakdown factors={report.factors} caps={report.caps} rowsPath="/rows" locale={locale} />
      <NextTierCard next={nextTier(inputs)} locale={locale} />
      <WhatIf inputs={inputs} report={report} locale={locale} />
      <MetricsGrid {...figures} refunds={null} />
      <ScoreCharts {...figures} />
      <LeftOut {...figures} rejected={rejected} />
      <Provenance report={report} locale={locale} />
      <NoScore connections={[]} locale={locale} />
    </PageOf>,
  );
}

const areas = ["score", "reasons", "units", "whatIf", "connections"] as const;

/** Words that stand between the places that a message is filled with; short ones occur in other words. */
function phrasesOf(part: object): string[] {
  return Object.values(part).flatMap((value) =>
    typeof value === "string"
      ? value.split(/\{[^{}]*\}|<[^>]*>|[{}]/).filter((phrase) => phrase.trim().length > 12)
      : phrasesOf(value),
  );
}

describe.each(supportedLocales.filter((locale) => languageOf(locale) !== "en"))("a score in %s", (locale) => {
  const language = languageOf(locale);
  const html = everything(locale).replaceAll("&#x27;", "'");

  it("says nothing in English but what the platform and the import call things", () => {
    const own = new Set(areas.flatMap((area) => phrasesOf(catalogue[language][area])));
    const english = areas.flatMap((area) => phrasesOf(catalogue.en[area])).filter((phrase) => !own.has(phrase));

    expect(english.filter((phrase) => html.includes(phrase))).toEqual([]);
    expect(html.match(/lang="en">[^<]*/g)).toEqual(rejected.map(({ reason }) => `lang="en">${reason}`));
    expect(html).not.toContain("seed rates");
    expect(html).not.toMatch(/>orders</);
  });

  it("names the source of the exchange rates and the list of a row that could not be read", () => {
    expect(html).toContain(catalogue[language].insights.rates.seed);
    expect(html).toContain(`>${catalogue[language].connections.importing.stage.orders}<`);
  });

  it("shows no key in place of words", () => {
    expect(html).not.toMatch(/\b(score|reasons|units|whatIf|claims|connections|insights)\.[a-z]/);
  });
});

it("the same page in English says what the other languages are checked for", () => {
  const html = everything("en-US").replaceAll("&#x27;", "'");
  const english = areas.flatMap((area) => phrasesOf(catalogue.en[area]));

  expect(english.filter((phrase) => html.includes(phrase)).length).toBeGreaterThan(100);
});
