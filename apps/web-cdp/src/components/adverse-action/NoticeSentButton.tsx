"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "#components/ui/Button.tsx";
import { ErrorNotice } from "#components/ui/ErrorNotice.tsx";
import { ApiError, callApi } from "#lib/call-api.ts";
import { adverseActionWords } from "./adverse-action-words.ts";

const words = adverseActionWords.sent;

/** Lets a lender say that the notice of a draft was sent. */
export function NoticeSentButton({ borrower, id }: { readonly borrower: string; readonly id: string }) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiError | null>(null);

  async function mark() {
    setBusy(true);
    setFailure(null);
    try {
      await callApi(`/api/borrowers/${borrower}/adverse-action/${id}/sent`, { method: "POST" });
      router.refresh();
    } catch (error) {
      setFailure(error instanceof ApiError ? error : new ApiError("unexpected", words.failed));
    } finally {
      setBusy(false);
    }
  }

  return (
    <div className="no-print mt-6 space-y-3">
      <div className="flex flex-wrap items-center gap-3">
        <Button variant="secondary" busy={busy} onClick={mark}>
          {words.button}
        </Button>
        <p className="max-w-prose text-sm text-ink-soft">{words.text}</p>
      </div>
      {failure && <ErrorNotice title={failure.message} reference={failure.requestId} />}
    </div>
  );
}
