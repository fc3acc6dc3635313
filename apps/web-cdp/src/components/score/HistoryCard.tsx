import { ChartTable } from "#components/charts/BarChart.tsx";
import { Card } from "#components/ui/Card.tsx";
import { DataTable } from "#components/ui/DataTable.tsx";
import { formatDateTime, formatDelta, formatScore, type Locale } from "#lib/format.ts";
import type { ScoreHistoryEntry } from "#server/contract.ts";
import { wordsOf } from "#words/catalogue.ts";
import { tierName } from "#words/tier-name.ts";
import type { Translator } from "#words/translator.ts";
import { HistoryChart } from "./HistoryChart.tsx";
import { type HistoryPoint, layOutHistory } from "./history-layout.ts";

interface HistoryCardProps {
  /** Newest first. */
  readonly entries: readonly ScoreHistoryEntry[];
  readonly locale: Locale;
}

/** Rows of the table that paper has room for. */
const mostPrinted = 30;

/** How the score has moved: a drawing for the eye, and every score in a table. */
export function HistoryCard({ entries, locale }: HistoryCardProps) {
  const t = wordsOf(locale, "score");
  const layout = layOutHistory(entries);
  return (
    <Card title={t("history.title")} id="history" lead={entries.length > 1 ? t("history.lead") : t("history.one")}>
      <figure className="min-w-0">
        <HistoryChart layout={layout} locale={locale} />
        {entries.length > 1 && (
          <figcaption className="mt-2 max-w-prose text-sm text-ink-soft">
            {t("history.legend")} {layout.points.some(({ isOtherModel }) => isOtherModel) && t("history.modelLegend")}
          </figcaption>
        )}
        <ChartTable locale={locale} isPrinted={layout.points.length <= mostPrinted}>
          <HistoryTable points={[...layout.points].reverse()} locale={locale} />
        </ChartTable>
      </figure>
    </Card>
  );
}

function HistoryTable({ points, locale }: { readonly points: readonly HistoryPoint[]; readonly locale: Locale }) {
  const t = wordsOf(locale, "score");
  const tiers = wordsOf(locale, "claims");
  return (
    <DataTable
      caption={t("history.caption")}
      captionHidden
      columns={[
        { key: "asOf", header: t("history.asOf"), cell: ({ entry }) => formatDateTime(locale, entry.asOf) },
        {
          key: "score",
          header: t("history.score"),
          numeric: true,
          cell: ({ entry }) => formatScore(locale, entry.score),
        },
        {
          key: "change",
          header: t("history.change"),
          numeric: true,
          cell: ({ entry, before }) =>
            before === null ? t("history.first") : formatDelta(locale, entry.score - before.score),
        },
        { key: "tier", header: t("history.tier"), cell: ({ entry }) => tierName(tiers, entry.tier) },
        { key: "notes", header: t("history.notes"), cell: (point) => notesOf(t, point).join(", ") },
      ]}
      rows={points}
      rowKey={({ entry }) => `${entry.snapshotHash} ${entry.asOf}`}
    />
  );
}

function notesOf(t: Translator<"score">, { entry, gapDays, isOtherModel }: HistoryPoint): readonly string[] {
  return [
    ...(entry.provisional ? [t("history.provisional")] : []),
    ...(isOtherModel ? [t("history.newModel", { model: entry.model })] : []),
    ...(gapDays === null ? [] : [t("history.gap", { days: gapDays })]),
  ];
}
