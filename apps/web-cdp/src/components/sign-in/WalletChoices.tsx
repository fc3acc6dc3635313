"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { Button } from "#components/ui/Button.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { formatWallet } from "#lib/format.ts";
import { DemoWalletChoice } from "./DemoWalletChoice.tsx";
import { useSignIn } from "./use-sign-in.ts";
import { useWallets } from "./use-wallets.ts";
import { WalletButton } from "./WalletButton.tsx";

const EmailWallet = dynamic(() => import("./EmailWallet.tsx").then((module) => module.EmailWallet), {
  ssr: false,
  loading: () => <p className="text-sm text-ink-soft">Loading the email wallet…</p>,
});

interface WalletChoicesProps {
  readonly demoMode: boolean;
  readonly cdpProjectId: string | null;
  readonly next: string | null;
}

/** Every way to sign in, and the one step that follows. */
export function WalletChoices({ demoMode, cdpProjectId, next }: WalletChoicesProps) {
  const { wallets, demoSigner } = useWallets(demoMode);
  const { state, failure, choose, sign, startOver } = useSignIn(next);
  const [emailOpen, setEmailOpen] = useState(false);
  const busy = state.step !== "choose" && state.step !== "ready";

  return (
    <div className="space-y-4">
      <p role="status" className="sr-only">
        {statusWords(state)}
      </p>

      {failure && (
        <Notice tone={failure.tone === "neutral" ? "notice" : "danger"} role="alert" title={failure.text}>
          {failure.reference && <p>Support reference: {failure.reference}</p>}
        </Notice>
      )}

      {state.step === "ready" ? (
        <div className="space-y-3">
          <p className="text-sm">
            Connected as <span className="font-mono">{formatWallet(state.challenge.address)}</span>. One step is left:
            sign a message that proves the wallet is yours. It is free and moves nothing.
          </p>
          <div className="flex flex-wrap gap-2">
            <Button onClick={() => sign(state.signer, state.challenge, state.chainId)}>Sign in</Button>
            <Button variant="quiet" onClick={startOver}>
              Use another wallet
            </Button>
          </div>
        </div>
      ) : (
        <>
          {demoSigner && <DemoWalletChoice signer={demoSigner} state={state} onChoose={choose} />}
          {wallets.length > 0 && (
            <ul className="grid gap-2" aria-label="Wallets in this browser">
              {wallets.map(({ signer, icon }) => (
                <li key={signer.id}>
                  <WalletButton signer={signer} icon={icon} state={state} onChoose={choose} />
                </li>
              ))}
            </ul>
          )}
          {cdpProjectId && !emailOpen && (
            <Button variant="secondary" className="w-full" aria-disabled={busy} onClick={() => setEmailOpen(true)}>
              Continue with email
            </Button>
          )}
          {cdpProjectId && emailOpen && <EmailWallet projectId={cdpProjectId} onChoose={choose} />}
          {wallets.length === 0 && (
            <p className="text-sm text-ink-soft">
              No wallet was found in this browser. Install one such as MetaMask or Coinbase Wallet, or open this page
              inside your wallet’s own browser, then reload.
            </p>
          )}
          <p className="text-xs text-ink-soft">
            Signing in is free. We never ask for a recovery phrase, and the signature cannot move funds.
          </p>
        </>
      )}
    </div>
  );
}

function statusWords(state: ReturnType<typeof useSignIn>["state"]): string {
  switch (state.step) {
    case "choose":
      return "";
    case "connecting":
      return `Connecting to ${state.signer.name}`;
    case "ready":
      return "Wallet connected. Sign the message to sign in.";
    case "signing":
      return `Waiting for your signature in ${state.signer.name}`;
    case "verifying":
      return "Checking the signature";
    case "done":
      return "Signed in";
  }
}
