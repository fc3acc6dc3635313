import type { Metadata } from "next";
import { InsightsView } from "#components/insights/InsightsView.tsx";
import { insightWords as words } from "#components/insights/words.ts";
import { BackLink } from "#components/shell/BackLink.tsx";
import { PageTitle } from "#components/shell/PageTitle.tsx";
import { SignInFirst } from "#components/sign-in/SignInFirst.tsx";
import { readPageSetting } from "#lib/page-setting.ts";
import { app } from "#server/deps.ts";

export const metadata: Metadata = { title: words.title };

export default async function InsightsPage() {
  const { session, locale } = await readPageSetting();
  if (session === null) {
    return <SignInFirst title={words.title} lead={words.lead} ask={words.signIn} askLead={words.signInLead} />;
  }
  const report = await app().readInsights(session);
  return (
    <>
      <PageTitle title={words.title} lead={words.lead} />
      <BackLink href="/dashboard" label={words.back} />
      <InsightsView report={report} locale={locale} />
    </>
  );
}
