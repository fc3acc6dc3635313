import { UsersIcon } from "@heroicons/react/24/outline";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { CompareForm } from "#components/lender/CompareForm.tsx";
import { CompareView } from "#components/lender/CompareView.tsx";
import { compareWords as words } from "#components/lender/compare-words.ts";
import { PageTitle } from "#components/shell/PageTitle.tsx";
import { SignInPanel } from "#components/sign-in/SignInPanel.tsx";
import { Card } from "#components/ui/Card.tsx";
import { EmptyState } from "#components/ui/EmptyState.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { PrintButton } from "#components/ui/PrintButton.tsx";
import { readPageSetting } from "#lib/page-setting.ts";
import { app } from "#server/deps.ts";

export const metadata: Metadata = { title: words.title };

interface ComparePageProps {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function ComparePage({ searchParams }: ComparePageProps) {
  const { session, locale, now } = await readPageSetting();
  if (session === null) {
    return (
      <div className="mx-auto max-w-xl">
        <PageTitle title={words.title} lead={words.lead} />
        <SignInPanel title="Sign in to see them" lead="Use the wallet whose address you gave to borrowers." />
      </div>
    );
  }
  const query = await searchParams;
  const [first, second] = [walletFrom(query.a), walletFrom(query.b)];
  const comparison = await app().compareShared(session, { first, second });
  if (comparison.outcome === "not_shared") notFound();
  const { borrowers } = comparison;
  return (
    <>
      <p className="no-print mb-3 text-sm">
        <Link
          href="/lender"
          prefetch={false}
          className="inline-flex min-h-11 items-center text-accent underline underline-offset-2"
        >
          {words.all}
        </Link>
      </p>
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

function walletFrom(text: string | string[] | undefined): string | null {
  const wallet = typeof text === "string" ? text.toLowerCase() : "";
  return /^0x[0-9a-f]{40}$/.test(wallet) ? wallet : null;
}
