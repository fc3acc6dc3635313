"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { usePageFacts } from "#components/shell/PageContext.tsx";
import { Button } from "#components/ui/Button.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { formatWallet } from "#lib/format.ts";
import { failureText } from "#words/failure-text.ts";
import type { Translator } from "#words/translator.ts";
import { useWords } from "#words/use-words.ts";
import { DemoWalletChoice } from "./DemoWalletChoice.tsx";
import { useSignIn } from "./use-sign-in.ts";
import { useWallets } from "./use-wallets.ts";
import { WalletButton } from "./WalletButton.tsx";

const EmailWallet = dynamic(() => import("./EmailWallet.tsx").then((module) => module.EmailWallet), {
  ssr: false,
  loading: () => <LoadingEmail />,
});

function LoadingEmail() {
  const t = useWords("signIn");
  return <p className="text-sm text-ink-soft">{t("loadingEmail")}</p>;
}

interface WalletChoicesProps {
  readonly demoMode: boolean;
  readonly cdpProjectId: string | null;
  readonly next: string | null;
}

/** Every way to sign in, and the one step that follows. */
export function WalletChoices({ demoMode, cdpProjectId, next }: WalletChoicesProps) {
  const t = useWords("signIn");
  const refusals = useWords("failures");
  const { words } = usePageFacts();
  const { wallets, demoSigner } = useWallets(demoMode, t("browserWallet"));
  const { state, failure, choose, sign, startOver } = useSignIn(next);
  const [emailOpen, setEmailOpen] = useState(false);
  const busy = state.step !== "choose" && state.step !== "ready";

  return (
    <div className="space-y-4">
      <p role="status" className="sr-only">
        {statusText(t, state)}
      </p>

      {failure && (
        <Notice
          tone={failure.tone === "neutral" ? "notice" : "danger"}
          role="alert"
          title={failure.reason === null ? failureText(refusals, failure.error) : t(`failure.${failure.reason}`)}
        >
          {failure.reference && (
            <p>
              {words.reference} {failure.reference}
            </p>
          )}
        </Notice>
      )}

      {state.step === "ready" ? (
        <div className="space-y-3">
          <p className="text-sm">
            {t.rich("connectedAs", {
              wallet: () => <span className="font-mono">{formatWallet(state.challenge.address)}</span>,
            })}
          </p>
          <div className="flex flex-wrap gap-2">
            <Button onClick={() => sign(state.signer, state.challenge, state.chainId)}>{t("sign")}</Button>
            <Button variant="quiet" onClick={startOver}>
              {t("other")}
            </Button>
          </div>
        </div>
      ) : (
        <>
          {demoSigner && <DemoWalletChoice signer={demoSigner} state={state} onChoose={choose} />}
          {wallets.length > 0 && (
            <ul className="grid gap-2" aria-label={t("inBrowser")}>
              {wallets.map(({ signer, icon }) => (
                <li key={signer.id}>
                  <WalletButton signer={signer} icon={icon} state={state} onChoose={choose} />
                </li>
              ))}
            </ul>
          )}
          {cdpProjectId && !emailOpen && (
            <Button variant="secondary" className="w-full" aria-disabled={busy} onClick={() => setEmailOpen(true)}>
              {t("byEmail")}
            </Button>
          )}
          {cdpProjectId && emailOpen && <EmailWallet projectId={cdpProjectId} onChoose={choose} />}
          {wallets.length === 0 && <p className="text-sm text-ink-soft">{t("none")}</p>}
          <p className="text-xs text-ink-soft">{t("free")}</p>
        </>
      )}
    </div>
  );
}

function statusText(t: Translator<"signIn">, state: ReturnType<typeof useSignIn>["state"]): string {
  switch (state.step) {
    case "choose":
      return "";
    case "connecting":
    case "signing":
      return t(`status.${state.step}`, { wallet: state.signer.name });
    default:
      return t(`status.${state.step}`);
  }
}
