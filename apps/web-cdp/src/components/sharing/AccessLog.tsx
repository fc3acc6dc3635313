import { DataTable } from "#components/ui/DataTable.tsx";
import { formatDateTime, formatWallet, type Locale } from "#lib/format.ts";
import type { AccessEntry } from "#server/contract.ts";
import { scopeWords } from "./share-scopes.ts";

/** Who looked at the score, when, and under which share. */
export function AccessLog({ entries, locale }: { readonly entries: readonly AccessEntry[]; readonly locale: Locale }) {
  if (entries.length === 0) {
    return <p className="text-sm text-ink-soft">Nobody has looked yet. Every look of a lender is listed here.</p>;
  }
  return (
    <DataTable
      caption="Looks of lenders, newest first"
      captionHidden
      columns={[
        {
          key: "lender",
          header: "Lender",
          cell: (entry) => (
            <span className="font-mono" title={entry.lender}>
              {formatWallet(entry.lender)}
            </span>
          ),
        },
        { key: "scope", header: "Saw", cell: (entry) => scopeWords[entry.scope].name },
        {
          key: "readAt",
          header: "When",
          cell: (entry) => <time dateTime={entry.readAt}>{formatDateTime(locale, entry.readAt)}</time>,
        },
      ]}
      rows={entries}
      rowKey={(entry) => `${entry.shareId} ${entry.readAt}`}
    />
  );
}
