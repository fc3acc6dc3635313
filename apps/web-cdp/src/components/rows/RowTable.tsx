import { type Column, DataTable } from "#components/ui/DataTable.tsx";
import { formatCount, formatDateTime, formatMoney, formatNumber, type Locale } from "#lib/format.ts";
import { rowsOfFigure } from "#server/figure-catalogue.ts";
import type { FigureRow, FigureRowsReport } from "#server/figure-rows.ts";
import { wordsOf } from "#words/catalogue.ts";
import { reasonName } from "./reason-name.ts";
import { kindWords, rowsWords as words } from "./rows-words.ts";

interface RowTableProps {
  readonly report: FigureRowsReport;
  readonly locale: Locale;
}

const daySeconds = 86_400;

/** One page of rows, with what each counts or why it does not. */
export function RowTable({ report, locale }: RowTableProps) {
  const measure = rowsOfFigure(report.figure)?.measure ?? "count";
  return (
    <DataTable
      caption={report.side === "counted" ? words.counted : words.leftOut}
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
  const { columns } = words;
  const figures = wordsOf(locale, "figures");
  return [
    { key: "row", header: columns.row, cell: (row) => <RowName row={row} /> },
    { key: "date", header: columns.date, cell: ({ at }) => formatDateTime(locale, at) },
    { key: "shop", header: columns.shop, wideOnly: true, cell: ({ shopId }) => <Id text={shopId ?? "–"} /> },
    {
      key: "reported",
      header: columns.reported,
      numeric: true,
      cell: ({ amount, currency }) => formatMoney(locale, amount, currency),
    },
    {
      key: "counts",
      header: columns.counts,
      numeric: true,
      cell: ({ counted, currency }) => formatMoney(locale, counted, currency),
    },
    {
      key: "usd",
      header: columns.usd,
      numeric: true,
      wideOnly: true,
      cell: ({ countedUsd }) => formatMoney(locale, countedUsd, "USD"),
    },
    {
      key: "rate",
      header: columns.rate,
      wideOnly: true,
      cell: ({ unitsPerUsd, currency }) =>
        unitsPerUsd === null || currency === null || currency === "USD" ? "–" : words.rate(unitsPerUsd, currency),
    },
    {
      key: "items",
      header: columns.items,
      numeric: true,
      cell: ({ quantity }) => (quantity === null ? "–" : formatCount(locale, quantity)),
    },
    {
      key: "days",
      header: columns.days,
      numeric: true,
      cell: ({ quantity }) => (quantity === null ? "–" : formatNumber(locale, quantity / daySeconds, 1)),
    },
    { key: "why", header: columns.why, cell: ({ reason }) => (reason === null ? "–" : reasonName(figures, reason)) },
  ];
}

function RowName({ row }: { readonly row: FigureRow }) {
  return (
    <span className="block min-w-36 font-normal">
      <span className="block font-medium">{kindWords[row.kind]}</span>
      <Id text={row.id} />
      {row.orderId !== null && (
        <span className="block text-xs text-ink-soft">
          {words.ofOrder} <Id text={row.orderId} />
        </span>
      )}
      {row.label !== null && <span className="block text-xs break-words text-ink-soft">{row.label}</span>}
    </span>
  );
}

function Id({ text }: { readonly text: string }) {
  return <span className="font-mono text-xs break-all">{text}</span>;
}
