"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { RadioCards } from "#components/connections/RadioCards.tsx";
import { Button } from "#components/ui/Button.tsx";
import { Field, inputClass } from "#components/ui/Field.tsx";
import { Refusal } from "#components/ui/Refusal.tsx";
import { createOnceKeys } from "#lib/once-keys.ts";
import { type ApiFailure, tryApi } from "#lib/try-api.ts";
import type { AdverseAction, LenderDecision } from "#server/contract.ts";
import type { adverseActionWords } from "./adverse-action-words.ts";
import { draftHref } from "./draft-href.ts";

interface DecisionFormProps {
  readonly borrower: string;
  /** The score that the lender is looking at: another one is not decided on. */
  readonly snapshotId: string;
  /** Given by the server, so that the page's script holds none of the other words. */
  readonly words: typeof adverseActionWords.form;
  readonly choices: readonly { readonly value: LenderDecision; readonly label: string; readonly hint: string }[];
}

/** States a decision and goes on to the draft that it makes. */
export function DecisionForm({ borrower, snapshotId, words, choices }: DecisionFormProps) {
  const router = useRouter();
  const [decision, setDecision] = useState<LenderDecision>("declined");
  const [reference, setReference] = useState("");
  const [onceKeys] = useState(createOnceKeys);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiFailure | null>(null);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setBusy(true);
    setFailure(null);
    const body = { decision, loanReference: reference.trim() || null, snapshotId };
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
      <RadioCards<LenderDecision>
        legend={words.decision}
        name="decision"
        value={decision}
        onChange={setDecision}
        choices={choices}
      />
      <Field label={words.reference} hint={words.referenceHint}>
        {(control) => (
          <input
            {...control}
            value={reference}
            maxLength={64}
            onChange={(event) => setReference(event.target.value)}
            autoComplete="off"
            className={inputClass}
          />
        )}
      </Field>
      <p className="text-sm text-ink-soft">{words.consequences}</p>
      {failure && <Refusal text={failure.message ?? words.failed} reference={failure.requestId} />}
      <Button type="submit" busy={busy} className="w-full sm:w-auto">
        {words.submit}
      </Button>
    </form>
  );
}
