import { scaleLinear } from "d3-scale";
import { type ReactNode, useId } from "react";
import type { Locale } from "#lib/format.ts";
import { wordsOf } from "#words/catalogue.ts";

export interface Bar {
  readonly key: string;
  /** Short text under the bar. */
  readonly label: string;
  readonly value: number;
  /** The exact figure, shown when pointed at, and above the bar where there is room. */
  readonly display: string;
}

interface BarChartProps {
  readonly title: string;
  readonly caption: string;
  readonly bars: readonly Bar[];
  readonly formatTick: (value: number) => string;
  readonly tone?: "chart-1" | "chart-2" | "chart-4";
  /** The same figures as a table. */
  readonly table: ReactNode;
  /** False where paper has the figures elsewhere. */
  readonly isTablePrinted?: boolean;
  readonly locale: Locale;
}

const plotHeight = 168;
const labelHeight = 24;
const topGap = 18;
const fills = { "chart-1": "fill-chart-1", "chart-2": "fill-chart-2", "chart-4": "fill-chart-4" } as const;
const manyBars = 6;

/**
 * Bars drawn on the server. Widths are percentages, heights and text are pixels, so that text keeps its size on a phone.
 * Needs no script, prints, and follows the theme through classes.
 */
export function BarChart({
  title,
  caption,
  bars,
  formatTick,
  tone = "chart-1",
  table,
  isTablePrinted,
  locale,
}: BarChartProps) {
  const titleId = useId();
  const values = bars.map((bar) => bar.value);
  const scale = scaleLinear()
    .domain([Math.min(0, ...values), Math.max(1e-9, ...values)])
    .range([plotHeight, topGap])
    .nice(4);
  const zero = scale(0);
  const step = 100 / Math.max(1, bars.length);
  const share = bars.length > manyBars ? 0.68 : 0.5;

  return (
    <figure className="min-w-0">
      <figcaption className="mb-2">
        <span className="block text-sm font-semibold">{title}</span>
        <span className="block text-sm text-ink-soft">{caption}</span>
      </figcaption>
      <svg
        role="img"
        aria-labelledby={titleId}
        width="100%"
        height={plotHeight + labelHeight}
        className="block overflow-visible pr-1 pl-14 text-xs"
      >
        <title id={titleId}>{wordsOf(locale, "score")("charts.drawing", { title })}</title>
        {scale.ticks(4).map((tick) => (
          <g key={tick}>
            <line x1="0" x2="100%" y1={scale(tick)} y2={scale(tick)} className="stroke-line" strokeWidth="1" />
            <text x="-8" y={scale(tick)} dy="0.32em" textAnchor="end" className="fill-ink-soft tabular-nums">
              {formatTick(tick)}
            </text>
          </g>
        ))}
        {bars.map((bar, index) => {
          const top = Math.min(zero, scale(bar.value));
          const height = Math.max(bar.value === 0 ? 0 : 2, Math.abs(scale(bar.value) - zero));
          const middle = `${(index + 0.5) * step}%`;
          return (
            <g key={bar.key}>
              <rect
                x={`${(index + (1 - share) / 2) * step}%`}
                y={top}
                width={`${share * step}%`}
                height={height}
                rx="3"
                className={fills[tone]}
              >
                <title>{`${bar.label}: ${bar.display}`}</title>
              </rect>
              {bars.length <= manyBars && (
                <text x={middle} y={top - 6} textAnchor="middle" className="fill-ink font-medium tabular-nums">
                  {bar.display}
                </text>
              )}
              {(bars.length <= manyBars || index % 2 === 0) && (
                <text x={middle} y={plotHeight + labelHeight - 6} textAnchor="middle" className="fill-ink-soft">
                  {bar.label}
                </text>
              )}
            </g>
          );
        })}
        <line x1="0" x2="100%" y1={zero} y2={zero} className="stroke-control" strokeWidth="1" />
      </svg>
      <ChartTable isPrinted={isTablePrinted} locale={locale}>
        {table}
      </ChartTable>
    </figure>
  );
}

interface ChartTableProps {
  /** False where the drawing itself says every figure, or paper has them elsewhere. */
  readonly isPrinted?: boolean | undefined;
  readonly locale: Locale;
  readonly children: ReactNode;
}

/** The chart's figures, one click away for everybody, and there on paper unless it has them already. */
export function ChartTable({ isPrinted = true, locale, children }: ChartTableProps) {
  return (
    <details className={isPrinted ? "mt-2" : "no-print mt-2"}>
      <summary className="no-print inline-flex min-h-11 items-center text-sm font-medium text-accent">
        {wordsOf(locale, "score")("charts.table")}
      </summary>
      <div className="mt-1">{children}</div>
    </details>
  );
}
