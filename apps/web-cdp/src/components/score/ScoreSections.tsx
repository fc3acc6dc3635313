import type { ScoreReport } from "@lendfriend/credit-score";
import { InsightsCard } from "#components/insights/InsightsCard.tsx";
import { TrailCard } from "#components/money-trail/TrailCard.tsx";
import { rowsPath } from "#components/rows/rows-href.ts";
import { Card } from "#components/ui/Card.tsx";
import { DownloadLink } from "#components/ui/DownloadLink.tsx";
import { Fold } from "#components/ui/Fold.tsx";
import type { Locale } from "#lib/format.ts";
import type { Session } from "#server/contract.ts";
import { app } from "#server/deps.ts";
import { nextTierOf } from "#server/next-tier-of.ts";
import { wordsOf } from "#words/catalogue.ts";
import { ChangeCard } from "./ChangeCard.tsx";
import { FactorBreakdown } from "./FactorBreakdown.tsx";
import { HistoryCard } from "./HistoryCard.tsx";
import { knownRefunds } from "./known-refunds.ts";
import { LeftOut } from "./LeftOut.tsx";
import { MetricsGrid } from "./MetricsGrid.tsx";
import { NextTierCard } from "./NextTierCard.tsx";
import { Provenance } from "./Provenance.tsx";
import { ReasonList } from "./ReasonList.tsx";
import { ScoreCharts } from "./ScoreCharts.tsx";
import { WhatIf } from "./WhatIf.tsx";

interface ScoreSectionsProps {
  readonly session: Session;
  readonly report: ScoreReport;
  readonly locale: Locale;
  /** Whether its parts begin closed. */
  readonly folded: boolean;
}

/** Everything behind the borrower's number: reasons, ledger, what-if, figures, charts, what was left out. */
export async function ScoreSections({ session, report, locale, folded }: ScoreSectionsProps) {
  const t = wordsOf(locale, "score");
  const folds = wordsOf(locale, "dashboard");
  const product = app();
  const [inputs, history, rejected, tieOut, story] = await Promise.all([
    product.readScoreInputs(session),
    product.readScoreHistory(session),
    product.listRejectedRows(session),
    product.readTieOut(session, { kind: null, page: 1, pageSize: 1 }),
    product.readScoreChanges(session, { from: null, to: null }),
  ]);
  return (
    <>
      <Fold title={folds("fold.behind.title")} lead={folds("fold.behind.lead")} open={!folded}>
        <Card title={t("section.why")} id="why" lead={t("section.whyLead")}>
          <ReasonList reasons={report.reasons} audience="borrower" locale={locale} />
        </Card>
        <HistoryCard entries={history} locale={locale} />
        <ChangeCard story={story} locale={locale} />
        <Card title={t("section.factors")} id="factors" lead={t("section.factorsLead")}>
          <FactorBreakdown factors={report.factors} caps={report.caps} rowsPath={rowsPath} locale={locale} />
        </Card>
      </Fold>
      <Fold title={folds("fold.further.title")} lead={folds("fold.further.lead")} open={!folded}>
        <NextTierCard next={inputs ? nextTierOf(inputs) : undefined} locale={locale} />
        {inputs && <WhatIf inputs={inputs} report={report} locale={locale} />}
      </Fold>
      <Fold title={folds("fold.figures.title")} lead={folds("fold.figures.lead")} open={!folded}>
        <Card title={t("section.figures")} id="figures">
          <MetricsGrid metrics={report.metrics} refunds={knownRefunds(report)} rowsPath={rowsPath} locale={locale} />
        </Card>
        <Card title={t("section.charts")} id="charts">
          <ScoreCharts metrics={report.metrics} rowsPath={rowsPath} locale={locale} />
        </Card>
        <InsightsCard locale={locale} />
        <TrailCard href="/dashboard/money-trail" rowsPath={rowsPath} tieOut={tieOut} locale={locale} />
        <Card title={t("section.leftOut")} id="left-out" lead={t("section.leftOutLead")}>
          <LeftOut metrics={report.metrics} rejected={rejected} rowsPath={rowsPath} locale={locale} />
        </Card>
        <Card
          title={t("section.provenance")}
          id="provenance"
          actions={<DownloadLink href="/api/score" name="lendfriend-score.json" label={t("section.json")} />}
        >
          <Provenance report={report} locale={locale} />
        </Card>
      </Fold>
    </>
  );
}
