"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { usePageFacts } from "#components/shell/PageContext.tsx";
import { Badge, type BadgeTone } from "#components/ui/Badge.tsx";
import { Button } from "#components/ui/Button.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { callApi } from "#lib/call-api.ts";
import { formatDate, formatScore } from "#lib/format.ts";
import type { SignedScoreEntry } from "#server/contract.ts";
import { failureText } from "#words/failure-text.ts";
import { tierName } from "#words/tier-name.ts";
import { useWords } from "#words/use-words.ts";
import { SignedScoreFile } from "./SignedScoreFile.tsx";

const tones = { live: "positive", expired: "neutral", revoked: "neutral" } as const satisfies Record<
  SignedScoreEntry["status"],
  BadgeTone
>;

/** Every signed score, those in force with their files and the way to revoke them. */
export function SignedScoreList({ entries }: { readonly entries: readonly SignedScoreEntry[] }) {
  const { locale } = usePageFacts();
  const router = useRouter();
  const t = useWords("signedScore");
  const claims = useWords("claims");
  const refusals = useWords("failures");
  const [open, setOpen] = useState<string | null>(null);
  const [asking, setAsking] = useState<string | null>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const [said, setSaid] = useState("");
  const [failure, setFailure] = useState<string | null>(null);

  async function revoke(id: string) {
    setBusy(id);
    setFailure(null);
    try {
      await callApi(`/api/signed-scores/${encodeURIComponent(id)}`, { method: "DELETE" });
      setSaid(t("revokedDone"));
      setAsking(null);
      setOpen(null);
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
      <p role="status" className="text-sm text-ink-soft">
        {said}
      </p>
      <ul className="divide-y divide-line border-t border-line">
        {entries.map((entry) => (
          <li key={entry.id} className="space-y-4 py-3 text-sm">
            <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
              <div className="min-w-0">
                <p className="flex flex-wrap items-center gap-2 font-medium">
                  {t("entry", {
                    tier: tierName(claims, entry.statement.tier),
                    score: formatScore(locale, entry.statement.scoreMillipoints / 1_000),
                  })}
                  <Badge tone={tones[entry.status]}>{t(`state.${entry.status}`)}</Badge>
                </p>
                <p className="text-ink-soft">
                  {t("period", {
                    from: formatDate(locale, entry.issuedAt),
                    until: formatDate(locale, entry.revokedAt ?? entry.expiresAt),
                  })}
                </p>
              </div>
              {entry.status === "live" &&
                (asking === entry.id ? (
                  <div className="flex flex-wrap items-center gap-2">
                    <span>{t("revokeAsk")}</span>
                    <Button variant="danger" size="sm" busy={busy === entry.id} onClick={() => revoke(entry.id)}>
                      {t("revokeNow")}
                    </Button>
                    <Button variant="quiet" size="sm" onClick={() => setAsking(null)}>
                      {t("keep")}
                    </Button>
                  </div>
                ) : (
                  <div className="flex flex-wrap gap-2">
                    <Button
                      size="sm"
                      aria-expanded={open === entry.id}
                      onClick={() => setOpen(open === entry.id ? null : entry.id)}
                    >
                      {t(open === entry.id ? "close" : "prepare")}
                    </Button>
                    <Button variant="secondary" size="sm" onClick={() => setAsking(entry.id)}>
                      {t("revoke")}
                    </Button>
                  </div>
                ))}
            </div>
            {open === entry.id && entry.status === "live" && <SignedScoreFile entry={entry} />}
          </li>
        ))}
      </ul>
    </div>
  );
}
