import { Card } from "#components/ui/Card.tsx";
import { EmptyState } from "#components/ui/EmptyState.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { formatDateTime, type Locale } from "#lib/format.ts";
import type { InsightsReport } from "#server/contract.ts";
import { InsightCharts } from "./InsightCharts.tsx";
import { insightWords as words } from "./words.ts";

interface InsightsViewProps {
  readonly report: InsightsReport | null;
  readonly locale: Locale;
}

/** Everything beside the borrower's score, with where it comes from. */
export function InsightsView({ report, locale }: InsightsViewProps) {
  if (report === null) return <EmptyState title={words.none}>{words.noneText}</EmptyState>;
  return (
    <div className="space-y-6">
      <InsightSource report={report} locale={locale} />
      <Card title={words.spreadTitle} id="spread">
        <InsightCharts report={report} audience="borrower" rowsPath="/dashboard/rows" locale={locale} />
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
  return (
    <Card title={words.title} id="insights" lead={words.sharedLead}>
      <div className="space-y-6">
        <InsightSource report={report} locale={locale} />
        <InsightCharts report={report} audience="lender" rowsPath={rowsPath} locale={locale} />
      </div>
    </Card>
  );
}

function InsightSource({ report, locale }: Omit<SharedInsightsProps, "rowsPath">) {
  return (
    <>
      <p className="max-w-prose text-sm text-ink-soft">
        {words.source(formatDateTime(locale, report.asOf), report.rates)}
      </p>
      {report.provisional && <Notice title={words.provisionalTitle}>{words.provisional}</Notice>}
    </>
  );
}
