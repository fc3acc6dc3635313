"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, type ReactNode, useState } from "react";
import { Button } from "#components/ui/Button.tsx";
import { Refusal } from "#components/ui/Refusal.tsx";
import { createOnceKeys } from "#lib/once-keys.ts";
import { type ApiFailure, tryApi } from "#lib/try-api.ts";
import type { AdverseAction } from "#server/contract.ts";
import type { adverseActionWords } from "./adverse-action-words.ts";
import { draftHref } from "./draft-href.ts";

interface DecisionFormProps {
  readonly borrower: string;
  /** The score that the lender is looking at: another one is not decided on. */
  readonly snapshotId: string;
  /** Given by the server, so that the page's script holds none of the other words. */
  readonly words: Pick<typeof adverseActionWords.form, "failed" | "submit">;
  /** The fields `decision` and `reference`, and what follows from them; made on the server. */
  readonly children: ReactNode;
}

/** States a decision and goes on to the draft that it makes. */
export function DecisionForm({ borrower, snapshotId, words, children }: DecisionFormProps) {
  const router = useRouter();
  const [onceKeys] = useState(createOnceKeys);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiFailure | null>(null);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setBusy(true);
    setFailure(null);
    const fields = new FormData(event.currentTarget);
    const reference = String(fields.get("reference") ?? "").trim();
    const body = { decision: fields.get("decision"), loanReference: reference || null, snapshotId };
    const path = `/api/borrowers/${borrower}/adverse-action`;
    const outcome = await tryApi<{ draft: AdverseAction }>(path, {
      method: "POST",
      body,
      onceKey: onceKeys.keyFor(body),
    });
    setFailure(outcome.failure);
    setBusy(outcome.failure === null);
    if (outcome.failure !== null) return;
    onceKeys.done();
    router.push(draftHref(outcome.answer.draft));
  }

  return (
    <form onSubmit={submit} className="space-y-5">
      {children}
      {failure && <Refusal text={failure.message ?? words.failed} reference={failure.requestId} />}
      <Button type="submit" busy={busy} className="w-full sm:w-auto">
        {words.submit}
      </Button>
    </form>
  );
}
