"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, type ReactNode, useState } from "react";
import { Button } from "#components/ui/Button.tsx";
import { Refusal } from "#components/ui/Refusal.tsx";
import { createOnceKeys } from "#lib/once-keys.ts";
import type { AdverseAction } from "#server/contract.ts";
import { draftHref } from "./draft-href.ts";
import { useCall } from "./use-call.ts";

interface DecisionFormProps {
  readonly borrower: string;
  /** The score that the lender is looking at: another one is not decided on. */
  readonly snapshotId: string;
  readonly words: { readonly submit: string; readonly failed: string };
  /** The fields `decision` and `reference`, and what follows from them; made on the server. */
  readonly children: ReactNode;
}

/** States a decision and goes on to the draft that it makes. */
export function DecisionForm({ borrower, snapshotId, words, children }: DecisionFormProps) {
  const router = useRouter();
  const [onceKeys] = useState(createOnceKeys);
  const { busy, refusal, call } = useCall(words.failed);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const reference = String(fields.get("reference") ?? "").trim();
    const body = { decision: fields.get("decision"), loanReference: reference || null, snapshotId };
    const answer = await call<{ draft: AdverseAction }>(`/api/borrowers/${borrower}/adverse-action`, {
      method: "POST",
      body,
      onceKey: onceKeys.keyFor(body),
    });
    if (answer === null) return;
    onceKeys.done();
    router.push(draftHref(answer.draft));
  }

  return (
    <form onSubmit={submit} className="space-y-5">
      {children}
      {refusal && <Refusal {...refusal} />}
      <Button type="submit" busy={busy} className="w-full sm:w-auto">
        {words.submit}
      </Button>
    </form>
  );
}
