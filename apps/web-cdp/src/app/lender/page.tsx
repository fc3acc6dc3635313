import { UsersIcon } from "@heroicons/react/24/outline";
import type { Metadata } from "next";
import { adverseActionWords } from "#components/adverse-action/adverse-action-words.ts";
import { DraftTable } from "#components/adverse-action/DraftTable.tsx";
import { BorrowerTable } from "#components/lender/BorrowerTable.tsx";
import { readSort } from "#components/lender/borrower-sort.ts";
import { CompareForm } from "#components/lender/CompareForm.tsx";
import { compareWords } from "#components/lender/compare-words.ts";
import { PageTitle } from "#components/shell/PageTitle.tsx";
import { SignInFirst } from "#components/sign-in/SignInFirst.tsx";
import { Card } from "#components/ui/Card.tsx";
import { CopyButton } from "#components/ui/CopyButton.tsx";
import { EmptyState } from "#components/ui/EmptyState.tsx";
import { formatCount, formatWallet } from "#lib/format.ts";
import { readPageSetting } from "#lib/page-setting.ts";
import { app } from "#server/deps.ts";

export const metadata: Metadata = { title: "Lender" };

interface LenderPageProps {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function LenderPage({ searchParams }: LenderPageProps) {
  const { session, locale, now } = await readPageSetting();
  if (session === null) {
    return (
      <SignInFirst
        title="Lender"
        lead="Scores that borrowers have shared with your wallet."
        ask="Sign in to see them"
        askLead="Use the wallet whose address you gave to borrowers."
      />
    );
  }
  const [{ sort }, borrowers, drafts] = await Promise.all([
    searchParams,
    app().listSharedBorrowers(session),
    app().listAdverseActions(session, null),
  ]);
  const ownDrafts = drafts.length > 0 && (
    <Card className="mt-6" title={adverseActionWords.list.title} id="drafts" lead={adverseActionWords.list.lead}>
      <DraftTable drafts={drafts} locale={locale} now={now} />
    </Card>
  );
  if (borrowers.length === 0) {
    return (
      <>
        <PageTitle title="Scores shared with you" />
        <Card>
          <EmptyState
            icon={<UsersIcon aria-hidden="true" className="size-8" />}
            title={`Nobody has shared with ${formatWallet(session.wallet)} yet`}
            action={<CopyButton text={session.wallet} label="Copy your address" />}
          >
            <p>Give this address to a borrower. They enter it on their dashboard under “Share with a lender”.</p>
            <p className="mt-2 font-mono text-xs break-all text-ink">{session.wallet}</p>
          </EmptyState>
        </Card>
        {ownDrafts}
      </>
    );
  }
  return (
    <>
      <PageTitle
        title="Scores shared with you"
        lead={`${formatCount(locale, borrowers.length)} ${borrowers.length === 1 ? "borrower" : "borrowers"}. Scores describe sales and are not calibrated to default risk.`}
        actions={<CopyButton text={session.wallet} label="Copy your address" />}
      />
      <Card>
        <BorrowerTable
          borrowers={borrowers}
          sort={readSort(typeof sort === "string" ? sort : null)}
          locale={locale}
          now={now}
        />
      </Card>
      {borrowers.length > 1 && (
        <Card title={compareWords.title} id="compare" className="no-print mt-6">
          <CompareForm borrowers={borrowers} locale={locale} />
        </Card>
      )}
      {ownDrafts}
    </>
  );
}
