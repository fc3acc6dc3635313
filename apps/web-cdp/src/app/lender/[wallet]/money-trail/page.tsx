import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { MoneyTrail } from "#components/money-trail/MoneyTrail.tsx";
import { trailQuery } from "#components/money-trail/trail-query.ts";
import { PageTitle } from "#components/shell/PageTitle.tsx";
import { SignInFirst } from "#components/sign-in/SignInFirst.tsx";
import { formatWallet } from "#lib/format.ts";
import { readPageSetting } from "#lib/page-setting.ts";
import { walletInPath } from "#lib/wallet-in-path.ts";
import { app } from "#server/deps.ts";
import { wordsOf } from "#words/catalogue.ts";

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await readPageSetting();
  return { title: wordsOf(locale, "moneyTrail")("title") };
}

interface SharedTrailPageProps {
  readonly params: Promise<{ readonly wallet: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function SharedTrailPage({ params, searchParams }: SharedTrailPageProps) {
  const wallet = walletInPath((await params).wallet);
  if (wallet === null) notFound();
  const { session, locale } = await readPageSetting();
  const t = wordsOf(locale, "moneyTrail");
  if (session === null) {
    return <SignInFirst title={t("title")} lead={wordsOf(locale, "lender")("one.signInLead")} />;
  }
  const query = trailQuery(await searchParams);
  const shared = await app().readSharedTieOut(session, wallet, query);
  if (shared === null) notFound();
  return (
    <>
      <PageTitle title={t("titleOf", { wallet: formatWallet(wallet) })} lead={t("lead")} />
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
