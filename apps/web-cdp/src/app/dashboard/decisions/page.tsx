import type { Metadata } from "next";
import { adverseActionWords } from "#components/adverse-action/adverse-action-words.ts";
import { DraftDocument } from "#components/adverse-action/DraftDocument.tsx";
import { BackLink } from "#components/shell/BackLink.tsx";
import { PageTitle } from "#components/shell/PageTitle.tsx";
import { SignInFirst } from "#components/sign-in/SignInFirst.tsx";
import { Card } from "#components/ui/Card.tsx";
import { EmptyState } from "#components/ui/EmptyState.tsx";
import { PrintButton } from "#components/ui/PrintButton.tsx";
import { readPageSetting } from "#lib/page-setting.ts";
import { app } from "#server/deps.ts";

const words = adverseActionWords.decisions;

export const metadata: Metadata = { title: words.title };

export default async function DecisionsPage() {
  const { session, locale, now } = await readPageSetting();
  if (session === null) {
    return <SignInFirst title={words.title} lead={words.lead} ask="Sign in to see them" />;
  }
  const decisions = await app().listDecisionsAbout(session);
  return (
    <>
      <PageTitle title={words.title} lead={words.lead} actions={decisions.length > 0 && <PrintButton />} />
      <BackLink href="/dashboard" label={words.back} />
      {decisions.length === 0 ? (
        <Card>
          <EmptyState title={words.none}>{words.noneText}</EmptyState>
        </Card>
      ) : (
        <div className="space-y-6">
          {decisions.map((draft) => (
            <DraftDocument key={draft.id} draft={draft} locale={locale} now={now} />
          ))}
          <p className="text-sm text-ink-soft">{words.kept}</p>
        </div>
      )}
    </>
  );
}
