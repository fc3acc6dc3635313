"use client";

import { useEffect, useState } from "react";
import { Button } from "#components/ui/Button.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { callApi } from "#lib/call-api.ts";
import type { AccountDeletion } from "#server/contract.ts";
import { useWords } from "#words/use-words.ts";

const lookMs = 1_500;
const mostLooks = 60;

interface DeletionProgressProps {
  readonly id: string;
  readonly onLeave: () => void;
}

/** How far a deletion is, by its receipt: there is no session any more. */
export function DeletionProgress({ id, onLeave }: DeletionProgressProps) {
  const t = useWords("account");
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
      <Notice tone={erased ? "positive" : "notice"} role="status" title={t(erased ? "erased" : "ended")}>
        {!erased && <p>{t(looks < mostLooks ? "erasing" : "late")}</p>}
      </Notice>
      <p className="break-all text-ink-soft">{t("receipt", { id })}</p>
      <Button onClick={onLeave}>{t("leave")}</Button>
    </div>
  );
}
