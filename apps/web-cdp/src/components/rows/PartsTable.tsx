import Link from "next/link";
import { DataTable } from "#components/ui/DataTable.tsx";
import { formatCount, type Locale } from "#lib/format.ts";
import type { ComparedFigure } from "#server/figure-rows.ts";
import { figureName } from "./figure-name.ts";
import { figureText } from "./figure-text.ts";
import { rowsHref } from "./rows-href.ts";
import { rowsWords as words } from "./rows-words.ts";

interface PartsTableProps {
  readonly parts: readonly ComparedFigure[];
  readonly locale: Locale;
}

/** What a ratio, a median or a series is made of, each leading to its own rows. */
export function PartsTable({ parts, locale }: PartsTableProps) {
  return (
    <DataTable
      caption={words.partsTable}
      captionHidden
      columns={[
        {
          key: "part",
          header: words.partsColumns.part,
          cell: (part) => (
            <Link href={rowsHref(part.figure)} prefetch={false} className="inline-flex min-h-6 items-center underline">
              {figureName(locale, part)}
            </Link>
          ),
        },
        {
          key: "stated",
          header: words.partsColumns.stated,
          numeric: true,
          cell: (part) => figureText(locale, part.stated),
        },
        {
          key: "total",
          header: words.partsColumns.total,
          numeric: true,
          cell: (part) => figureText(locale, part.total),
        },
        {
          key: "rows",
          header: words.partsColumns.rows,
          numeric: true,
          cell: (part) => (part.rowCount === null ? "–" : formatCount(locale, part.rowCount)),
        },
      ]}
      rows={parts}
      rowKey={(part) => part.figure}
    />
  );
}
