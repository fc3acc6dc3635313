import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { MoneyTrail } from "#components/money-trail/MoneyTrail.tsx";
import { trailQuery } from "#components/money-trail/trail-query.ts";
import { trailWords as words } from "#components/money-trail/words.ts";
import { PageTitle } from "#components/shell/PageTitle.tsx";
import { SignInFirst } from "#components/sign-in/SignInFirst.tsx";
import { formatWallet } from "#lib/format.ts";
import { readPageSetting } from "#lib/page-setting.ts";
import { walletInPath } from "#lib/wallet-in-path.ts";
import { app } from "#server/deps.ts";

export const metadata: Metadata = { title: words.title };

interface SharedTrailPageProps {
  readonly params: Promise<{ readonly wallet: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function SharedTrailPage({ params, searchParams }: SharedTrailPageProps) {
  const wallet = walletInPath((await params).wallet);
  if (wallet === null) notFound();
  const { session, locale } = await readPageSetting();
  if (session === null) {
    return <SignInFirst title={words.title} lead="Sign in with the wallet that this was shared with." />;
  }
  const query = trailQuery(await searchParams);
  const shared = await app().readSharedTieOut(session, wallet, query);
  if (shared === null) notFound();
  return (
    <>
      <PageTitle title={`${words.title} of ${formatWallet(wallet)}`} lead={words.lead} />
      <MoneyTrail
        tieOut={shared.tieOut}
        query={query}
        audience="lender"
        path={`/lender/${wallet}/money-trail`}
        back={`/lender/${wallet}`}
        csv={{ href: `/lender/${wallet}/export.csv`, name: `lendfriend-${wallet}.csv` }}
        locale={locale}
      />
    </>
  );
}
