"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { RadioCards } from "#components/connections/RadioCards.tsx";
import { usePageFacts } from "#components/shell/PageContext.tsx";
import { Button } from "#components/ui/Button.tsx";
import { ErrorNotice } from "#components/ui/ErrorNotice.tsx";
import { Field, inputClass } from "#components/ui/Field.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { ApiError, callApi } from "#lib/call-api.ts";
import { formatDate, formatWallet } from "#lib/format.ts";
import { createOnceKeys } from "#lib/once-keys.ts";
import type { ShareScope } from "#server/contract.ts";
import { SharePreview } from "./SharePreview.tsx";
import {
  checkShareDraft,
  dayFrom,
  endOfDay,
  hasProblems,
  longestShareDays,
  maxPurposeLength,
  type ShareDraft,
} from "./share-draft.ts";
import { type PreviewFigures, scopeWords, shareScopes } from "./share-scopes.ts";

interface ShareFormProps {
  readonly wallet: string;
  readonly now: string;
  readonly figures: PreviewFigures;
}

/** Shares the score with one lender, for a purpose, until a date, and shows first what that lender will see. */
export function ShareForm({ wallet, now, figures }: ShareFormProps) {
  const { locale } = usePageFacts();
  const router = useRouter();
  const nowMs = Date.parse(now);
  const empty: ShareDraft = { lender: "", scope: "factors", purpose: "", until: dayFrom(nowMs, 30) };
  const [draft, setDraft] = useState(empty);
  const [onceKeys] = useState(createOnceKeys);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiError | null>(null);
  const [shared, setShared] = useState<ShareDraft | null>(null);
  const problems = checkShareDraft(draft, wallet, nowMs);
  const shown = tried ? problems : { lender: null, purpose: null, until: null };
  const change = (part: Partial<ShareDraft>) => setDraft({ ...draft, ...part });

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    setTried(true);
    setFailure(null);
    setShared(null);
    if (hasProblems(problems)) {
      requestAnimationFrame(() => form.querySelector<HTMLElement>("[aria-invalid=true]")?.focus());
      return;
    }
    setBusy(true);
    try {
      const body = {
        lender: draft.lender.trim().toLowerCase(),
        scope: draft.scope,
        purpose: draft.purpose.trim(),
        expiresAt: endOfDay(draft.until),
      };
      await callApi("/api/shares", { method: "POST", body, onceKey: onceKeys.keyFor(body) });
      onceKeys.done();
      setShared(draft);
      setDraft(empty);
      setTried(false);
      router.refresh();
    } catch (error) {
      setFailure(error instanceof ApiError ? error : new ApiError("unexpected", "The share was not made. Try again."));
    } finally {
      setBusy(false);
    }
  }

  return (
    <form onSubmit={submit} noValidate className="grid gap-8 lg:grid-cols-2">
      <div className="space-y-5">
        <Field label="Lender’s wallet" error={shown.lender} hint="The address that the lender signs in with here.">
          {(control) => (
            <input
              {...control}
              value={draft.lender}
              onChange={(event) => change({ lender: event.target.value })}
              placeholder="0x…"
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              className={`${inputClass} font-mono`}
            />
          )}
        </Field>
        <RadioCards<ShareScope>
          legend="How much the lender sees"
          name="scope"
          value={draft.scope}
          onChange={(scope) => change({ scope })}
          choices={shareScopes.map((scope) => ({
            value: scope,
            label: scopeWords[scope].name,
            hint: scopeWords[scope].summary,
          }))}
        />
        <Field
          label="Purpose"
          error={shown.purpose}
          hint="The lender sees this text with the score, for example “Loan for winter stock”."
        >
          {(control) => (
            <input
              {...control}
              value={draft.purpose}
              maxLength={maxPurposeLength}
              onChange={(event) => change({ purpose: event.target.value })}
              autoComplete="off"
              className={inputClass}
            />
          )}
        </Field>
        <Field label="Until" error={shown.until} hint="The share ends by itself at the end of this day (UTC).">
          {(control) => (
            <input
              {...control}
              type="date"
              value={draft.until}
              min={dayFrom(nowMs, 0)}
              max={dayFrom(nowMs, longestShareDays - 1)}
              onChange={(event) => change({ until: event.target.value })}
              className={inputClass}
            />
          )}
        </Field>
      </div>
      <div className="space-y-5">
        <SharePreview scope={draft.scope} figures={figures} />
        {failure && <ErrorNotice title={failure.message} reference={failure.requestId} />}
        {shared && (
          <Notice
            tone="positive"
            role="status"
            title={`Shared with ${formatWallet(shared.lender.trim())} until ${formatDate(locale, endOfDay(shared.until))}.`}
          >
            <p>You see below when the lender looks, and you can take it back at any time.</p>
          </Notice>
        )}
        <Button type="submit" busy={busy} className="w-full sm:w-auto">
          Share the score
        </Button>
      </div>
    </form>
  );
}
