import { DataTable } from "#components/ui/DataTable.tsx";
import { formatCount, formatDateTime, formatWallet, type Locale } from "#lib/format.ts";
import type { AccessEntry } from "#server/contract.ts";
import { wordsOf } from "#words/catalogue.ts";
import { lookDays } from "./look-days.ts";

/** As many as the log tells at once. */
const mostEntries = 500;

/** Who looked at the score, when last and how often on each day, and under which share. A full log may lack looks of a day. */
export function AccessLog({ entries, locale }: { readonly entries: readonly AccessEntry[]; readonly locale: Locale }) {
  const t = wordsOf(locale, "sharing");
  if (entries.length === 0) return <p className="text-sm text-ink-soft">{t("log.none")}</p>;
  const isFull = entries.length >= mostEntries;
  const countText = (count: number) => `${isFull ? "≥ " : ""}${formatCount(locale, count)}`;
  return (
    <>
      <DataTable
        caption={t("log.caption")}
        captionHidden
        columns={[
          {
            key: "lender",
            header: t("log.lender"),
            cell: (day) => (
              <span className="font-mono" title={day.lender}>
                {formatWallet(day.lender)}
              </span>
            ),
          },
          {
            key: "scope",
            header: t("log.scope"),
            cell: (day) => (day.place === "list" ? t("log.listed") : t(`scope.${day.scope}.name`)),
          },
          {
            key: "readAt",
            header: t("log.readAt"),
            cell: (day) => <time dateTime={day.readAt}>{formatDateTime(locale, day.readAt)}</time>,
          },
          { key: "count", header: t("log.count"), numeric: true, cell: (day) => countText(day.count) },
        ]}
        rows={lookDays(entries)}
        rowKey={(day) => `${day.shareId} ${day.place} ${day.readAt}`}
      />
      {isFull && <p className="mt-3 text-sm text-ink-soft">{t("log.older")}</p>}
    </>
  );
}
