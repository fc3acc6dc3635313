"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Badge } from "#components/ui/Badge.tsx";
import { Button } from "#components/ui/Button.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { ApiError, callApi } from "#lib/call-api.ts";
import { forgetWallet } from "#lib/wallet/used-wallet.ts";
import { securityWords as words } from "./security-words.ts";

interface SessionRow {
  readonly id: string;
  readonly device: string;
  readonly lastUsed: string;
  readonly current: boolean;
}

/** The open sessions; each other one can be ended, or all of them at once. */
export function SessionList({ rows }: { readonly rows: readonly SessionRow[] }) {
  const router = useRouter();
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
      setTold(words.ended);
      router.refresh();
    } catch (error) {
      setFailure(error instanceof ApiError ? error.message : words.failed);
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
                {current && <Badge tone="positive">{words.here}</Badge>}
              </p>
              <p className="text-ink-soft">{words.lastUsed(lastUsed)}</p>
            </div>
            {!current && (
              <Button
                variant="secondary"
                size="sm"
                busy={busy === id}
                onClick={() => end(id)}
                aria-label={words.endOf(device, lastUsed)}
              >
                {words.end}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {asking ? (
        <div className="flex flex-wrap items-center gap-2 text-sm">
          <span>{words.endAllAsk}</span>
          <Button variant="danger" size="sm" busy={busy === "all"} onClick={() => end(null)}>
            {words.endAllNow}
          </Button>
          <Button variant="quiet" size="sm" onClick={() => setAsking(false)}>
            {words.keep}
          </Button>
        </div>
      ) : (
        <Button variant="secondary" size="sm" onClick={() => setAsking(true)}>
          {words.endAll}
        </Button>
      )}
    </div>
  );
}
