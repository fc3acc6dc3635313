"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { Button } from "#components/ui/Button.tsx";
import { Refusal } from "#components/ui/Refusal.tsx";
import { type ApiFailure, tryApi } from "#lib/try-api.ts";
import type { adverseActionWords } from "./adverse-action-words.ts";

interface NoticeSentButtonProps {
  readonly borrower: string;
  readonly id: string;
  /** Given by the server, so that the page's script holds none of the other words. */
  readonly words: Pick<typeof adverseActionWords.sent, "button" | "failed">;
  readonly children: ReactNode;
}

/** Lets a lender say that the notice of a draft was sent. */
export function NoticeSentButton({ borrower, id, words, children }: NoticeSentButtonProps) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiFailure | null>(null);

  async function mark() {
    setBusy(true);
    setFailure(null);
    const { failure: refused } = await tryApi(`/api/borrowers/${borrower}/adverse-action/${id}/sent`, {
      method: "POST",
    });
    setFailure(refused);
    setBusy(false);
    if (refused === null) router.refresh();
  }

  return (
    <div className="no-print mt-6 space-y-3">
      <div className="flex flex-wrap items-center gap-3">
        <Button variant="secondary" busy={busy} onClick={mark}>
          {words.button}
        </Button>
        {children}
      </div>
      {failure && <Refusal text={failure.message ?? words.failed} reference={failure.requestId} />}
    </div>
  );
}
