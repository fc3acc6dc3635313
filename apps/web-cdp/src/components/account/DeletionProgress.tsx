"use client";

import { useEffect, useState } from "react";
import { Button } from "#components/ui/Button.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { callApi } from "#lib/call-api.ts";
import type { AccountDeletion } from "#server/contract.ts";
import { accountWords as words } from "./account-words.ts";

const lookMs = 1_500;
const mostLooks = 60;

interface DeletionProgressProps {
  readonly id: string;
  readonly onLeave: () => void;
}

/** How far a deletion is, by its receipt: there is no session any more. */
export function DeletionProgress({ id, onLeave }: DeletionProgressProps) {
  const [looks, setLooks] = useState(0);
  const [erased, setErased] = useState(false);

  useEffect(() => {
    if (erased || looks >= mostLooks) return;
    const timer = setTimeout(async () => {
      const answer = await callApi<AccountDeletion>(`/api/account/deletions/${id}`).catch(() => null);
      setErased(answer?.state === "erased");
      setLooks(looks + 1);
    }, lookMs);
    return () => clearTimeout(timer);
  }, [id, erased, looks]);

  return (
    <div className="space-y-4 text-sm">
      <Notice tone={erased ? "positive" : "notice"} role="status" title={erased ? words.erased : words.ended}>
        {!erased && <p>{looks < mostLooks ? words.erasing : words.late}</p>}
      </Notice>
      <p className="break-all text-ink-soft">{words.receipt(id)}</p>
      <Button onClick={onLeave}>{words.leave}</Button>
    </div>
  );
}
