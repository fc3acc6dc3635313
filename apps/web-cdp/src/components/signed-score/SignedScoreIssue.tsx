"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "#components/ui/Button.tsx";
import { ErrorNotice } from "#components/ui/ErrorNotice.tsx";
import { Field, inputClass } from "#components/ui/Field.tsx";
import { ApiError, callApi } from "#lib/call-api.ts";
import { createOnceKeys } from "#lib/once-keys.ts";
import { signedScoreWords as words } from "./signed-score-words.ts";

const lives = [7, 30, 60, 90];

/** Has the newest complete score signed, for some days. */
export function SignedScoreIssue() {
  const router = useRouter();
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
      setFailure(error instanceof ApiError ? error : new ApiError("unexpected", words.failed));
    } finally {
      setBusy(false);
    }
  }

  return (
    <div className="space-y-4">
      <p className="max-w-prose text-sm text-ink-soft">{words.always}</p>
      <div className="flex flex-wrap items-end gap-3">
        <Field label={words.days}>
          {(control) => (
            <select
              {...control}
              className={inputClass}
              value={days}
              onChange={(event) => setDays(Number(event.target.value))}
            >
              {lives.map((life) => (
                <option key={life} value={life}>{`${life} ${words.daysUnit}`}</option>
              ))}
            </select>
          )}
        </Field>
        <Button busy={busy} onClick={issue}>
          {words.issue}
        </Button>
      </div>
      <p role="status" className="text-sm text-positive">
        {done ? words.issued : ""}
      </p>
      {failure && <ErrorNotice title={failure.message} reference={failure.requestId} />}
    </div>
  );
}
