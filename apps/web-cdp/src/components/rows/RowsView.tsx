import Link from "next/link";
import { Card } from "#components/ui/Card.tsx";
import { DownloadLink } from "#components/ui/DownloadLink.tsx";
import { EmptyState } from "#components/ui/EmptyState.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { formatCount, type Locale } from "#lib/format.ts";
import { rowsOfFigure } from "#server/figure-catalogue.ts";
import type { FigureRowsReport, RowSide } from "#server/figure-rows.ts";
import { wordsOf } from "#words/catalogue.ts";
import { FigureFacts } from "./FigureFacts.tsx";
import { figureName } from "./figure-name.ts";
import { figureText } from "./figure-text.ts";
import { PartsTable } from "./PartsTable.tsx";
import { RefreshSoon } from "./RefreshSoon.tsx";
import { RowPages } from "./RowPages.tsx";
import { RowTable } from "./RowTable.tsx";
import { reasonName } from "./reason-name.ts";
import { rowsHref } from "./rows-href.ts";
import { rowsWords as words } from "./rows-words.ts";

interface RowsViewProps {
  readonly report: FigureRowsReport;
  readonly path: string;
  readonly locale: Locale;
}

/** A figure with its formula, its source and its rows, whose sum is the figure or says that it is not. */
export function RowsView({ report, path, locale }: RowsViewProps) {
  const isOfRows = rowsOfFigure(report.figure) !== null;
  return (
    <div className="space-y-6">
      <Card title={figureName(locale, report)} id="figure">
        {report.stated !== null && (
          <p className="mb-4 text-2xl font-semibold tabular-nums">{figureText(locale, report.stated)}</p>
        )}
        <FigureFacts figure={report.figure} asOf={report.asOf} locale={locale} />
      </Card>
      <State report={report} locale={locale} />
      {report.parts.length > 0 && (
        <Card title={words.partsTitle} id="parts">
          <PartsTable parts={report.parts} locale={locale} />
        </Card>
      )}
      {!isOfRows && report.parts.length === 0 && <EmptyState title={words.noRows}>{words.noRowsText}</EmptyState>}
      {isOfRows && report.status === "gathered" && <Rows report={report} path={path} locale={locale} />}
    </div>
  );
}

function State({ report, locale }: { readonly report: FigureRowsReport; readonly locale: Locale }) {
  if (report.status === "gathering") {
    return (
      <Notice title={words.gatheringTitle} role="status">
        <p>{words.gathering}</p>
        <RefreshSoon />
      </Notice>
    );
  }
  if (report.agrees !== false) return null;
  return (
    <Notice tone="caution" title={words.changedTitle}>
      <p>
        {report.total === null
          ? words.changedParts
          : words.changed(figureText(locale, report.stated), figureText(locale, report.total))}
      </p>
    </Notice>
  );
}

function Rows({ report, path, locale }: RowsViewProps) {
  const { figure, side, rows, rowCount, agrees, total } = report;
  const figures = wordsOf(locale, "figures");
  const sum = agrees === true ? words.exact : words.total;
  return (
    <Card title={words.rowsTitle} id="rows">
      {rowCount !== null && total !== null && (
        <p className="text-sm">{sum(formatCount(locale, rowCount), figureText(locale, total))}</p>
      )}
      <div className="no-print my-4 flex flex-wrap items-center justify-between gap-3">
        {report.leftOut.length > 0 ? <Sides report={report} path={path} locale={locale} /> : <span />}
        <DownloadLink
          href={`${path}/export.csv?${new URLSearchParams({ figure })}`}
          name="lendfriend-rows.csv"
          label={words.csv}
        />
      </div>
      {side === "left_out" && (
        <p className="mb-4 text-sm text-ink-soft">
          {words.leftOutLead}{" "}
          {report.leftOut
            .map(({ reason, count }) => `${reasonName(figures, reason)}: ${formatCount(locale, count)}`)
            .join(" · ")}
        </p>
      )}
      {rows.length === 0 ? (
        <EmptyState title={words.nothing}>{words.nothingText}</EmptyState>
      ) : (
        <RowTable report={report} locale={locale} />
      )}
      <RowPages report={report} path={path} locale={locale} />
    </Card>
  );
}

function Sides({ report, path, locale }: RowsViewProps) {
  const leftOut = report.leftOut.reduce((sum, { count }) => sum + count, 0);
  const counts: Readonly<Record<RowSide, number>> = { counted: report.rowCount ?? 0, left_out: leftOut };
  const names: Readonly<Record<RowSide, string>> = { counted: words.counted, left_out: words.leftOut };
  const sides: readonly RowSide[] = ["counted", "left_out"];
  return (
    <nav aria-label={words.sides} className="flex flex-wrap gap-2 text-sm">
      {sides.map((side) => (
        <Link
          key={side}
          href={rowsHref(report.figure, { path, side })}
          prefetch={false}
          aria-current={side === report.side ? "page" : undefined}
          className="inline-flex min-h-11 items-center rounded-lg px-3 underline aria-[current]:bg-subtle aria-[current]:font-semibold aria-[current]:no-underline"
        >
          {`${names[side]} (${formatCount(locale, counts[side])})`}
        </Link>
      ))}
    </nav>
  );
}
