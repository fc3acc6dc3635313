import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { rowsSearch } from "#components/rows/rows-search.ts";
import { rowsWords as words } from "#components/rows/rows-words.ts";
import { SharedFigure } from "#components/rows/SharedFigure.tsx";
import { BackLink } from "#components/shell/BackLink.tsx";
import { PageTitle } from "#components/shell/PageTitle.tsx";
import { SignInFirst } from "#components/sign-in/SignInFirst.tsx";
import { EmptyState } from "#components/ui/EmptyState.tsx";
import { formatWallet } from "#lib/format.ts";
import { readPageSetting } from "#lib/page-setting.ts";
import { walletInPath } from "#lib/wallet-in-path.ts";
import { app } from "#server/deps.ts";

export const metadata: Metadata = { title: words.lenderTitle };

interface SharedRowsPageProps {
  readonly params: Promise<{ readonly wallet: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** How a shared figure is made. A look like any other: the borrower's access log shows it. */
export default async function SharedRowsPage({ params, searchParams }: SharedRowsPageProps) {
  const wallet = walletInPath((await params).wallet);
  if (wallet === null) notFound();
  const { session, locale } = await readPageSetting();
  if (session === null) {
    return (
      <SignInFirst
        title={words.lenderTitle}
        lead={words.lenderSignInLead}
        ask={words.signIn}
        askLead={words.signInLead}
      />
    );
  }
  const query = rowsSearch(await searchParams);
  const shared = await app().readSharedScore(session, wallet);
  if (shared === null) notFound();
  return (
    <>
      <PageTitle title={`${words.lenderTitle}: ${formatWallet(wallet)}`} lead={words.lenderLead} />
      <BackLink href={`/lender/${wallet}`} label={words.backToBreakdown} />
      {query === null ? (
        <EmptyState title={words.unknown}>{words.unknownText}</EmptyState>
      ) : (
        <SharedFigure figure={query.figure} wallet={wallet} report={shared.report} locale={locale} />
      )}
    </>
  );
}
