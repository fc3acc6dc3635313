"use client";

import dynamic from "next/dynamic";
import { usePageFacts } from "#components/shell/PageContext.tsx";
import { Spinner } from "#components/ui/Spinner.tsx";

/** Wallet code comes after the page is drawn, so that no page pays for it at first load. */
const WalletChoices = dynamic(() => import("./WalletChoices.tsx").then((module) => module.WalletChoices), {
  ssr: false,
  loading: () => (
    <p className="flex items-center gap-2 text-sm text-ink-soft">
      <Spinner />
      Looking for wallets…
    </p>
  ),
});

interface SignInPanelProps {
  readonly title: string;
  readonly lead: string;
  /** Where to go once signed in; by default the page that asked stays. */
  readonly next?: string;
}

/** Sign in with a wallet: choose, sign one message, done. */
export function SignInPanel({ title, lead, next }: SignInPanelProps) {
  const { demoMode, cdpProjectId } = usePageFacts();
  return (
    <section
      id="sign-in"
      aria-labelledby="sign-in-title"
      className="scroll-mt-6 rounded-card border border-line bg-surface p-4 shadow-card sm:p-6"
    >
      <h2 id="sign-in-title" className="text-lg font-semibold tracking-tight">
        {title}
      </h2>
      <p className="mt-1 mb-4 text-sm text-ink-soft">{lead}</p>
      <div className="min-h-52">
        <WalletChoices demoMode={demoMode} cdpProjectId={cdpProjectId} next={next ?? null} />
      </div>
      <noscript>
        <p className="text-sm text-danger">
          Signing in needs JavaScript, because your wallet speaks to the page through it.
        </p>
      </noscript>
    </section>
  );
}
