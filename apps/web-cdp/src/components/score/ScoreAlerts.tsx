import type { ScoreAlert } from "@lendfriend/credit-score";
import { Notice, type NoticeTone } from "#components/ui/Notice.tsx";
import type { Locale } from "#lib/format.ts";
import { wordsOf } from "#words/catalogue.ts";
import { Said } from "./Said.tsx";

/** What must not be missed beside the score. The decline comes first. */
export function ScoreAlerts({ alerts, locale }: { readonly alerts: readonly ScoreAlert[]; readonly locale: Locale }) {
  const ordered = [...alerts].sort((a, b) => rank(a) - rank(b));
  if (ordered.length === 0) return null;
  const t = wordsOf(locale, "score");
  return (
    <div className="space-y-3">
      {ordered.map((alert) => {
        const key = `alert.${alert.code}` as const;
        return (
          <Notice key={`${alert.code}${alert.text}`} tone={toneOf(alert)} title={t(t.has(key) ? key : "alert.other")}>
            <p>
              <Said text={alert.text} said={alert.said} locale={locale} />
            </p>
          </Notice>
        );
      })}
    </div>
  );
}

function toneOf(alert: ScoreAlert): NoticeTone {
  return alert.code === "REVENUE_DECLINE" ? "danger" : "caution";
}

function rank(alert: ScoreAlert): number {
  return alert.code === "REVENUE_DECLINE" ? 0 : 1;
}
