import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SharedBreakdown } from "#components/lender/SharedBreakdown.tsx";
import { SignInFirst } from "#components/sign-in/SignInFirst.tsx";
import { SharedSignedScores } from "#components/signed-score/SharedSignedScores.tsx";
import { formatWallet } from "#lib/format.ts";
import { readPageSetting } from "#lib/page-setting.ts";
import { walletInPath } from "#lib/wallet-in-path.ts";
import { app } from "#server/deps.ts";
import { wordsOf } from "#words/catalogue.ts";

interface BreakdownPageProps {
  readonly params: Promise<{ readonly wallet: string }>;
}

export async function generateMetadata({ params }: BreakdownPageProps): Promise<Metadata> {
  const wallet = walletInPath((await params).wallet);
  const { locale } = await readPageSetting();
  if (wallet === null) return { title: wordsOf(locale, "shell")("notFound") };
  return { title: wordsOf(locale, "lender")("one.title", { wallet: formatWallet(wallet) }) };
}

export default async function BreakdownPage({ params }: BreakdownPageProps) {
  const wallet = walletInPath((await params).wallet);
  if (wallet === null) notFound();
  const { session, locale, now } = await readPageSetting();
  if (session === null) {
    const t = wordsOf(locale, "lender");
    return <SignInFirst title={t("one.sharedScore")} lead={t("one.signInLead")} />;
  }
  const shared = await app().readSharedScore(session, wallet);
  if (shared === null) notFound();
  return (
    <SharedBreakdown wallet={wallet} shared={shared} locale={locale} now={now}>
      <SharedSignedScores session={session} wallet={wallet} locale={locale} />
    </SharedBreakdown>
  );
}
