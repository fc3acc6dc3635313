"use client";

import { useState } from "react";
import { usePageFacts } from "#components/shell/PageContext.tsx";
import { ApiError } from "#lib/call-api.ts";
import type { PreparedAct } from "#lib/wallet/confirm-act.ts";
import type { ActOnObject, SignedMessage } from "#server/contract.ts";
import { confirmationWords as words } from "./confirmation-words.ts";

/**
 * Has the session's wallet sign for an act. Where a wallet opens only straight out of a tap, the first call prepares the
 * message and answers null; `waitingFor` then names the wallet, and the next call, from a tap of its own, signs.
 */
export function useConfirmation() {
  const page = usePageFacts();
  const [prepared, setPrepared] = useState<PreparedAct | null>(null);

  /** Throws whatever `describeConfirmationFailure` can put into words. */
  async function confirm(what: ActOnObject): Promise<SignedMessage | null> {
    const { isFor, prepareAct, signAct } = await import("#lib/wallet/confirm-act.ts");
    if (isFor(prepared, what)) return signAct(prepared);
    const fresh = await prepareAct(what, { ...page, names: words.names });
    if (fresh.signer.signsAtOnce) return signAct(fresh);
    setPrepared(fresh);
    return null;
  }

  return { confirm, waitingFor: prepared?.signer.name ?? null, startOver: () => setPrepared(null) };
}

export interface ConfirmationProblem {
  /** A person's own "no" is not an error. */
  readonly tone: "neutral" | "error";
  readonly text: string;
  readonly reference: string | null;
}

/** Says in words why an act was not confirmed, or not carried out. */
export async function describeConfirmationFailure(error: unknown): Promise<ConfirmationProblem> {
  if (error instanceof ApiError) return { tone: "error", text: error.message, reference: error.requestId };
  const [{ SignerError }, { describeSignInFailure }] = await Promise.all([
    import("#lib/wallet/confirm-act.ts"),
    import("#lib/wallet/sign-in.ts"),
  ]);
  if (error instanceof SignerError) return { tone: "error", text: words.problems[error.code], reference: null };
  const { tone, reason } = describeSignInFailure(error);
  const isNoProblem = reason === "cancelled" || reason === "pending";
  return { tone, text: words.problems[isNoProblem ? reason : "silent"], reference: null };
}
