import { UsersIcon } from "@heroicons/react/24/outline";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CompareForm } from "#components/lender/CompareForm.tsx";
import { CompareView } from "#components/lender/CompareView.tsx";
import { compareWords as words } from "#components/lender/compare-words.ts";
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

export const metadata: Metadata = { title: words.title };

interface ComparePageProps {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function ComparePage({ searchParams }: ComparePageProps) {
  const { session, locale, now } = await readPageSetting();
  if (session === null) {
    return (
      <SignInFirst
        title={words.title}
        lead={words.lead}
        ask="Sign in to see them"
        askLead="Use the wallet whose address you gave to borrowers."
      />
    );
  }
  const query = await searchParams;
  const [first, second] = [walletInPath(query.a), walletInPath(query.b)];
  const comparison = await app().compareShared(session, { first, second });
  if (comparison.outcome === "not_shared") notFound();
  const { borrowers } = comparison;
  return (
    <>
      <BackLink href="/lender" label={words.all} />
      <PageTitle
        title={words.title}
        lead={words.lead}
        actions={comparison.outcome === "compared" ? <PrintButton /> : undefined}
      />
      {borrowers.length < 2 ? (
        <Card>
          <EmptyState icon={<UsersIcon aria-hidden="true" className="size-8" />} title={words.tooFew}>
            {words.tooFewText}
          </EmptyState>
        </Card>
      ) : (
        <div className="space-y-6">
          <CompareForm borrowers={borrowers} first={first} second={second} locale={locale} />
          {first !== null && first === second && <Notice title={words.same} />}
          {comparison.outcome === "compared" && (
            <CompareView first={comparison.first} second={comparison.second} locale={locale} now={now} />
          )}
        </div>
      )}
    </>
  );
}
