"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { usePageFacts } from "#components/shell/PageContext.tsx";
import { Badge, type BadgeTone } from "#components/ui/Badge.tsx";
import { Button } from "#components/ui/Button.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { callApi } from "#lib/call-api.ts";
import { formatDate, formatWallet } from "#lib/format.ts";
import type { Share } from "#server/contract.ts";
import { failureText } from "#words/failure-text.ts";
import { useWords } from "#words/use-words.ts";

const tones = { live: "positive", expired: "neutral", revoked: "neutral" } as const satisfies Record<
  Share["status"],
  BadgeTone
>;

/** As many as are listed at once. */
const mostShares = 500;

/** Shares, the live ones with the way to take them back. A full list may lack ended ones. */
export function ShareList({ shares }: { readonly shares: readonly Share[] }) {
  const { locale } = usePageFacts();
  const router = useRouter();
  const t = useWords("sharing");
  const refusals = useWords("failures");
  const [asking, setAsking] = useState<string | null>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [revoked, setRevoked] = useState<string | null>(null);

  async function revoke(share: Share) {
    setBusy(share.id);
    setFailure(null);
    try {
      await callApi(`/api/shares/${encodeURIComponent(share.id)}`, { method: "DELETE" });
      setRevoked(share.lender);
      setAsking(null);
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
        {revoked ? t("list.revoked", { wallet: formatWallet(revoked) }) : ""}
      </p>
      <ul className="divide-y divide-line">
        {shares.map((share) => (
          <li key={share.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3 text-sm">
            <div className="min-w-0 flex-1 basis-64">
              <p className="flex flex-wrap items-center gap-2">
                <span className="font-mono" title={share.lender}>
                  {formatWallet(share.lender)}
                </span>
                <Badge tone={tones[share.status]}>{t(`list.state.${share.status}`)}</Badge>
              </p>
              <p className="mt-1 break-words text-ink-soft">
                {t("list.entry", { scope: t(`scope.${share.scope}.name`), purpose: share.purpose })}
              </p>
              <p className="text-ink-soft">
                {t("list.period", {
                  from: formatDate(locale, share.createdAt),
                  until: formatDate(locale, share.revokedAt ?? share.expiresAt),
                })}
              </p>
            </div>
            {share.status === "live" &&
              (asking === share.id ? (
                <div className="flex flex-wrap items-center gap-2">
                  <span>{t("list.revokeAsk")}</span>
                  <Button variant="danger" size="sm" busy={busy === share.id} onClick={() => revoke(share)}>
                    {t("list.revokeNow")}
                  </Button>
                  <Button variant="quiet" size="sm" onClick={() => setAsking(null)}>
                    {t("list.keep")}
                  </Button>
                </div>
              ) : (
                <Button
                  variant="secondary"
                  size="sm"
                  onClick={() => setAsking(share.id)}
                  aria-label={t("list.revokeOf", { wallet: formatWallet(share.lender) })}
                >
                  {t("list.revoke")}
                </Button>
              ))}
          </li>
        ))}
      </ul>
      {shares.length >= mostShares && <p className="text-sm text-ink-soft">{t("list.older")}</p>}
    </div>
  );
}
