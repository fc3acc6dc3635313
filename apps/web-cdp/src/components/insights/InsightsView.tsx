import { rowsPath } from "#components/rows/rows-href.ts";
import { Card } from "#components/ui/Card.tsx";
import { EmptyState } from "#components/ui/EmptyState.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { formatDateTime, type Locale } from "#lib/format.ts";
import type { InsightsReport } from "#server/contract.ts";
import { wordsOf } from "#words/catalogue.ts";
import { InsightCharts } from "./InsightCharts.tsx";
import { ratesText } from "./rates-text.ts";

interface InsightsViewProps {
  readonly report: InsightsReport | null;
  readonly locale: Locale;
}

/** Everything beside the borrower's score, with where it comes from. */
export function InsightsView({ report, locale }: InsightsViewProps) {
  const t = wordsOf(locale, "insights");
  if (report === null) return <EmptyState title={t("none")}>{t("noneText")}</EmptyState>;
  return (
    <div className="space-y-6">
      <InsightSource report={report} locale={locale} />
      <Card title={t("spreadTitle")} id="spread">
        <InsightCharts report={report} audience="borrower" rowsPath={rowsPath} locale={locale} />
      </Card>
    </div>
  );
}

interface SharedInsightsProps {
  readonly report: InsightsReport;
  /** Of the page that tells where figures come from. */
  readonly rowsPath: string;
  readonly locale: Locale;
}

/** The same for a lender to whom metrics were shared, as a part of the breakdown. */
export function SharedInsights({ report, rowsPath, locale }: SharedInsightsProps) {
  const t = wordsOf(locale, "insights");
  return (
    <Card title={t("title")} id="insights" lead={t("sharedLead")}>
      <div className="space-y-6">
        <InsightSource report={report} locale={locale} />
        <InsightCharts report={report} audience="lender" rowsPath={rowsPath} locale={locale} />
      </div>
    </Card>
  );
}

function InsightSource({ report, locale }: Omit<SharedInsightsProps, "rowsPath">) {
  const t = wordsOf(locale, "insights");
  return (
    <>
      <p className="max-w-prose text-sm text-ink-soft">
        {t("source", { asOf: formatDateTime(locale, report.asOf), rates: ratesText(t, report.rates) })}
      </p>
      {report.provisional && <Notice title={t("provisionalTitle")}>{t("provisional")}</Notice>}
    </>
  );
}
