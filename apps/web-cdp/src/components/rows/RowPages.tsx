import Link from "next/link";
import { buttonClass } from "#components/ui/button-class.ts";
import type { Locale } from "#lib/format.ts";
import type { FigureRowsReport } from "#server/figure-rows.ts";
import { wordsOf } from "#words/catalogue.ts";
import { rowsHref } from "./rows-href.ts";

interface RowPagesProps {
  readonly report: FigureRowsReport;
  readonly locale: Locale;
}

/** The way through rows that fill more than a page. */
export function RowPages({ report, locale }: RowPagesProps) {
  const { figure, side, position, rows, nextPage, rowCount } = report;
  if (position === 0 && nextPage === null) return null;
  const t = wordsOf(locale, "rows");
  const shown = { from: position + 1, to: position + rows.length };
  const range = side === "counted" && rowCount !== null ? t("rangeOf", { ...shown, all: rowCount }) : t("range", shown);
  const look = buttonClass("secondary", "sm");
  return (
    <nav aria-label={range} className="no-print mt-4 flex flex-wrap items-center gap-3 text-sm text-ink-soft">
      {position > 0 && (
        <Link href={rowsHref(figure, { side })} prefetch={false} className={look}>
          {t("first")}
        </Link>
      )}
      <span>{range}</span>
      {nextPage !== null && (
        <Link href={rowsHref(figure, { side, page: nextPage })} prefetch={false} className={look}>
          {t("next")}
        </Link>
      )}
    </nav>
  );
}
