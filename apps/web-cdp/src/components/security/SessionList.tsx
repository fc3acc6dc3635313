"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Badge } from "#components/ui/Badge.tsx";
import { Button } from "#components/ui/Button.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { callApi } from "#lib/call-api.ts";
import { forgetWallet } from "#lib/wallet/used-wallet.ts";
import { failureText } from "#words/failure-text.ts";
import { useWords } from "#words/use-words.ts";

interface SessionRow {
  readonly id: string;
  readonly device: string;
  readonly lastUsed: string;
  readonly current: boolean;
}

/** The open sessions; each other one can be ended, or all of them at once. */
export function SessionList({ rows }: { readonly rows: readonly SessionRow[] }) {
  const router = useRouter();
  const t = useWords("security");
  const refusals = useWords("failures");
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [told, setTold] = useState("");

  async function end(id: string | null) {
    setBusy(id ?? "all");
    setFailure(null);
    try {
      await callApi(id === null ? "/api/auth/sessions" : `/api/auth/sessions/${encodeURIComponent(id)}`, {
        method: "DELETE",
      });
      if (id === null) forgetWallet();
      setTold(t("ended"));
      router.refresh();
    } catch (error) {
      setFailure(failureText(refusals, error));
    } finally {
      setBusy(null);
    }
  }

  return (
    <div className="space-y-3">
      {failure && <Notice tone="danger" role="alert" title={failure} />}
      <p role="status" className="sr-only">
        {told}
      </p>
      <ul className="divide-y divide-line">
        {rows.map(({ id, device, lastUsed, current }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3 text-sm">
            <div className="min-w-0 flex-1 basis-48">
              <p className="flex flex-wrap items-center gap-2">
                {device}
                {current && <Badge tone="positive">{t("here")}</Badge>}
              </p>
              <p className="text-ink-soft">{t("lastUsed", { when: lastUsed })}</p>
            </div>
            {!current && (
              <Button
                variant="secondary"
                size="sm"
                busy={busy === id}
                onClick={() => end(id)}
                aria-label={t("endOf", { device, when: lastUsed })}
              >
                {t("end")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {asking ? (
        <div className="flex flex-wrap items-center gap-2 text-sm">
          <span>{t("endAllAsk")}</span>
          <Button variant="danger" size="sm" busy={busy === "all"} onClick={() => end(null)}>
            {t("endAllNow")}
          </Button>
          <Button variant="quiet" size="sm" onClick={() => setAsking(false)}>
            {t("keep")}
          </Button>
        </div>
      ) : (
        <Button variant="secondary" size="sm" onClick={() => setAsking(true)}>
          {t("endAll")}
        </Button>
      )}
    </div>
  );
}
