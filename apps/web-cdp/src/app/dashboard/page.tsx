import type { Metadata } from "next";
import { AccountSection } from "#components/account/AccountSection.tsx";
import { BusinessConnectionManager } from "#components/BusinessConnectionManager.tsx";
import { queryFrom, readConnectReturn } from "#components/connections/connect-return.ts";
import { ReconnectBanner } from "#components/connections/ReconnectBanner.tsx";
import { LiveProvider } from "#components/live/LiveProvider.tsx";
import { SalesTicker } from "#components/live/SalesTicker.tsx";
import { NoScore } from "#components/score/NoScore.tsx";
import { ScoreAlerts } from "#components/score/ScoreAlerts.tsx";
import { ScoreHeadline } from "#components/score/ScoreHeadline.tsx";
import { ScoreSections } from "#components/score/ScoreSections.tsx";
import { SecuritySection } from "#components/security/SecuritySection.tsx";
import { SharingSections } from "#components/sharing/SharingSections.tsx";
import { PageNav } from "#components/shell/PageNav.tsx";
import { PageTitle } from "#components/shell/PageTitle.tsx";
import { SignInFirst } from "#components/sign-in/SignInFirst.tsx";
import { SignedScoreSection } from "#components/signed-score/SignedScoreSection.tsx";
import { Card } from "#components/ui/Card.tsx";
import { formatWallet } from "#lib/format.ts";
import { readPageSetting } from "#lib/page-setting.ts";
import { app } from "#server/deps.ts";
import { messagesFor } from "#words/catalogue.ts";
import { MessagesProvider } from "#words/MessagesProvider.tsx";

export const metadata: Metadata = { title: "Borrower dashboard" };

const places = [
  { id: "score", label: "Score" },
  { id: "accounts", label: "Accounts" },
  { id: "why", label: "Why" },
  { id: "history", label: "History" },
  { id: "changes", label: "What changed" },
  { id: "factors", label: "Every point" },
  { id: "next-tier", label: "Next tier" },
  { id: "what-if", label: "What if" },
  { id: "figures", label: "Figures" },
  { id: "charts", label: "Charts" },
  { id: "share", label: "Share" },
  { id: "signed", label: "Signed score" },
  { id: "data", label: "Your data" },
];

interface DashboardPageProps {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function DashboardPage({ searchParams }: DashboardPageProps) {
  const { session, locale, now } = await readPageSetting();
  if (session === null) {
    return (
      <SignInFirst
        title="Borrower dashboard"
        lead="Connect a shop, see your score with every reason, and share it."
        ask="Sign in to start"
      />
    );
  }

  const product = app();
  const query = await searchParams;
  // In this order: an import becomes active together with its score, so a finished one is never shown without it.
  const live = await product.readLive(session);
  const report = await product.readScore(session);

  return (
    <MessagesProvider messages={messagesFor(locale, ["claims", "security", "sharing", "signedScore"])}>
      <LiveProvider initial={live}>
        <PageTitle
          title="Your dashboard"
          lead={
            <>
              Signed in as <span className="font-mono text-sm">{formatWallet(session.wallet)}</span>. Only you see this
              page.
            </>
          }
        />
        <ReconnectBanner now={now} />
        {report && <PageNav places={places} />}
        <div className="space-y-6">
          {report && (
            <Card title="Your score" id="score">
              <div className="space-y-6">
                <ScoreHeadline
                  score={report.score}
                  tier={report.tier}
                  confidence={report.confidence}
                  integrity={report.integrity}
                  provisional={report.provisional}
                  asOf={report.asOf}
                  locale={locale}
                  now={now}
                />
                <ScoreAlerts alerts={report.alerts} />
              </div>
            </Card>
          )}
          <Card
            title="Business accounts"
            id="accounts"
            lead="Where your sales come from. Reading only; you can leave at any time."
          >
            <BusinessConnectionManager now={now} connectReturn={readConnectReturn(queryFrom(query))} />
          </Card>
          <SalesTicker />
          {report ? (
            <ScoreSections session={session} report={report} locale={locale} />
          ) : (
            <Card title="Your score" id="score">
              <NoScore connections={live.connections} />
            </Card>
          )}
          <SharingSections session={session} report={report} locale={locale} now={now} />
          <div lang={locale} className="space-y-6">
            <SecuritySection session={session} locale={locale} now={now} />
            <SignedScoreSection session={session} signable={report !== null} locale={locale} />
          </div>
          <AccountSection />
        </div>
      </LiveProvider>
    </MessagesProvider>
  );
}
