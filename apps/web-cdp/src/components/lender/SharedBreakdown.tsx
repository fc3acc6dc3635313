import type { ScoreReport } from "@lendfriend/credit-score";
import Link from "next/link";
import type { ReactNode } from "react";
import { adverseActionWords } from "#components/adverse-action/adverse-action-words.ts";
import { SharedInsights } from "#components/insights/InsightsView.tsx";
import { TrailCard } from "#components/money-trail/TrailCard.tsx";
import { ChangeCard } from "#components/score/ChangeCard.tsx";
import { FactorBreakdown } from "#components/score/FactorBreakdown.tsx";
import { HistoryCard } from "#components/score/HistoryCard.tsx";
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
import { formatDate, formatDateTime, formatRelative, formatWallet, type Locale } from "#lib/format.ts";
import type { SharedScore } from "#server/contract.ts";
import { wordsOf } from "#words/catalogue.ts";
import { freshnessOf } from "./freshness.ts";

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
  const fresh = freshnessOf(report.asOf, now);
  const rowsPath = `/lender/${wallet}/rows`;
  return (
    <>
      <BackLink href="/lender" label="All borrowers" />
      <PageTitle
        title={<span className="font-mono">{formatWallet(wallet)}</span>}
        lead={<span className="font-mono text-xs break-all">{wallet}</span>}
        actions={
          <>
            <CopyButton text={wallet} label="Copy address" />
            <DownloadLink href={`/lender/${wallet}/export.csv`} name={`lendfriend-${wallet}.csv`} label="Export CSV" />
            <PrintButton />
            <Link href={`/lender/${wallet}/adverse-action`} prefetch={false} className={buttonClass("secondary", "sm")}>
              {adverseActionWords.open}
            </Link>
          </>
        }
      />
      <div className="space-y-6">
        <Notice title="Not calibrated to default risk">
          <p>
            This score describes sales on one platform. Its thresholds are reasoned, not fitted to repayment data; use
            it beside your own checks.
          </p>
        </Notice>
        <Card
          title="Score"
          id="score"
          actions={<Badge tone={fresh.tone}>{`${fresh.label}, ${formatRelative(locale, report.asOf, now)}`}</Badge>}
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
            <IntegrityWarning integrity={report.integrity ?? null} />
            {report.alerts && <ScoreAlerts alerts={report.alerts} />}
          </div>
        </Card>
        <ShareTerms share={share} connections={connections} locale={locale} now={now} />
        {history && (
          <>
            <HistoryCard entries={history} locale={locale} />
            <ChangeCard story={changes} locale={locale} />
          </>
        )}
        <Breakdown report={report} rowsPath={rowsPath} locale={locale} />
        {insights && <SharedInsights report={insights} rowsPath={rowsPath} locale={locale} />}
        {share.scope === "metrics" && (
          <TrailCard href={`/lender/${wallet}/money-trail`} rowsPath={rowsPath} tieOut={null} locale={locale} />
        )}
        {children}
        <NotShared scope={share.scope} locale={locale} />
        <Card title="How it was made" id="provenance">
          <Provenance report={report} />
        </Card>
      </div>
    </>
  );
}

function IntegrityWarning({ integrity }: { readonly integrity: string | null }) {
  if (integrity !== "FAIL" && integrity !== "REVIEW") return null;
  return (
    <Notice
      tone={integrity === "FAIL" ? "danger" : "caution"}
      title={
        integrity === "FAIL"
          ? "Integrity failed: many delivered sales are missing from the platform’s payouts"
          : "Integrity needs a review: some delivered sales are missing from the platform’s payouts"
      }
    >
      <p>Ask the borrower for payout statements before relying on the sales figures.</p>
    </Notice>
  );
}

interface ShareTermsProps {
  readonly share: SharedScore["share"];
  readonly connections: SharedScore["connections"];
  readonly locale: Locale;
  readonly now: string;
}

function ShareTerms({ share, connections, locale, now }: ShareTermsProps) {
  return (
    <Card title="What was shared" id="terms">
      <dl className="grid gap-x-6 gap-y-4 text-sm sm:grid-cols-2 lg:grid-cols-4">
        <div>
          <dt className="text-ink-soft">Scope</dt>
          <dd className="font-medium">{wordsOf(locale, "sharing")(`scope.${share.scope}.name`)}</dd>
        </div>
        <div className="min-w-0">
          <dt className="text-ink-soft">Purpose</dt>
          <dd className="font-medium break-words">{share.purpose}</dd>
        </div>
        <div>
          <dt className="text-ink-soft">Shared on</dt>
          <dd className="font-medium">{formatDate(locale, share.createdAt)}</dd>
        </div>
        <div>
          <dt className="text-ink-soft">Ends</dt>
          <dd className="font-medium">{`${formatDate(locale, share.expiresAt)}, or earlier if the borrower revokes it`}</dd>
        </div>
      </dl>
      <ul aria-label="Accounts behind the score" className="mt-5 divide-y divide-line border-t border-line text-sm">
        {connections.map((connection, index) => (
          <li
            key={`${connection.account}${index.toString()}`}
            className="flex flex-wrap items-center justify-between gap-2 py-2.5"
          >
            <span>
              {connection.displayName ?? "TikTok Shop"} · {connection.account === "seller" ? "shop seller" : "creator"}
            </span>
            <span className="flex flex-wrap items-center gap-3 text-ink-soft">
              <AccountState status={connection.status} />
              {connection.lastSyncedAt === null ? (
                "never synced"
              ) : (
                <time dateTime={connection.lastSyncedAt} title={formatDateTime(locale, connection.lastSyncedAt)}>
                  synced {formatRelative(locale, connection.lastSyncedAt, now)}
                </time>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

const accountStates = {
  importing: { label: "Refreshing", tone: "notice" },
  active: { label: "Connected", tone: "positive" },
  needs_reconnect: { label: "Needs reconnecting by the borrower", tone: "caution" },
  error: { label: "Last import failed", tone: "caution" },
  disconnected: { label: "Disconnected", tone: "caution" },
} as const;

function AccountState({ status }: { readonly status: keyof typeof accountStates }) {
  return <Badge tone={accountStates[status].tone}>{accountStates[status].label}</Badge>;
}

const blankedLead = "The largest points kept and missing. Figures were not shared, so each stands as “…”.";

function Breakdown({
  report,
  rowsPath,
  locale,
}: {
  readonly report: Partial<ScoreReport>;
  readonly rowsPath: string;
  readonly locale: Locale;
}) {
  return (
    <>
      {report.reasons && (
        <Card title="Reasons" id="why" lead={report.metrics ? "The largest points kept and missing." : blankedLead}>
          <ReasonList reasons={report.reasons} audience="lender" locale={locale} />
        </Card>
      )}
      {report.factors && (
        <Card title="Every point" id="factors" lead="Four factors add up to 100.">
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
          <Card title="Figures" id="figures">
            <MetricsGrid metrics={report.metrics} rowsPath={rowsPath} locale={locale} />
          </Card>
          <Card title="Over time and by part" id="charts">
            <ScoreCharts metrics={report.metrics} rowsPath={rowsPath} locale={locale} />
          </Card>
          <Card title="Left out" id="left-out" lead="What was read and does not count, and why.">
            <LeftOut metrics={report.metrics} rowsPath={rowsPath} locale={locale} />
          </Card>
        </>
      )}
    </>
  );
}

function NotShared({ scope, locale }: { readonly scope: SharedScore["share"]["scope"]; readonly locale: Locale }) {
  const hidden = hiddenParts(wordsOf(locale, "sharing"), scope, "lender");
  return (
    <Card
      title="Not shared with you"
      id="not-shared"
      lead="The borrower chose this scope. Ask for a wider share if you need more."
    >
      <ul className="list-disc space-y-1 pl-5 text-sm text-ink-soft">
        {hidden.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Card>
  );
}
