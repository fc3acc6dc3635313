"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "#components/ui/Button.tsx";
import { ErrorNotice } from "#components/ui/ErrorNotice.tsx";
import { Field, inputClass } from "#components/ui/Field.tsx";
import { ApiError, callApi } from "#lib/call-api.ts";
import { createOnceKeys } from "#lib/once-keys.ts";
import { failureText } from "#words/failure-text.ts";
import { useWords } from "#words/use-words.ts";

const lives = [7, 30, 60, 90];

/** Has the newest complete score signed, for some days. */
export function SignedScoreIssue() {
  const router = useRouter();
  const t = useWords("signedScore");
  const refusals = useWords("failures");
  const [days, setDays] = useState(30);
  const [onceKeys] = useState(createOnceKeys);
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState(false);
  const [failure, setFailure] = useState<ApiError | null>(null);

  async function issue() {
    setBusy(true);
    setDone(false);
    setFailure(null);
    try {
      await callApi("/api/signed-scores", { method: "POST", body: { days }, onceKey: onceKeys.keyFor({ days }) });
      onceKeys.done();
      setDone(true);
      router.refresh();
    } catch (error) {
      setFailure(error instanceof ApiError ? error : new ApiError("unexpected", ""));
    } finally {
      setBusy(false);
    }
  }

  return (
    <div className="space-y-4">
      <p className="max-w-prose text-sm text-ink-soft">{t("always")}</p>
      <div className="flex flex-wrap items-end gap-3">
        <Field label={t("days")}>
          {(control) => (
            <select
              {...control}
              className={inputClass}
              value={days}
              onChange={(event) => setDays(Number(event.target.value))}
            >
              {lives.map((life) => (
                <option key={life} value={life}>
                  {t("life", { days: life })}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Button busy={busy} onClick={issue}>
          {t("issue")}
        </Button>
      </div>
      <p role="status" className="text-sm text-positive">
        {done ? t("issued") : ""}
      </p>
      {failure && <ErrorNotice title={failureText(refusals, failure)} reference={failure.requestId} />}
    </div>
  );
}
