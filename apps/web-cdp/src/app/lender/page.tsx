import { UsersIcon } from "@heroicons/react/24/outline";
import type { Metadata } from "next";
import { DraftTable } from "#components/adverse-action/DraftTable.tsx";
import { BorrowerTable } from "#components/lender/BorrowerTable.tsx";
import { readSort } from "#components/lender/borrower-sort.ts";
import { CompareForm } from "#components/lender/CompareForm.tsx";
import { PageTitle } from "#components/shell/PageTitle.tsx";
import { SignInFirst } from "#components/sign-in/SignInFirst.tsx";
import { Card } from "#components/ui/Card.tsx";
import { CopyButton } from "#components/ui/CopyButton.tsx";
import { EmptyState } from "#components/ui/EmptyState.tsx";
import { formatWallet } from "#lib/format.ts";
import { readPageSetting } from "#lib/page-setting.ts";
import { app } from "#server/deps.ts";
import { wordsOf } from "#words/catalogue.ts";

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await readPageSetting();
  return { title: wordsOf(locale, "lender")("title") };
}

interface LenderPageProps {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function LenderPage({ searchParams }: LenderPageProps) {
  const { session, locale, now } = await readPageSetting();
  const t = wordsOf(locale, "lender");
  if (session === null) {
    return <SignInFirst title={t("title")} lead={t("lead")} ask={t("signIn")} askLead={t("signInLead")} />;
  }
  const [{ sort }, borrowers, drafts] = await Promise.all([
    searchParams,
    app().listSharedBorrowers(session),
    app().listAdverseActions(session, null),
  ]);
  const draftWords = wordsOf(locale, "adverseAction");
  const ownDrafts = drafts.length > 0 && (
    <Card className="mt-6" title={draftWords("list.title")} id="drafts" lead={draftWords("list.lead")}>
      <DraftTable drafts={drafts} locale={locale} now={now} />
    </Card>
  );
  if (borrowers.length === 0) {
    return (
      <>
        <PageTitle title={t("list.title")} />
        <Card>
          <EmptyState
            icon={<UsersIcon aria-hidden="true" className="size-8" />}
            title={t("list.none", { wallet: formatWallet(session.wallet) })}
            action={<CopyButton text={session.wallet} label={t("list.copy")} />}
          >
            <p>{t("list.noneText")}</p>
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
        title={t("list.title")}
        lead={t("list.lead", { count: borrowers.length })}
        actions={<CopyButton text={session.wallet} label={t("list.copy")} />}
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
        <Card title={wordsOf(locale, "compare")("title")} id="compare" className="no-print mt-6">
          <CompareForm borrowers={borrowers} locale={locale} />
        </Card>
      )}
      {ownDrafts}
    </>
  );
}
