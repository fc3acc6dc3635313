import type { Metadata } from "next";
import { RowsView } from "#components/rows/RowsView.tsx";
import { rowsSearch } from "#components/rows/rows-search.ts";
import { BackLink } from "#components/shell/BackLink.tsx";
import { PageTitle } from "#components/shell/PageTitle.tsx";
import { SignInFirst } from "#components/sign-in/SignInFirst.tsx";
import { EmptyState } from "#components/ui/EmptyState.tsx";
import { readPageSetting } from "#lib/page-setting.ts";
import { app } from "#server/deps.ts";
import { wordsOf } from "#words/catalogue.ts";

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await readPageSetting();
  return { title: wordsOf(locale, "rows")("title") };
}

interface RowsPageProps {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function RowsPage({ searchParams }: RowsPageProps) {
  const { session, locale } = await readPageSetting();
  const t = wordsOf(locale, "rows");
  if (session === null) {
    return <SignInFirst title={t("title")} lead={t("lead")} />;
  }
  const query = rowsSearch(await searchParams);
  const report = query === null ? null : await app().readFigureRows(session, query);
  return (
    <>
      <PageTitle title={t("title")} lead={t("lead")} />
      <BackLink href="/dashboard" label={wordsOf(locale, "shell")("backToDashboard")} />
      {report === null ? (
        <EmptyState title={query === null ? t("unknown") : t("none")}>
          {query === null ? t("unknownText") : t("noneText")}
        </EmptyState>
      ) : (
        <RowsView report={report} locale={locale} />
      )}
    </>
  );
}
