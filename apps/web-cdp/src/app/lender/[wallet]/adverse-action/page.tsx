import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DecisionPanel } from "#components/adverse-action/DecisionPanel.tsx";
import { DraftDocument } from "#components/adverse-action/DraftDocument.tsx";
import { DraftTable } from "#components/adverse-action/DraftTable.tsx";
import { NoticeSentButton } from "#components/adverse-action/NoticeSentButton.tsx";
import { BackLink } from "#components/shell/BackLink.tsx";
import { PageTitle } from "#components/shell/PageTitle.tsx";
import { SignInFirst } from "#components/sign-in/SignInFirst.tsx";
import { Card } from "#components/ui/Card.tsx";
import { PrintButton } from "#components/ui/PrintButton.tsx";
import { formatWallet } from "#lib/format.ts";
import { type PageSetting, readPageSetting } from "#lib/page-setting.ts";
import { walletInPath } from "#lib/wallet-in-path.ts";
import type { AdverseAction, Session } from "#server/contract.ts";
import { app } from "#server/deps.ts";
import { wordsOf } from "#words/catalogue.ts";

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await readPageSetting();
  return { title: wordsOf(locale, "adverseAction")("title") };
}

interface AdverseActionPageProps {
  readonly params: Promise<{ readonly wallet: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Without `draft` in the address: the form and earlier drafts. With it: that draft, also when the share has ended. */
export default async function AdverseActionPage({ params, searchParams }: AdverseActionPageProps) {
  const wallet = walletInPath((await params).wallet);
  if (wallet === null) notFound();
  const { session, locale, now } = await readPageSetting();
  const t = wordsOf(locale, "adverseAction");
  if (session === null) {
    return <SignInFirst title={t("title")} lead={t("lead")} askLead={wordsOf(locale, "lender")("one.signInLead")} />;
  }
  const [{ draft: wanted }, drafts] = await Promise.all([searchParams, app().listAdverseActions(session, wallet)]);
  if (wanted === undefined) {
    return <Deciding wallet={wallet} session={session} drafts={drafts} locale={locale} now={now} />;
  }
  const draft = drafts.find(({ id }) => id === wanted);
  if (!draft) notFound();
  return (
    <>
      <BackLink href={`/lender/${wallet}/adverse-action`} label={t("otherDrafts")} />
      <PageTitle title={t("title")} lead={formatWallet(wallet)} actions={<PrintButton />} />
      <DraftDocument draft={draft} locale={locale} now={now}>
        <div lang={locale} className="keep-together">
          <h3 className="font-semibold">{t("complete.title")}</h3>
          <p className="mt-0.5 text-ink-soft">{t("complete.text")}</p>
        </div>
      </DraftDocument>
      {draft.noticeSentAt === null && (
        <NoticeSentButton
          borrower={wallet}
          id={draft.id}
          words={{ button: t("sent.button"), failed: t("sent.failed") }}
        >
          <p className="max-w-prose text-sm text-ink-soft">{t("sent.text")}</p>
        </NoticeSentButton>
      )}
    </>
  );
}

interface DecidingProps extends Pick<PageSetting, "locale" | "now"> {
  readonly wallet: string;
  readonly session: Session;
  readonly drafts: readonly AdverseAction[];
}

async function Deciding({ wallet, session, drafts, locale, now }: DecidingProps) {
  const basis = await app().readDecisionBasis(session, wallet);
  if (basis === null && drafts.length === 0) notFound();
  const t = wordsOf(locale, "adverseAction");
  return (
    <>
      <BackLink
        href={basis === null ? "/lender" : `/lender/${wallet}`}
        label={basis === null ? wordsOf(locale, "lender")("all") : wordsOf(locale, "shell")("backToBreakdown")}
      />
      <PageTitle title={t("titleOf", { wallet: formatWallet(wallet) })} lead={t("lead")} />
      <div className="space-y-6">
        <DecisionPanel borrower={wallet} basis={basis} locale={locale} />
        {drafts.length > 0 && (
          <Card title={t("list.earlier")} id="drafts">
            <DraftTable drafts={drafts} locale={locale} now={now} />
          </Card>
        )}
      </div>
    </>
  );
}
