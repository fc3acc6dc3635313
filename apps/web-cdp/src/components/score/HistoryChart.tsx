import { useId } from "react";
import { formatDateTime, formatDayShort, formatScore, type Locale } from "#lib/format.ts";
import { wordsOf } from "#words/catalogue.ts";
import { tierName } from "#words/tier-name.ts";
import { type HistoryLayout, type HistoryPoint, tierBands } from "./history-layout.ts";

interface HistoryChartProps {
  readonly layout: HistoryLayout;
  readonly locale: Locale;
}

const top = 18;
const plotHeight = 220;
const labelHeight = 24;
const manyPoints = 60;
const bandTints = ["fill-accent/5", "fill-accent/10", "fill-accent/15", "fill-accent/25"] as const;

/**
 * Scores over time on the scale of the tiers, drawn on the server: no script, in either theme and on paper. Across are
 * percentages and up are pixels, so that text keeps its size on a phone.
 */
export function HistoryChart({ layout: { points, ticks }, locale }: HistoryChartProps) {
  const titleId = useId();
  return (
    <svg
      role="img"
      aria-labelledby={titleId}
      width="100%"
      height={top + plotHeight + labelHeight}
      className="block overflow-visible pl-26 text-xs"
    >
      <title id={titleId}>{summaryOf(points, locale)}</title>
      <Bands locale={locale} />
      {ticks.map(({ time, x }, index) => (
        <text
          key={time}
          x={`${x}%`}
          y={top + plotHeight + labelHeight - 6}
          textAnchor={anchorAt(x)}
          className={`fill-ink-soft ${index % 2 === 1 && ticks.length > 2 ? "hidden sm:block" : ""}`}
        >
          {formatDayShort(locale, time)}
        </text>
      ))}
      {points.map((point, index) => (
        <Step key={keyOf(point)} point={point} from={points[index - 1] ?? null} locale={locale} />
      ))}
      {points.map((point) => (
        <Mark key={keyOf(point)} point={point} isSmall={points.length > manyPoints} locale={locale} />
      ))}
      <Newest point={points.at(-1) ?? null} locale={locale} />
    </svg>
  );
}

/** The tiers behind the line, with their names and where they begin beside it. */
function Bands({ locale }: { readonly locale: Locale }) {
  const tiers = wordsOf(locale, "claims");
  return (
    <>
      {tierBands.map(({ tier, from, to }, index) => (
        <g key={tier}>
          <rect x="0" y={up(to)} width="100%" height={up(from) - up(to)} className={bandTints[index]} />
          <line x1="0" x2="100%" y1={up(from)} y2={up(from)} className="stroke-line" strokeWidth="1" />
          <text x="-34" y={up((from + to) / 2)} dy="0.32em" textAnchor="end" className="fill-ink-soft">
            {tierName(tiers, tier)}
          </text>
          <text x="-8" y={up(from)} dy="0.32em" textAnchor="end" className="fill-ink-soft tabular-nums">
            {from}
          </text>
        </g>
      ))}
      <text x="-8" y={up(100)} dy="0.32em" textAnchor="end" className="fill-ink-soft tabular-nums">
        100
      </text>
    </>
  );
}

interface StepProps {
  readonly point: HistoryPoint;
  readonly from: HistoryPoint | null;
  readonly locale: Locale;
}

/** The line from the score before, unless there was a silence, and where another version of the model begins. */
function Step({ point, from, locale }: StepProps) {
  if (from === null) return null;
  const middle = (from.x + point.x) / 2;
  return (
    <>
      {point.gapDays === null && (
        <line
          x1={`${from.x}%`}
          x2={`${point.x}%`}
          y1={up(from.entry.score)}
          y2={up(point.entry.score)}
          className="stroke-chart-1"
          strokeWidth="2"
        />
      )}
      {point.isOtherModel && (
        <>
          <line
            x1={`${middle}%`}
            x2={`${middle}%`}
            y1={up(100)}
            y2={up(0)}
            className="stroke-chart-3"
            strokeWidth="1.5"
            strokeDasharray="4 4"
          />
          <text x={`${middle}%`} y="10" textAnchor={anchorAt(middle)} className="fill-ink-soft">
            {wordsOf(locale, "score")("history.model")}
          </text>
        </>
      )}
    </>
  );
}

interface MarkProps {
  readonly point: HistoryPoint;
  readonly isSmall: boolean;
  readonly locale: Locale;
}

function Mark({ point: { entry, x }, isSmall, locale }: MarkProps) {
  const look = entry.provisional ? "fill-surface stroke-chart-1" : "fill-chart-1 stroke-surface";
  return (
    <circle cx={`${x}%`} cy={up(entry.score)} r={isSmall ? 3 : 4.5} strokeWidth="1.5" className={look}>
      <title>
        {wordsOf(locale, "score")("history.point", {
          when: formatDateTime(locale, entry.asOf),
          score: formatScore(locale, entry.score),
          tier: tierName(wordsOf(locale, "claims"), entry.tier),
        })}
      </title>
    </circle>
  );
}

/** The newest score in figures, on the side from which the line does not come. */
function Newest({ point, locale }: { readonly point: HistoryPoint | null; readonly locale: Locale }) {
  if (point === null) return null;
  const { entry, before, x } = point;
  const hasFallen = before !== null && entry.score < before.score;
  return (
    <text
      x={`${x}%`}
      y={up(entry.score) + (hasFallen ? 20 : -10)}
      textAnchor={anchorAt(x)}
      className="fill-ink font-semibold tabular-nums"
    >
      {formatScore(locale, entry.score)}
    </text>
  );
}

function summaryOf(points: readonly HistoryPoint[], locale: Locale): string {
  const scores = points.map(({ entry }) => entry.score);
  const [first, last] = [points[0]?.entry, points.at(-1)?.entry];
  return wordsOf(locale, "score")("history.drawing", {
    count: points.length,
    from: formatDayShort(locale, first?.asOf ?? null),
    to: formatDayShort(locale, last?.asOf ?? null),
    low: formatScore(locale, Math.min(...scores)),
    high: formatScore(locale, Math.max(...scores)),
    newest: formatScore(locale, last?.score ?? 0),
  });
}

/** Pixels from the top of the drawing. */
function up(score: number): number {
  return top + ((100 - score) / 100) * plotHeight;
}

/** Text near an edge stays inside it. */
function anchorAt(x: number): "start" | "middle" | "end" {
  if (x < 10) return "start";
  return x > 90 ? "end" : "middle";
}

function keyOf({ entry }: HistoryPoint): string {
  return `${entry.snapshotHash} ${entry.asOf}`;
}
