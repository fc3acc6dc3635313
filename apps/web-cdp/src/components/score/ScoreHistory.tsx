import { BarChart } from "#components/charts/BarChart.tsx";
import { DataTable } from "#components/ui/DataTable.tsx";
import { formatDateTime, formatDayShort, formatDelta, formatScore, type Locale } from "#lib/format.ts";
import type { ScoreHistoryEntry } from "#server/contract.ts";

const drawn = 12;

/** How the score has moved from import to import. */
export function ScoreHistory({
  entries,
  locale,
}: {
  readonly entries: readonly ScoreHistoryEntry[];
  readonly locale: Locale;
}) {
  const oldestFirst = [...entries].sort((a, b) => Date.parse(a.asOf) - Date.parse(b.asOf));
  const rows = oldestFirst.map((entry, index) => ({ ...entry, before: oldestFirst[index - 1] ?? null })).reverse();
  return (
    <BarChart
      title="Score after each import"
      caption={`The last ${Math.min(drawn, entries.length)} of ${entries.length}.`}
      max={100}
      bars={oldestFirst.slice(-drawn).map((entry) => ({
        key: entry.snapshotHash + entry.asOf,
        label: formatDayShort(locale, entry.asOf),
        value: entry.score,
        display: formatScore(locale, entry.score),
      }))}
      formatTick={(value) => String(value)}
      table={
        <DataTable
          caption="Scores, newest first"
          captionHidden
          columns={[
            { key: "asOf", header: "As of", cell: (row) => formatDateTime(locale, row.asOf) },
            { key: "score", header: "Score", numeric: true, cell: (row) => formatScore(locale, row.score) },
            {
              key: "change",
              header: "Change",
              numeric: true,
              cell: (row) => (row.before ? formatDelta(locale, row.score - row.before.score) : "first"),
            },
            { key: "tier", header: "Tier", cell: (row) => (row.provisional ? `${row.tier}, provisional` : row.tier) },
          ]}
          rows={rows}
          rowKey={(row) => row.snapshotHash + row.asOf}
        />
      }
    />
  );
}
