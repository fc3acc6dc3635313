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
import { formatCount, formatDate, formatWallet } from "#lib/format.ts";
import { createOnceKeys } from "#lib/once-keys.ts";
import type { ShareScope } from "#server/contract.ts";
import { failureText } from "#words/failure-text.ts";
import { useWords } from "#words/use-words.ts";
import { SharePreview } from "./SharePreview.tsx";
import {
  checkShareDraft,
  dayFrom,
  endOfDay,
  hasProblems,
  longestShareDays,
  maxPurposeLength,
  type ShareDraft,
  type ShareProblems,
} from "./share-draft.ts";
import { type PreviewFigures, shareScopes } from "./share-scopes.ts";

interface ShareFormProps {
  readonly wallet: string;
  readonly now: string;
  readonly figures: PreviewFigures;
}

/** Shares the score with one lender, for a purpose, until a date, and shows first what that lender will see. */
export function ShareForm({ wallet, now, figures }: ShareFormProps) {
  const { locale } = usePageFacts();
  const router = useRouter();
  const t = useWords("sharing");
  const refusals = useWords("failures");
  const nowMs = Date.parse(now);
  const empty: ShareDraft = { lender: "", scope: "factors", purpose: "", until: dayFrom(nowMs, 30) };
  const [draft, setDraft] = useState(empty);
  const [onceKeys] = useState(createOnceKeys);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<{ readonly text: string; readonly reference: string | null } | null>(null);
  const [shared, setShared] = useState<ShareDraft | null>(null);
  const problems = checkShareDraft(draft, wallet, nowMs);
  const told = (problem: ShareProblems[keyof ShareProblems]) =>
    tried && problem !== null ? t(`problem.${problem}`, { most: formatCount(locale, maxPurposeLength) }) : null;
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
      setFailure({
        text: failureText(refusals, error),
        reference: error instanceof ApiError ? error.requestId : null,
      });
    } finally {
      setBusy(false);
    }
  }

  return (
    <form onSubmit={submit} noValidate className="grid gap-8 lg:grid-cols-2">
      <div className="space-y-5">
        <Field label={t("form.lender")} error={told(problems.lender)} hint={t("form.lenderHint")}>
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
          legend={t("form.scope")}
          name="scope"
          value={draft.scope}
          onChange={(scope) => change({ scope })}
          choices={shareScopes.map((scope) => ({
            value: scope,
            label: t(`scope.${scope}.name`),
            hint: t(`scope.${scope}.summary`),
          }))}
        />
        <Field label={t("form.purpose")} error={told(problems.purpose)} hint={t("form.purposeHint")}>
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
        <Field label={t("form.until")} error={told(problems.until)} hint={t("form.untilHint")}>
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
        {failure && <ErrorNotice title={failure.text} reference={failure.reference} />}
        {shared && (
          <Notice
            tone="positive"
            role="status"
            title={t("form.shared", {
              wallet: formatWallet(shared.lender.trim()),
              date: formatDate(locale, endOfDay(shared.until)),
            })}
          >
            <p>{t("form.sharedText")}</p>
          </Notice>
        )}
        <Button type="submit" busy={busy} className="w-full sm:w-auto">
          {t("form.share")}
        </Button>
      </div>
    </form>
  );
}
