"use client";

import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { Button } from "#components/ui/Button.tsx";
import { Refusal } from "#components/ui/Refusal.tsx";
import { useCall } from "./use-call.ts";

interface NoticeSentButtonProps {
  readonly borrower: string;
  readonly id: string;
  readonly words: { readonly button: string; readonly failed: string };
  readonly children: ReactNode;
}

/** Lets a lender say that the notice of a draft was sent. */
export function NoticeSentButton({ borrower, id, words, children }: NoticeSentButtonProps) {
  const router = useRouter();
  const { busy, refusal, call } = useCall(words.failed);

  async function mark() {
    if (await call(`/api/borrowers/${borrower}/adverse-action/${id}/sent`, { method: "POST" })) router.refresh();
  }

  return (
    <div className="no-print mt-6 space-y-3">
      <div className="flex flex-wrap items-center gap-3">
        <Button variant="secondary" busy={busy} onClick={mark}>
          {words.button}
        </Button>
        {children}
      </div>
      {refusal && <Refusal {...refusal} />}
    </div>
  );
}
