import type { Metadata } from "next";
import { InsightsView } from "#components/insights/InsightsView.tsx";
import { BackLink } from "#components/shell/BackLink.tsx";
import { PageTitle } from "#components/shell/PageTitle.tsx";
import { SignInFirst } from "#components/sign-in/SignInFirst.tsx";
import { readPageSetting } from "#lib/page-setting.ts";
import { app } from "#server/deps.ts";
import { wordsOf } from "#words/catalogue.ts";

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await readPageSetting();
  return { title: wordsOf(locale, "insights")("title") };
}

export default async function InsightsPage() {
  const { session, locale } = await readPageSetting();
  const t = wordsOf(locale, "insights");
  if (session === null) {
    return <SignInFirst title={t("title")} lead={t("lead")} />;
  }
  const report = await app().readInsights(session);
  return (
    <>
      <PageTitle title={t("title")} lead={t("lead")} />
      <BackLink href="/dashboard" label={wordsOf(locale, "shell")("backToDashboard")} />
      <InsightsView report={report} locale={locale} />
    </>
  );
}
