import { type Column, DataTable } from "#components/ui/DataTable.tsx";
import {
  formatCount,
  formatDate,
  formatDecimal,
  formatMoney,
  formatNumber,
  formatTime,
  type Locale,
} from "#lib/format.ts";
import { rowsOfFigure } from "#server/figure-catalogue.ts";
import type { FigureRow, FigureRowsReport } from "#server/figure-rows.ts";
import { wordsOf } from "#words/catalogue.ts";
import type { Translator } from "#words/translator.ts";
import { reasonName } from "./reason-name.ts";

interface RowTableProps {
  readonly report: FigureRowsReport;
  readonly locale: Locale;
}

const daySeconds = 86_400;

/** One page of rows, with what each counts or why it does not. */
export function RowTable({ report, locale }: RowTableProps) {
  const t = wordsOf(locale, "rows");
  const measure = rowsOfFigure(report.figure)?.measure ?? "count";
  return (
    <DataTable
      caption={t(`side.${report.side}`)}
      captionHidden
      columns={columnsOf(locale).filter(({ key }) => shownColumns(report.side, measure).includes(key))}
      rows={report.rows}
      rowKey={(row) => String(row.number)}
    />
  );
}

function shownColumns(side: FigureRowsReport["side"], measure: string): readonly string[] {
  const shared = ["row", "date", "shop", "reported"];
  if (side === "left_out") return [...shared, "why"];
  if (measure === "days") return ["row", "date", "shop", "days"];
  if (measure === "items") return ["row", "date", "shop", "items"];
  return [...shared, "counts", "usd", "rate", "why"];
}

function columnsOf(locale: Locale): readonly Column<FigureRow>[] {
  const t = wordsOf(locale, "rows");
  const figures = wordsOf(locale, "figures");
  return [
    { key: "row", header: t("column.row"), cell: (row) => <RowName row={row} t={t} /> },
    { key: "date", header: t("column.date"), cell: ({ at }) => <When at={at} locale={locale} /> },
    { key: "shop", header: t("column.shop"), wideOnly: true, cell: ({ shopId }) => <Id text={shopId ?? "–"} /> },
    {
      key: "reported",
      header: t("column.reported"),
      numeric: true,
      cell: ({ amount, currency }) => formatMoney(locale, amount, currency),
    },
    {
      key: "counts",
      header: t("column.counts"),
      numeric: true,
      cell: ({ counted, currency }) => formatMoney(locale, counted, currency),
    },
    {
      key: "usd",
      header: t("column.usd"),
      numeric: true,
      wideOnly: true,
      cell: ({ countedUsd }) => formatMoney(locale, countedUsd, "USD"),
    },
    {
      key: "rate",
      header: t("column.rate"),
      wideOnly: true,
      cell: ({ unitsPerUsd, currency }) =>
        unitsPerUsd === null || currency === null || currency === "USD"
          ? "–"
          : t("rate", { units: formatDecimal(locale, unitsPerUsd), currency }),
    },
    {
      key: "items",
      header: t("column.items"),
      numeric: true,
      cell: ({ quantity }) => (quantity === null ? "–" : formatCount(locale, quantity)),
    },
    {
      key: "days",
      header: t("column.days"),
      numeric: true,
      cell: ({ quantity }) => (quantity === null ? "–" : formatNumber(locale, quantity / daySeconds, 1)),
    },
    {
      key: "why",
      header: t("column.why"),
      cell: ({ reason }) => (
        <span className="block min-w-32">{reason === null ? "–" : reasonName(figures, reason)}</span>
      ),
    },
  ];
}

function RowName({ row, t }: { readonly row: FigureRow; readonly t: Translator<"rows"> }) {
  const { orderId } = row;
  return (
    <span className="block min-w-36 font-normal">
      <span className="block font-medium">{t(`kind.${row.kind}`)}</span>
      <Id text={row.id} />
      {orderId !== null && (
        <span className="block text-xs text-ink-soft">{t.rich("ofOrder", { id: () => <Id text={orderId} /> })}</span>
      )}
      {row.label !== null && <span className="block text-xs break-words text-ink-soft">{row.label}</span>}
    </span>
  );
}

/** Day above time, neither of which breaks on a phone. */
function When({ at, locale }: { readonly at: string | null; readonly locale: Locale }) {
  if (at === null) return "–";
  return (
    <time dateTime={at} className="whitespace-nowrap">
      <span className="block">{formatDate(locale, at)}</span>
      <span className="block text-xs text-ink-soft">{formatTime(locale, at)}</span>
    </time>
  );
}

function Id({ text }: { readonly text: string }) {
  return <span className="font-mono text-xs break-all">{text}</span>;
}
