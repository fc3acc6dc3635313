"use client";

import { getCurrentUser, signInWithEmail, signOut, verifyEmailOTP } from "@coinbase/cdp-core";
import { type FormEvent, useState } from "react";
import { Button } from "#components/ui/Button.tsx";
import { Field, inputClass } from "#components/ui/Field.tsx";
import { embeddedSigner, startEmbeddedWallet } from "#lib/wallet/embedded-signer.ts";
import type { Signer } from "#lib/wallet/signer.ts";
import { useWords } from "#words/use-words.ts";

interface EmailWalletProps {
  readonly projectId: string;
  readonly onChoose: (signer: Signer) => void;
}

/** Coinbase's embedded wallet: an email address, a code, and a wallet whose key stays in Coinbase's frame. */
export function EmailWallet({ projectId, onChoose }: EmailWalletProps) {
  const t = useWords("signIn");
  const [email, setEmail] = useState("");
  const [code, setCode] = useState("");
  const [flowId, setFlowId] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function sendCode(event: FormEvent) {
    event.preventDefault();
    await attempt(t("email.notSent"), async () => {
      await startEmbeddedWallet(projectId);
      // Coinbase remembers its own session; a new address must not land in the old one's wallet.
      if (await getCurrentUser()) await signOut();
      const sent = await signInWithEmail({ email: email.trim() });
      setFlowId(sent.flowId);
    });
  }

  async function checkCode(event: FormEvent) {
    event.preventDefault();
    if (flowId === null) return;
    await attempt(t("email.wrong"), async () => {
      await verifyEmailOTP({ flowId, otp: code.trim() });
      const signer = await embeddedSigner(t("email.wallet"));
      if (signer === null) throw new Error("the embedded wallet has no account yet");
      onChoose(signer);
    });
  }

  async function attempt(words: string, work: () => Promise<void>) {
    setBusy(true);
    setProblem(null);
    try {
      await work();
    } catch {
      setProblem(words);
    } finally {
      setBusy(false);
    }
  }

  if (flowId === null) {
    return (
      <form onSubmit={sendCode} className="space-y-3 rounded-lg border border-line p-4">
        <Field label={t("email.address")} error={problem} hint={t("email.hint")}>
          {(control) => (
            <input
              {...control}
              type="email"
              required
              autoComplete="email"
              value={email}
              onChange={(event) => setEmail(event.target.value)}
              className={inputClass}
            />
          )}
        </Field>
        <Button type="submit" busy={busy}>
          {t("email.send")}
        </Button>
      </form>
    );
  }
  return (
    <form onSubmit={checkCode} className="space-y-3 rounded-lg border border-line p-4">
      <Field label={t("email.code")} error={problem} hint={t("email.sentTo", { address: email.trim() })}>
        {(control) => (
          <input
            {...control}
            inputMode="numeric"
            autoComplete="one-time-code"
            required
            pattern="\s*\d{4,8}\s*"
            value={code}
            onChange={(event) => setCode(event.target.value)}
            className={inputClass}
          />
        )}
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" busy={busy}>
          {t("email.continue")}
        </Button>
        <Button variant="quiet" onClick={() => setFlowId(null)}>
          {t("email.otherAddress")}
        </Button>
      </div>
    </form>
  );
}
