"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { RadioCards } from "#components/connections/RadioCards.tsx";
import { Button } from "#components/ui/Button.tsx";
import { ErrorNotice } from "#components/ui/ErrorNotice.tsx";
import { Field, inputClass } from "#components/ui/Field.tsx";
import { ApiError, callApi } from "#lib/call-api.ts";
import { createOnceKeys } from "#lib/once-keys.ts";
import type { AdverseAction, LenderDecision } from "#server/contract.ts";
import { decisions, decisionWords, adverseActionWords as words } from "./adverse-action-words.ts";
import { draftHref } from "./draft-href.ts";

interface DecisionFormProps {
  readonly borrower: string;
  /** The score that the lender is looking at: another one is not decided on. */
  readonly snapshotId: string;
}

/** States a decision and goes on to the draft that it makes. */
export function DecisionForm({ borrower, snapshotId }: DecisionFormProps) {
  const router = useRouter();
  const [decision, setDecision] = useState<LenderDecision>("declined");
  const [reference, setReference] = useState("");
  const [onceKeys] = useState(createOnceKeys);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiError | null>(null);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setBusy(true);
    setFailure(null);
    try {
      const body = { decision, loanReference: reference.trim() || null, snapshotId };
      const { draft } = await callApi<{ draft: AdverseAction }>(`/api/borrowers/${borrower}/adverse-action`, {
        method: "POST",
        body,
        onceKey: onceKeys.keyFor(body),
      });
      onceKeys.done();
      router.push(draftHref(draft));
    } catch (error) {
      setFailure(error instanceof ApiError ? error : new ApiError("unexpected", words.form.failed));
      setBusy(false);
    }
  }

  return (
    <form onSubmit={submit} className="space-y-5">
      <RadioCards<LenderDecision>
        legend={words.form.decision}
        name="decision"
        value={decision}
        onChange={setDecision}
        choices={decisions.map((value) => ({
          value,
          label: decisionWords[value].name,
          hint: decisionWords[value].hint,
        }))}
      />
      <Field label={words.form.reference} hint={words.form.referenceHint}>
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
      <p className="text-sm text-ink-soft">{words.form.consequences}</p>
      {failure && <ErrorNotice title={failure.message} reference={failure.requestId} />}
      <Button type="submit" busy={busy} className="w-full sm:w-auto">
        {words.form.submit}
      </Button>
    </form>
  );
}
