import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SharedBreakdown } from "#components/lender/SharedBreakdown.tsx";
import { PageTitle } from "#components/shell/PageTitle.tsx";
import { SignInPanel } from "#components/sign-in/SignInPanel.tsx";
import { SharedSignedScores } from "#components/signed-score/SharedSignedScores.tsx";
import { formatWallet } from "#lib/format.ts";
import { readPageSetting } from "#lib/page-setting.ts";
import { app } from "#server/deps.ts";

interface BreakdownPageProps {
  readonly params: Promise<{ readonly wallet: string }>;
}

export async function generateMetadata({ params }: BreakdownPageProps): Promise<Metadata> {
  const wallet = walletFrom((await params).wallet);
  return { title: wallet === null ? "Not found" : `Score of ${formatWallet(wallet)}` };
}

export default async function BreakdownPage({ params }: BreakdownPageProps) {
  const wallet = walletFrom((await params).wallet);
  if (wallet === null) notFound();
  const { session, locale, now } = await readPageSetting();
  if (session === null) {
    return (
      <div className="mx-auto max-w-xl">
        <PageTitle title="Shared score" lead="Sign in with the wallet that this score was shared with." />
        <SignInPanel title="Sign in to see it" lead="Your wallet is your account here. There is no password." />
      </div>
    );
  }
  const shared = await app().readSharedScore(session, wallet);
  if (shared === null) notFound();
  return (
    <SharedBreakdown wallet={wallet} shared={shared} locale={locale} now={now}>
      <div lang={locale}>
        <SharedSignedScores session={session} wallet={wallet} locale={locale} />
      </div>
    </SharedBreakdown>
  );
}

function walletFrom(text: string): string | null {
  const wallet = text.toLowerCase();
  return /^0x[0-9a-f]{40}$/.test(wallet) ? wallet : null;
}
