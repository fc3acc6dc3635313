import type { Metadata } from "next";
import { InsightsView } from "#components/insights/InsightsView.tsx";
import { insightWords as words } from "#components/insights/words.ts";
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
      <p className="no-print mb-4">
        <a href="/dashboard" className="inline-flex min-h-11 items-center underline">
          {words.back}
        </a>
      </p>
      <InsightsView report={report} locale={locale} />
    </>
  );
}
