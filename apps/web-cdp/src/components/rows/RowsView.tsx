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
import { figureText } from "./figure-text.ts";
import { figureTitle } from "./figure-title.ts";
import { PartsTable } from "./PartsTable.tsx";
import { RefreshSoon } from "./RefreshSoon.tsx";
import { RowPages } from "./RowPages.tsx";
import { RowTable } from "./RowTable.tsx";
import { reasonName } from "./reason-name.ts";
import { rowsHref, rowsPath } from "./rows-href.ts";

interface RowsViewProps {
  readonly report: FigureRowsReport;
  readonly locale: Locale;
}

/** A figure with its formula, its source and its rows, whose sum is the figure or says that it is not. */
export function RowsView({ report, locale }: RowsViewProps) {
  const t = wordsOf(locale, "rows");
  const isOfRows = rowsOfFigure(report.figure) !== null;
  return (
    <div className="space-y-6">
      <Card title={figureTitle(locale, report)} id="figure">
        {report.stated !== null && (
          <p className="mb-4 text-2xl font-semibold tabular-nums">{figureText(locale, report.stated)}</p>
        )}
        <FigureFacts figure={report.figure} asOf={report.asOf} locale={locale} />
      </Card>
      <State report={report} locale={locale} />
      {report.parts.length > 0 && (
        <Card title={t("partsTitle")} id="parts">
          <PartsTable parts={report.parts} locale={locale} />
        </Card>
      )}
      {!isOfRows && report.parts.length === 0 && <EmptyState title={t("noRows")}>{t("noRowsText")}</EmptyState>}
      {isOfRows && report.status === "gathered" && <Rows report={report} locale={locale} />}
    </div>
  );
}

function State({ report, locale }: RowsViewProps) {
  const t = wordsOf(locale, "rows");
  if (report.status === "gathering") {
    return (
      <Notice title={t("gatheringTitle")} role="status">
        <p>{t("gathering")}</p>
        <RefreshSoon />
      </Notice>
    );
  }
  if (report.status === "failed") {
    return (
      <Notice tone="caution" title={t("failedTitle")}>
        <p>{t("failed")}</p>
      </Notice>
    );
  }
  if (report.agrees !== false) return null;
  return (
    <Notice tone="caution" title={t("changedTitle")}>
      <p>
        {report.total === null
          ? t("changedParts")
          : t("changed", { stated: figureText(locale, report.stated), total: figureText(locale, report.total) })}
      </p>
    </Notice>
  );
}

function Rows({ report, locale }: RowsViewProps) {
  const { figure, side, rows, rowCount, agrees, total } = report;
  const figures = wordsOf(locale, "figures");
  const t = wordsOf(locale, "rows");
  return (
    <Card title={t("rowsTitle")} id="rows">
      {rowCount !== null && total !== null && (
        <p className="text-sm">
          {t(agrees === true ? "exact" : "total", { count: rowCount, total: figureText(locale, total) })}
        </p>
      )}
      <div className="no-print my-4 flex flex-wrap items-center justify-between gap-3">
        {report.leftOut.length > 0 ? <Sides report={report} locale={locale} /> : <span />}
        <DownloadLink
          href={`${rowsPath}/export.csv?${new URLSearchParams({ figure })}`}
          name="lendfriend-rows.csv"
          label={t("csv")}
        />
      </div>
      {side === "left_out" && (
        <p className="mb-4 text-sm text-ink-soft">
          {t("leftOutLead")}{" "}
          {report.leftOut
            .map(({ reason, count }) => `${reasonName(figures, reason)}: ${formatCount(locale, count)}`)
            .join(" · ")}
        </p>
      )}
      {rows.length === 0 ? (
        <EmptyState title={t("nothing")}>{t("nothingText")}</EmptyState>
      ) : (
        <RowTable report={report} locale={locale} />
      )}
      <RowPages report={report} locale={locale} />
    </Card>
  );
}

function Sides({ report, locale }: RowsViewProps) {
  const leftOut = report.leftOut.reduce((sum, { count }) => sum + count, 0);
  const counts: Readonly<Record<RowSide, number>> = { counted: report.rowCount ?? 0, left_out: leftOut };
  const t = wordsOf(locale, "rows");
  const sides: readonly RowSide[] = ["counted", "left_out"];
  return (
    <nav aria-label={t("sides")} className="flex flex-wrap gap-2 text-sm">
      {sides.map((side) => (
        <Link
          key={side}
          href={rowsHref(report.figure, { side })}
          prefetch={false}
          aria-current={side === report.side ? "page" : undefined}
          className="inline-flex min-h-11 items-center rounded-lg px-3 underline aria-[current]:bg-subtle aria-[current]:font-semibold aria-[current]:no-underline"
        >
          {t("sideCount", { side: t(`side.${side}`), count: counts[side] })}
        </Link>
      ))}
    </nav>
  );
}
