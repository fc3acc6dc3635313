import { ChartTable } from "#components/charts/BarChart.tsx";
import { Card } from "#components/ui/Card.tsx";
import { DataTable } from "#components/ui/DataTable.tsx";
import { formatDateTime, formatDelta, formatScore, type Locale } from "#lib/format.ts";
import type { ScoreHistoryEntry } from "#server/contract.ts";
import { HistoryChart } from "./HistoryChart.tsx";
import { type HistoryPoint, layOutHistory } from "./history-layout.ts";
import { historyWords as words } from "./history-words.ts";

interface HistoryCardProps {
  /** Newest first. */
  readonly entries: readonly ScoreHistoryEntry[];
  readonly locale: Locale;
}

/** Rows of the table that paper has room for. */
const mostPrinted = 30;

/** How the score has moved: a drawing for the eye, and every score in a table. */
export function HistoryCard({ entries, locale }: HistoryCardProps) {
  const layout = layOutHistory(entries);
  return (
    <Card title={words.title} id="history" lead={entries.length > 1 ? words.lead : words.one}>
      <figure className="min-w-0">
        <HistoryChart layout={layout} locale={locale} />
        {entries.length > 1 && (
          <figcaption className="mt-2 max-w-prose text-sm text-ink-soft">
            {words.legend} {layout.points.some(({ isOtherModel }) => isOtherModel) && words.modelLegend}
          </figcaption>
        )}
        <ChartTable isPrinted={layout.points.length <= mostPrinted}>
          <HistoryTable points={[...layout.points].reverse()} locale={locale} />
        </ChartTable>
      </figure>
    </Card>
  );
}

function HistoryTable({ points, locale }: { readonly points: readonly HistoryPoint[]; readonly locale: Locale }) {
  return (
    <DataTable
      caption={words.caption}
      captionHidden
      columns={[
        { key: "asOf", header: words.columns.asOf, cell: ({ entry }) => formatDateTime(locale, entry.asOf) },
        {
          key: "score",
          header: words.columns.score,
          numeric: true,
          cell: ({ entry }) => formatScore(locale, entry.score),
        },
        {
          key: "change",
          header: words.columns.change,
          numeric: true,
          cell: ({ entry, before }) =>
            before === null ? words.first : formatDelta(locale, entry.score - before.score),
        },
        { key: "tier", header: words.columns.tier, cell: ({ entry }) => entry.tier },
        { key: "notes", header: words.columns.notes, cell: (point) => notesOf(point).join(", ") },
      ]}
      rows={points}
      rowKey={({ entry }) => `${entry.snapshotHash} ${entry.asOf}`}
    />
  );
}

function notesOf({ entry, gapDays, isOtherModel }: HistoryPoint): readonly string[] {
  return [
    ...(entry.provisional ? [words.provisional] : []),
    ...(isOtherModel ? [words.newModel(entry.model)] : []),
    ...(gapDays === null ? [] : [words.gap(gapDays)]),
  ];
}
