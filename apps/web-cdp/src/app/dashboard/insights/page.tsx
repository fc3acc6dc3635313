import type { Metadata } from "next";
import { InsightsView } from "#components/insights/InsightsView.tsx";
import { insightWords as words } from "#components/insights/words.ts";
import { PageTitle } from "#components/shell/PageTitle.tsx";
import { SignInPanel } from "#components/sign-in/SignInPanel.tsx";
import { readPageSetting } from "#lib/page-setting.ts";
import { app } from "#server/deps.ts";

export const metadata: Metadata = { title: words.title };

export default async function InsightsPage() {
  const { session, locale } = await readPageSetting();
  if (session === null) {
    return (
      <div className="mx-auto max-w-xl">
        <PageTitle title={words.title} lead={words.lead} />
        <SignInPanel title={words.signIn} lead={words.signInLead} />
      </div>
    );
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
