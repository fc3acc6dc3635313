import { Badge, type BadgeTone } from "#components/ui/Badge.tsx";
import { Card } from "#components/ui/Card.tsx";
import { formatDate, formatDateTime, formatRelative, type Locale } from "#lib/format.ts";
import type { SharedScore } from "#server/contract.ts";
import { wordsOf } from "#words/catalogue.ts";

interface ShareTermsProps {
  readonly share: SharedScore["share"];
  readonly connections: SharedScore["connections"];
  readonly locale: Locale;
  readonly now: string;
}

/** What a borrower shared, for what and until when, and the accounts behind it. */
export function ShareTerms({ share, connections, locale, now }: ShareTermsProps) {
  const t = wordsOf(locale, "lender");
  const account = wordsOf(locale, "connections");
  return (
    <Card title={t("terms.title")} id="terms">
      <dl className="grid gap-x-6 gap-y-4 text-sm sm:grid-cols-2 lg:grid-cols-4">
        <div>
          <dt className="text-ink-soft">{t("terms.scope")}</dt>
          <dd className="font-medium">{wordsOf(locale, "sharing")(`scope.${share.scope}.name`)}</dd>
        </div>
        <div className="min-w-0">
          <dt className="text-ink-soft">{t("terms.purpose")}</dt>
          <dd className="font-medium break-words">{share.purpose}</dd>
        </div>
        <div>
          <dt className="text-ink-soft">{t("terms.sharedOn")}</dt>
          <dd className="font-medium">{formatDate(locale, share.createdAt)}</dd>
        </div>
        <div>
          <dt className="text-ink-soft">{t("terms.ends")}</dt>
          <dd className="font-medium">{t("terms.endsOn", { date: formatDate(locale, share.expiresAt) })}</dd>
        </div>
      </dl>
      <ul aria-label={t("terms.accounts")} className="mt-5 divide-y divide-line border-t border-line text-sm">
        {connections.map((connection, index) => (
          <li
            key={`${connection.account}${index.toString()}`}
            className="flex flex-wrap items-center justify-between gap-2 py-2.5"
          >
            <span className="min-w-0 break-words">
              {connection.displayName ?? "TikTok Shop"} · {account(`card.${connection.account}`)}
            </span>
            <span className="flex flex-wrap items-center gap-3 text-ink-soft">
              <Badge tone={stateTones[connection.status]}>{t(`terms.state.${connection.status}`)}</Badge>
              {connection.lastSyncedAt === null ? (
                t("terms.neverSynced")
              ) : (
                <time dateTime={connection.lastSyncedAt} title={formatDateTime(locale, connection.lastSyncedAt)}>
                  {t("terms.synced", { when: formatRelative(locale, connection.lastSyncedAt, now) })}
                </time>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

const stateTones = {
  importing: "notice",
  active: "positive",
  needs_reconnect: "caution",
  error: "caution",
  disconnected: "caution",
} as const satisfies Record<SharedScore["connections"][number]["status"], BadgeTone>;
