import type { ScoreReport } from "@lendfriend/credit-score";
import Link from "next/link";
import type { ReactNode } from "react";
import { SharedInsights } from "#components/insights/InsightsView.tsx";
import { TrailCard } from "#components/money-trail/TrailCard.tsx";
import { ChangeCard } from "#components/score/ChangeCard.tsx";
import { FactorBreakdown } from "#components/score/FactorBreakdown.tsx";
import { HistoryCard } from "#components/score/HistoryCard.tsx";
import { knownRefunds } from "#components/score/known-refunds.ts";
import { LeftOut } from "#components/score/LeftOut.tsx";
import { MetricsGrid } from "#components/score/MetricsGrid.tsx";
import { Provenance } from "#components/score/Provenance.tsx";
import { ReasonList } from "#components/score/ReasonList.tsx";
import { ScoreAlerts } from "#components/score/ScoreAlerts.tsx";
import { ScoreCharts } from "#components/score/ScoreCharts.tsx";
import { ScoreHeadline } from "#components/score/ScoreHeadline.tsx";
import { hiddenParts } from "#components/sharing/share-scopes.ts";
import { BackLink } from "#components/shell/BackLink.tsx";
import { PageTitle } from "#components/shell/PageTitle.tsx";
import { Badge } from "#components/ui/Badge.tsx";
import { buttonClass } from "#components/ui/button-class.ts";
import { Card } from "#components/ui/Card.tsx";
import { CopyButton } from "#components/ui/CopyButton.tsx";
import { DownloadLink } from "#components/ui/DownloadLink.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { PrintButton } from "#components/ui/PrintButton.tsx";
import { formatRelative, formatWallet, type Locale } from "#lib/format.ts";
import type { SharedScore } from "#server/contract.ts";
import { wordsOf } from "#words/catalogue.ts";
import type { Translator } from "#words/translator.ts";
import { freshnessOf } from "./freshness.ts";
import { ShareTerms } from "./ShareTerms.tsx";

interface SharedBreakdownProps {
  readonly wallet: string;
  readonly shared: SharedScore;
  readonly locale: Locale;
  readonly now: string;
  /** What stands beside the report. */
  readonly children?: ReactNode;
}

/** One borrower as one lender may see them. What the share leaves out is named, never silently absent. */
export function SharedBreakdown({ wallet, shared, locale, now, children }: SharedBreakdownProps) {
  const { share, report, connections, insights, history, changes } = shared;
  const t = wordsOf(locale, "lender");
  const fresh = freshnessOf(report.asOf, now);
  const rowsPath = `/lender/${wallet}/rows`;
  return (
    <>
      <BackLink href="/lender" label={t("all")} />
      <PageTitle
        title={<span className="font-mono">{formatWallet(wallet)}</span>}
        lead={<span className="font-mono text-xs break-all">{wallet}</span>}
        actions={
          <>
            <CopyButton text={wallet} label={t("one.copy")} />
            <DownloadLink
              href={`/lender/${wallet}/export.csv`}
              name={`lendfriend-${wallet}.csv`}
              label={t("one.csv")}
            />
            <PrintButton />
            <Link href={`/lender/${wallet}/adverse-action`} prefetch={false} className={buttonClass("secondary", "sm")}>
              {wordsOf(locale, "adverseAction")("open")}
            </Link>
          </>
        }
      />
      <div className="space-y-6">
        <Notice title={t("one.notCalibrated")}>
          <p>{t("one.notCalibratedText")}</p>
        </Notice>
        <Card
          title={t("one.score")}
          id="score"
          actions={
            <Badge tone={fresh.tone}>
              {t("one.age", { freshness: t(`fresh.${fresh.state}`), when: formatRelative(locale, report.asOf, now) })}
            </Badge>
          }
        >
          <div className="space-y-6">
            <ScoreHeadline
              score={report.score ?? null}
              tier={report.tier}
              confidence={report.confidence ?? null}
              integrity={report.integrity ?? null}
              provisional={report.provisional ?? false}
              asOf={report.asOf}
              locale={locale}
              now={now}
            />
            <IntegrityWarning integrity={report.integrity ?? null} t={t} />
            {report.alerts && <ScoreAlerts alerts={report.alerts} locale={locale} />}
          </div>
        </Card>
        <ShareTerms share={share} connections={connections} locale={locale} now={now} />
        {history && (
          <>
            <HistoryCard entries={history} locale={locale} />
            <ChangeCard story={changes} locale={locale} />
          </>
        )}
        <Breakdown report={report} rowsPath={rowsPath} locale={locale} t={t} />
        {insights && <SharedInsights report={insights} rowsPath={rowsPath} locale={locale} />}
        {share.scope === "metrics" && (
          <TrailCard href={`/lender/${wallet}/money-trail`} rowsPath={rowsPath} tieOut={null} locale={locale} />
        )}
        {children}
        <NotShared scope={share.scope} locale={locale} />
        <Card title={wordsOf(locale, "score")("section.provenance")} id="provenance">
          <Provenance report={report} locale={locale} />
        </Card>
      </div>
    </>
  );
}

function IntegrityWarning({ integrity, t }: { readonly integrity: string | null; readonly t: Translator<"lender"> }) {
  if (integrity !== "FAIL" && integrity !== "REVIEW") return null;
  return (
    <Notice
      tone={integrity === "FAIL" ? "danger" : "caution"}
      title={t(integrity === "FAIL" ? "one.failed" : "one.review")}
    >
      <p>{t("one.askStatements")}</p>
    </Notice>
  );
}

interface BreakdownProps {
  readonly report: Partial<ScoreReport>;
  readonly rowsPath: string;
  readonly locale: Locale;
  readonly t: Translator<"lender">;
}

function Breakdown({ report, rowsPath, locale, t }: BreakdownProps) {
  const score = wordsOf(locale, "score");
  return (
    <>
      {report.reasons && (
        <Card title={t("one.reasons")} id="why" lead={t(report.metrics ? "one.reasonsLead" : "one.reasonsBlanked")}>
          <ReasonList reasons={report.reasons} audience="lender" locale={locale} />
        </Card>
      )}
      {report.factors && (
        <Card title={score("section.factors")} id="factors" lead={t("one.factorsLead")}>
          <FactorBreakdown
            factors={report.factors}
            caps={report.caps ?? []}
            rowsPath={report.metrics ? rowsPath : null}
            locale={locale}
          />
        </Card>
      )}
      {report.metrics && (
        <>
          <Card title={score("section.figures")} id="figures">
            <MetricsGrid
              metrics={report.metrics}
              refunds={knownRefunds({ ...report, metrics: report.metrics })}
              rowsPath={rowsPath}
              locale={locale}
            />
          </Card>
          <Card title={score("section.charts")} id="charts">
            <ScoreCharts metrics={report.metrics} rowsPath={rowsPath} locale={locale} />
          </Card>
          <Card title={score("section.leftOut")} id="left-out" lead={score("section.leftOutLead")}>
            <LeftOut metrics={report.metrics} rowsPath={rowsPath} locale={locale} />
          </Card>
        </>
      )}
    </>
  );
}

interface NotSharedProps {
  readonly scope: SharedScore["share"]["scope"];
  readonly locale: Locale;
}

function NotShared({ scope, locale }: NotSharedProps) {
  const t = wordsOf(locale, "lender");
  const hidden = hiddenParts(wordsOf(locale, "sharing"), scope, "lender");
  return (
    <Card title={t("one.hidden")} id="not-shared" lead={t("one.hiddenLead")}>
      <ul className="list-disc space-y-1 pl-5 text-sm text-ink-soft">
        {hidden.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Card>
  );
}
