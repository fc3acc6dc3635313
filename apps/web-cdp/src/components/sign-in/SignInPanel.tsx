"use client";

import { useEffect, useState } from "react";
import { usePageFacts } from "#components/shell/PageContext.tsx";
import { Spinner } from "#components/ui/Spinner.tsx";
import { usePlainWords } from "#words/MessagesProvider.tsx";
import type { WalletChoices } from "./WalletChoices.tsx";

interface SignInPanelProps {
  readonly title: string;
  readonly lead: string;
  /** Where to go once signed in; by default the page that asked stays. */
  readonly next?: string;
}

/** Sign in with a wallet: choose, sign one message, done. */
export function SignInPanel({ title, lead, next }: SignInPanelProps) {
  const { demoMode, cdpProjectId } = usePageFacts();
  const { Choices, failed } = useWalletChoices();
  const words = usePlainWords("signIn");
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
      <div className="min-h-68 sm:min-h-56">
        {Choices && <Choices demoMode={demoMode} cdpProjectId={cdpProjectId} next={next ?? null} />}
        {!Choices && !failed && (
          <p className="flex items-center gap-2 text-sm text-ink-soft">
            <Spinner />
            {words.looking}
          </p>
        )}
        {failed && (
          <p role="alert" className="text-sm text-danger">
            {words.notLoaded}
          </p>
        )}
      </div>
      <noscript>
        <p className="text-sm text-danger">{words.needsScript}</p>
      </noscript>
    </section>
  );
}

/** Wallet code comes after the page is drawn, so that no page pays for it at first load. */
function useWalletChoices() {
  const [Choices, setChoices] = useState<typeof WalletChoices | null>(null);
  const [failed, setFailed] = useState(false);

  useEffect(() => {
    let here = true;
    import("./WalletChoices.tsx").then(
      (module) => here && setChoices(() => module.WalletChoices),
      () => here && setFailed(true),
    );
    return () => {
      here = false;
    };
  }, []);

  return { Choices, failed };
}
