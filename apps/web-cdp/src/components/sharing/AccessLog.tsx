import { DataTable } from "#components/ui/DataTable.tsx";
import { formatDateTime, formatWallet, type Locale } from "#lib/format.ts";
import type { AccessEntry } from "#server/contract.ts";
import { wordsOf } from "#words/catalogue.ts";

/** Who looked at the score, when, and under which share. */
export function AccessLog({ entries, locale }: { readonly entries: readonly AccessEntry[]; readonly locale: Locale }) {
  const t = wordsOf(locale, "sharing");
  if (entries.length === 0) return <p className="text-sm text-ink-soft">{t("log.none")}</p>;
  return (
    <DataTable
      caption={t("log.caption")}
      captionHidden
      columns={[
        {
          key: "lender",
          header: t("log.lender"),
          cell: (entry) => (
            <span className="font-mono" title={entry.lender}>
              {formatWallet(entry.lender)}
            </span>
          ),
        },
        { key: "scope", header: t("log.scope"), cell: (entry) => t(`scope.${entry.scope}.name`) },
        {
          key: "readAt",
          header: t("log.readAt"),
          cell: (entry) => <time dateTime={entry.readAt}>{formatDateTime(locale, entry.readAt)}</time>,
        },
      ]}
      rows={entries}
      rowKey={(entry) => `${entry.shareId} ${entry.readAt}`}
    />
  );
}
