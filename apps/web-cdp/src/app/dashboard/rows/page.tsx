import type { Metadata } from "next";
import { RowsView } from "#components/rows/RowsView.tsx";
import { rowsSearch } from "#components/rows/rows-search.ts";
import { rowsWords as words } from "#components/rows/rows-words.ts";
import { BackLink } from "#components/shell/BackLink.tsx";
import { PageTitle } from "#components/shell/PageTitle.tsx";
import { SignInFirst } from "#components/sign-in/SignInFirst.tsx";
import { EmptyState } from "#components/ui/EmptyState.tsx";
import { readPageSetting } from "#lib/page-setting.ts";
import { app } from "#server/deps.ts";

export const metadata: Metadata = { title: words.title };

interface RowsPageProps {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function RowsPage({ searchParams }: RowsPageProps) {
  const { session, locale } = await readPageSetting();
  if (session === null) {
    return <SignInFirst title={words.title} lead={words.lead} ask={words.signIn} askLead={words.signInLead} />;
  }
  const query = rowsSearch(await searchParams);
  const report = query === null ? null : await app().readFigureRows(session, query);
  return (
    <>
      <PageTitle title={words.title} lead={words.lead} />
      <BackLink href="/dashboard" label={words.back} />
      {report === null ? (
        <EmptyState title={query === null ? words.unknown : words.none}>
          {query === null ? words.unknownText : words.noneText}
        </EmptyState>
      ) : (
        <RowsView report={report} path="/dashboard/rows" locale={locale} />
      )}
    </>
  );
}
