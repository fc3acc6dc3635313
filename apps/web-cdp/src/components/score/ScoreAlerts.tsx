import type { ScoreAlert } from "@lendfriend/credit-score";
import { Notice, type NoticeTone } from "#components/ui/Notice.tsx";
import type { Locale } from "#lib/format.ts";
import { Said } from "./Said.tsx";

const looks: Readonly<Record<string, { readonly title: string; readonly tone: NoticeTone }>> = {
  REVENUE_DECLINE: { title: "Revenue has fallen sharply", tone: "danger" },
  MISSING_EXCHANGE_RATE: { title: "A currency was left out", tone: "caution" },
  UNKNOWN_STATUS: { title: "Some orders were left out", tone: "caution" },
  AMOUNTS_NOT_REPORTED: { title: "Some amounts were not reported", tone: "caution" },
  CONSENT_WITHHELD: { title: "A permission was not given", tone: "caution" },
  PROVISIONAL: { title: "This score is provisional", tone: "caution" },
};

/** What must not be missed beside the score. The decline comes first. */
export function ScoreAlerts({ alerts, locale }: { readonly alerts: readonly ScoreAlert[]; readonly locale: Locale }) {
  const ordered = [...alerts].sort((a, b) => rank(a) - rank(b));
  if (ordered.length === 0) return null;
  return (
    <div className="space-y-3">
      {ordered.map((alert) => {
        const look = looks[alert.code] ?? { title: "Please note", tone: "caution" };
        return (
          <Notice key={`${alert.code}${alert.text}`} tone={look.tone} title={look.title}>
            <p>
              <Said text={alert.text} said={alert.said} locale={locale} />
            </p>
          </Notice>
        );
      })}
    </div>
  );
}

function rank(alert: ScoreAlert): number {
  return alert.code === "REVENUE_DECLINE" ? 0 : 1;
}
