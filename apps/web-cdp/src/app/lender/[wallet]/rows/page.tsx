import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { rowsSearch } from "#components/rows/rows-search.ts";
import { SharedFigure } from "#components/rows/SharedFigure.tsx";
import { BackLink } from "#components/shell/BackLink.tsx";
import { PageTitle } from "#components/shell/PageTitle.tsx";
import { SignInFirst } from "#components/sign-in/SignInFirst.tsx";
import { EmptyState } from "#components/ui/EmptyState.tsx";
import { formatWallet } from "#lib/format.ts";
import { readPageSetting } from "#lib/page-setting.ts";
import { walletInPath } from "#lib/wallet-in-path.ts";
import { app } from "#server/deps.ts";
import { wordsOf } from "#words/catalogue.ts";

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await readPageSetting();
  return { title: wordsOf(locale, "rows")("lenderTitle") };
}

interface SharedRowsPageProps {
  readonly params: Promise<{ readonly wallet: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** How a shared figure is made. A look like any other: the borrower's access log shows it. */
export default async function SharedRowsPage({ params, searchParams }: SharedRowsPageProps) {
  const wallet = walletInPath((await params).wallet);
  if (wallet === null) notFound();
  const { session, locale } = await readPageSetting();
  const t = wordsOf(locale, "rows");
  if (session === null) {
    return <SignInFirst title={t("lenderTitle")} lead={wordsOf(locale, "lender")("one.signInLead")} />;
  }
  const query = rowsSearch(await searchParams);
  const shared = await app().readSharedScore(session, wallet);
  if (shared === null) notFound();
  return (
    <>
      <PageTitle title={t("lenderTitleOf", { wallet: formatWallet(wallet) })} lead={t("lenderLead")} />
      <BackLink href={`/lender/${wallet}`} label={wordsOf(locale, "shell")("backToBreakdown")} />
      {query === null ? (
        <EmptyState title={t("unknown")}>{t("unknownText")}</EmptyState>
      ) : (
        <SharedFigure figure={query.figure} wallet={wallet} report={shared.report} locale={locale} />
      )}
    </>
  );
}
