import type { Metadata } from "next";
import { DraftDocument } from "#components/adverse-action/DraftDocument.tsx";
import { BackLink } from "#components/shell/BackLink.tsx";
import { PageTitle } from "#components/shell/PageTitle.tsx";
import { SignInFirst } from "#components/sign-in/SignInFirst.tsx";
import { Card } from "#components/ui/Card.tsx";
import { EmptyState } from "#components/ui/EmptyState.tsx";
import { PrintButton } from "#components/ui/PrintButton.tsx";
import { readPageSetting } from "#lib/page-setting.ts";
import { app } from "#server/deps.ts";
import { wordsOf } from "#words/catalogue.ts";

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await readPageSetting();
  return { title: wordsOf(locale, "adverseAction")("about.title") };
}

export default async function DecisionsPage() {
  const { session, locale, now } = await readPageSetting();
  const t = wordsOf(locale, "adverseAction");
  if (session === null) {
    return <SignInFirst title={t("about.title")} lead={t("about.lead")} ask={t("about.signIn")} />;
  }
  const decisions = await app().listDecisionsAbout(session);
  return (
    <>
      <PageTitle title={t("about.title")} lead={t("about.lead")} actions={decisions.length > 0 && <PrintButton />} />
      <BackLink href="/dashboard" label={wordsOf(locale, "shell")("backToDashboard")} />
      {decisions.length === 0 ? (
        <Card>
          <EmptyState title={t("about.none")}>{t("about.noneText")}</EmptyState>
        </Card>
      ) : (
        <div className="space-y-6">
          {decisions.map((draft) => (
            <DraftDocument key={draft.id} draft={draft} locale={locale} now={now} />
          ))}
          <p className="text-sm text-ink-soft">{t("about.kept")}</p>
        </div>
      )}
    </>
  );
}
