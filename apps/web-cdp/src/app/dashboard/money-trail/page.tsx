import type { Metadata } from "next";
import { MoneyTrail } from "#components/money-trail/MoneyTrail.tsx";
import { trailQuery } from "#components/money-trail/trail-query.ts";
import { PageTitle } from "#components/shell/PageTitle.tsx";
import { SignInFirst } from "#components/sign-in/SignInFirst.tsx";
import { readPageSetting } from "#lib/page-setting.ts";
import { app } from "#server/deps.ts";
import { wordsOf } from "#words/catalogue.ts";

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await readPageSetting();
  return { title: wordsOf(locale, "moneyTrail")("title") };
}

interface MoneyTrailPageProps {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const path = "/dashboard/money-trail";

export default async function MoneyTrailPage({ searchParams }: MoneyTrailPageProps) {
  const { session, locale } = await readPageSetting();
  const t = wordsOf(locale, "moneyTrail");
  if (session === null) {
    return <SignInFirst title={t("title")} lead={t("lead")} />;
  }
  const query = trailQuery(await searchParams);
  const tieOut = await app().readTieOut(session, query);
  return (
    <>
      <PageTitle title={t("title")} lead={t("lead")} />
      <MoneyTrail
        tieOut={tieOut}
        query={query}
        audience="borrower"
        path={path}
        back="/dashboard"
        csv={{ href: `${path}/export.csv`, name: "lendfriend-money-trail.csv" }}
        locale={locale}
      />
    </>
  );
}
