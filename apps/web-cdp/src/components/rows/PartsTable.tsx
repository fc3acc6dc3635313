import Link from "next/link";
import { DataTable } from "#components/ui/DataTable.tsx";
import { formatCount, type Locale } from "#lib/format.ts";
import type { ComparedFigure } from "#server/figure-rows.ts";
import { wordsOf } from "#words/catalogue.ts";
import { figureText } from "./figure-text.ts";
import { figureTitle } from "./figure-title.ts";
import { rowsHref } from "./rows-href.ts";

interface PartsTableProps {
  readonly parts: readonly ComparedFigure[];
  readonly locale: Locale;
}

/** What a ratio, a median or a series is made of, each leading to its own rows. */
export function PartsTable({ parts, locale }: PartsTableProps) {
  const t = wordsOf(locale, "rows");
  return (
    <DataTable
      caption={t("partsTable")}
      captionHidden
      columns={[
        {
          key: "part",
          header: t("partsColumn.part"),
          cell: (part) => (
            <Link href={rowsHref(part.figure)} prefetch={false} className="inline-flex min-h-6 items-center underline">
              {figureTitle(locale, part)}
            </Link>
          ),
        },
        {
          key: "stated",
          header: t("partsColumn.stated"),
          numeric: true,
          cell: (part) => figureText(locale, part.stated),
        },
        {
          key: "total",
          header: t("partsColumn.total"),
          numeric: true,
          cell: (part) => figureText(locale, part.total),
        },
        {
          key: "rows",
          header: t("partsColumn.rows"),
          numeric: true,
          cell: (part) => (part.rowCount === null ? "–" : formatCount(locale, part.rowCount)),
        },
      ]}
      rows={parts}
      rowKey={(part) => part.figure}
    />
  );
}
