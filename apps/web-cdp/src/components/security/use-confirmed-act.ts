"use client";

import { useState } from "react";
import { usePageFacts } from "#components/shell/PageContext.tsx";
import { ApiError } from "#lib/call-api.ts";
import type { PreparedAct } from "#lib/wallet/confirm-act.ts";
import type { ActOnObject, SignedMessage } from "#server/contract.ts";
import { failureText } from "#words/failure-text.ts";
import { useWords } from "#words/use-words.ts";

export interface ActFailure {
  /** A person's own "no" is not an error. */
  readonly tone: "neutral" | "error";
  readonly text: string;
  readonly reference: string | null;
}

/**
 * Has the session's wallet sign for an act, and carries it out with the signature. Where a wallet opens only straight out of a
 * tap, the first call prepares the message; `waitingFor` then names the wallet, and the next call, from a tap of its own, signs.
 */
export function useConfirmedAct(what: ActOnObject, carryOut: (signed: SignedMessage) => Promise<void>) {
  const page = usePageFacts();
  const t = useWords("security");
  const refusals = useWords("failures");
  const [prepared, setPrepared] = useState<PreparedAct | null>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ActFailure | null>(null);

  async function go() {
    setBusy(true);
    setFailure(null);
    try {
      const signed = await confirm();
      if (signed !== null) await carryOut(signed);
    } catch (error) {
      setPrepared(null);
      setFailure(await failureFrom(error));
    } finally {
      setBusy(false);
    }
  }

  async function confirm(): Promise<SignedMessage | null> {
    const { isFor, prepareAct, signAct } = await import("#lib/wallet/confirm-act.ts");
    if (isFor(prepared, what)) return signAct(prepared);
    const names = { injected: t("confirm.injected"), embedded: t("confirm.embedded") };
    const fresh = await prepareAct(what, { ...page, names });
    if (fresh.signer.signsAtOnce) return signAct(fresh);
    setPrepared(fresh);
    return null;
  }

  /** Why an act was not confirmed, or not carried out. */
  async function failureFrom(error: unknown): Promise<ActFailure> {
    if (error instanceof ApiError) {
      return { tone: "error", text: failureText(refusals, error), reference: error.requestId };
    }
    const [{ SignerError }, { describeSignInFailure }] = await Promise.all([
      import("#lib/wallet/confirm-act.ts"),
      import("#lib/wallet/sign-in.ts"),
    ]);
    if (error instanceof SignerError) {
      return { tone: "error", text: t(`confirm.problem.${error.code}`), reference: null };
    }
    const { tone, reason } = describeSignInFailure(error);
    const isNoProblem = reason === "cancelled" || reason === "pending";
    return { tone, text: t(`confirm.problem.${isNoProblem ? reason : "silent"}`), reference: null };
  }

  return {
    busy,
    failure,
    waitingFor: prepared?.signer.name ?? null,
    go,
    /** Forgets a message that was prepared: the person has chosen something else. */
    startOver: () => setPrepared(null),
  };
}
