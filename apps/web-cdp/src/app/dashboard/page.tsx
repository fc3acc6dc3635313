import type { Metadata } from "next";
import { AccountSection } from "#components/account/AccountSection.tsx";
import { BusinessConnectionManager } from "#components/BusinessConnectionManager.tsx";
import { ConsentTextProvider } from "#components/connections/ConsentTextContext.tsx";
import { queryFrom, readConnectReturn } from "#components/connections/connect-return.ts";
import { ReconnectBanner } from "#components/connections/ReconnectBanner.tsx";
import { LiveProvider } from "#components/live/LiveProvider.tsx";
import { SalesTicker } from "#components/live/SalesTicker.tsx";
import { GapNote } from "#components/score/GapNote.tsx";
import { NoScore } from "#components/score/NoScore.tsx";
import { ScoreAlerts } from "#components/score/ScoreAlerts.tsx";
import { ScoreHeadline } from "#components/score/ScoreHeadline.tsx";
import { ScoreSections } from "#components/score/ScoreSections.tsx";
import { SecuritySection } from "#components/security/SecuritySection.tsx";
import { SharingSections } from "#components/sharing/SharingSections.tsx";
import { FoldOpener } from "#components/shell/FoldOpener.tsx";
import { PageNav } from "#components/shell/PageNav.tsx";
import { PageTitle } from "#components/shell/PageTitle.tsx";
import { SignInFirst } from "#components/sign-in/SignInFirst.tsx";
import { SignedScoreSection } from "#components/signed-score/SignedScoreSection.tsx";
import { Card } from "#components/ui/Card.tsx";
import { Fold } from "#components/ui/Fold.tsx";
import { formatWallet } from "#lib/format.ts";
import { readPageSetting } from "#lib/page-setting.ts";
import { app } from "#server/deps.ts";
import { messagesFor, wordsOf } from "#words/catalogue.ts";
import { consentTextIn } from "#words/consent-text.ts";
import { MessagesProvider } from "#words/MessagesProvider.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await readPageSetting();
  return { title: wordsOf(locale, "dashboard")("name") };
}

const places = [
  { id: "score", name: "score" },
  { id: "accounts", name: "accounts" },
  { id: "why", name: "why" },
  { id: "history", name: "history" },
  { id: "changes", name: "changes" },
  { id: "factors", name: "factors" },
  { id: "next-tier", name: "nextTier" },
  { id: "what-if", name: "whatIf" },
  { id: "figures", name: "figures" },
  { id: "charts", name: "charts" },
  { id: "share", name: "share" },
  { id: "signed", name: "signed" },
  { id: "data", name: "data" },
] as const;

const islands = [
  "account",
  "claims",
  "connections",
  "importWaits",
  "live",
  "security",
  "sharing",
  "signedScore",
  "units",
  "whatIf",
] as const;

interface DashboardPageProps {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function DashboardPage({ searchParams }: DashboardPageProps) {
  const { session, locale, now, phone } = await readPageSetting();
  const t = wordsOf(locale, "dashboard");
  if (session === null) {
    return <SignInFirst title={t("name")} lead={t("signIn")} ask={t("signInTitle")} />;
  }

  const product = app();
  const query = await searchParams;
  // In this order: an import becomes active together with its score, so a finished one is never shown without it.
  const live = await product.readLive(session);
  const report = await product.readScore(session);

  return (
    <MessagesProvider messages={messagesFor(locale, islands)}>
      <LiveProvider initial={live}>
        <ConsentTextProvider hash={consentTextIn(locale).hash}>
          <PageTitle
            title={t("title")}
            lead={t.rich("lead", {
              wallet: () => <span className="font-mono text-sm">{formatWallet(session.wallet)}</span>,
            })}
          />
          <FoldOpener />
          <ReconnectBanner now={now} />
          {report && (
            <PageNav
              label={t("onThisPage")}
              places={places.map(({ id, name }) => ({ id, label: t(`place.${name}`) }))}
            />
          )}
          <div className="space-y-6">
            {report && (
              <Card title={t("score")} id="score">
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
                  <ScoreAlerts alerts={report.alerts} locale={locale} />
                  <GapNote alerts={report.alerts} locale={locale} />
                </div>
              </Card>
            )}
            <Card title={t("accounts")} id="accounts" lead={t("accountsLead")}>
              <BusinessConnectionManager now={now} connectReturn={readConnectReturn(queryFrom(query))} />
            </Card>
            <SalesTicker />
            {report ? (
              <ScoreSections session={session} report={report} locale={locale} folded={phone} />
            ) : (
              <Card title={t("score")} id="score">
                <NoScore connections={live.connections} locale={locale} />
              </Card>
            )}
            <Fold title={t("fold.sharing.title")} lead={t("fold.sharing.lead")} open={!phone}>
              <SharingSections session={session} report={report} locale={locale} now={now} />
            </Fold>
            <Fold title={t("fold.safety.title")} lead={t("fold.safety.lead")} open={!phone}>
              <SecuritySection session={session} locale={locale} now={now} />
              <SignedScoreSection session={session} locale={locale} />
              <AccountSection locale={locale} />
            </Fold>
          </div>
        </ConsentTextProvider>
      </LiveProvider>
    </MessagesProvider>
  );
}
