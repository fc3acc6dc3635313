import { UsersIcon } from "@heroicons/react/24/outline";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CompareForm } from "#components/lender/CompareForm.tsx";
import { CompareView } from "#components/lender/CompareView.tsx";
import { BackLink } from "#components/shell/BackLink.tsx";
import { PageTitle } from "#components/shell/PageTitle.tsx";
import { SignInFirst } from "#components/sign-in/SignInFirst.tsx";
import { Card } from "#components/ui/Card.tsx";
import { EmptyState } from "#components/ui/EmptyState.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { PrintButton } from "#components/ui/PrintButton.tsx";
import { readPageSetting } from "#lib/page-setting.ts";
import { walletInPath } from "#lib/wallet-in-path.ts";
import { app } from "#server/deps.ts";
import { wordsOf } from "#words/catalogue.ts";

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await readPageSetting();
  return { title: wordsOf(locale, "compare")("title") };
}

interface ComparePageProps {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function ComparePage({ searchParams }: ComparePageProps) {
  const { session, locale, now } = await readPageSetting();
  const t = wordsOf(locale, "compare");
  const list = wordsOf(locale, "lender");
  if (session === null) {
    return <SignInFirst title={t("title")} lead={t("lead")} ask={list("signIn")} askLead={list("signInLead")} />;
  }
  const query = await searchParams;
  const [first, second] = [walletInPath(query.a), walletInPath(query.b)];
  const comparison = await app().compareShared(session, { first, second });
  if (comparison.outcome === "not_shared") notFound();
  const { borrowers } = comparison;
  return (
    <>
      <BackLink href="/lender" label={list("all")} />
      <PageTitle
        title={t("title")}
        lead={t("lead")}
        actions={comparison.outcome === "compared" ? <PrintButton /> : undefined}
      />
      {borrowers.length < 2 ? (
        <Card>
          <EmptyState icon={<UsersIcon aria-hidden="true" className="size-8" />} title={t("tooFew")}>
            {t("tooFewText")}
          </EmptyState>
        </Card>
      ) : (
        <div className="space-y-6">
          <CompareForm borrowers={borrowers} first={first} second={second} locale={locale} />
          {first !== null && first === second && <Notice title={t("same")} />}
          {comparison.outcome === "compared" && (
            <CompareView first={comparison.first} second={comparison.second} locale={locale} now={now} />
          )}
        </div>
      )}
    </>
  );
}
