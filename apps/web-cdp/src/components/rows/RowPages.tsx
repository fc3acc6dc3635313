import Link from "next/link";
import { buttonClass } from "#components/ui/button-class.ts";
import { formatCount, type Locale } from "#lib/format.ts";
import type { FigureRowsReport } from "#server/figure-rows.ts";
import { rowsHref } from "./rows-href.ts";
import { rowsWords as words } from "./rows-words.ts";

interface RowPagesProps {
  readonly report: FigureRowsReport;
  readonly path: string;
  readonly locale: Locale;
}

/** The way through rows that fill more than a page. */
export function RowPages({ report, path, locale }: RowPagesProps) {
  const { figure, side, position, rows, nextPage, rowCount } = report;
  if (position === 0 && nextPage === null) return null;
  const all = side === "counted" && rowCount !== null ? formatCount(locale, rowCount) : null;
  const range = words.range(formatCount(locale, position + 1), formatCount(locale, position + rows.length), all);
  const look = buttonClass("secondary", "sm");
  return (
    <nav aria-label={range} className="no-print mt-4 flex flex-wrap items-center gap-3 text-sm text-ink-soft">
      {position > 0 && (
        <Link href={rowsHref(figure, { path, side })} prefetch={false} className={look}>
          {words.first}
        </Link>
      )}
      <span>{range}</span>
      {nextPage !== null && (
        <Link href={rowsHref(figure, { path, side, page: nextPage })} prefetch={false} className={look}>
          {words.next}
        </Link>
      )}
    </nav>
  );
}
