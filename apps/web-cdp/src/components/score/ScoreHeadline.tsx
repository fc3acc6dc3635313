import { Badge } from "#components/ui/Badge.tsx";
import { formatDateTime, formatNumber, formatRelative, formatScore, type Locale } from "#lib/format.ts";
import { TierScale } from "./TierScale.tsx";
import { confidenceWords, integrityWords, tierMeaning } from "./words.ts";

interface ScoreHeadlineProps {
  /** Null when a share leaves the number out. */
  readonly score: number | null;
  readonly tier: string;
  readonly confidence: number | null;
  readonly integrity: string | null;
  readonly provisional: boolean;
  readonly asOf: string;
  readonly locale: Locale;
  readonly now: string;
}

/** The score with the three things without which it must not be read: confidence, integrity, date. */
export function ScoreHeadline({
  score,
  tier,
  confidence,
  integrity,
  provisional,
  asOf,
  locale,
  now,
}: ScoreHeadlineProps) {
  const found = integrity === null ? null : integrityWords(integrity);
  return (
    <div className="grid gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)] lg:gap-10">
      <div className="min-w-0">
        <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
          {score !== null && (
            <p className="text-5xl font-semibold tracking-tight tabular-nums sm:text-6xl">
              {formatScore(locale, score)}
              <span className="text-xl font-normal text-ink-soft sm:text-2xl"> / 100</span>
            </p>
          )}
          <p className="text-2xl font-semibold tracking-tight">{tier}</p>
          {provisional && <Badge tone="caution">Provisional</Badge>}
        </div>
        <p className="mt-1 mb-5 text-sm text-ink-soft">{tierMeaning(tier)}</p>
        {score === null && <p className="text-sm font-medium">The number of points was not shared.</p>}
        {score !== null && <TierScale score={score} tier={tier} locale={locale} />}
      </div>
      <dl className="grid content-start gap-4 text-sm sm:grid-cols-3 lg:grid-cols-1">
        <div>
          <dt className="text-ink-soft">Confidence</dt>
          <dd className="mt-0.5">
            {confidence === null ? (
              "not shared"
            ) : (
              <span className="flex flex-wrap items-center gap-2">
                <span className="text-lg font-semibold tabular-nums">{formatNumber(locale, confidence, 0)} of 100</span>
                <Badge tone={confidenceWords(confidence).tone}>{confidenceWords(confidence).label}</Badge>
              </span>
            )}
            <span className="block text-xs text-ink-soft">
              How much there is to go by: orders, days, payouts, freshness.
            </span>
          </dd>
        </div>
        <div>
          <dt className="text-ink-soft">Integrity</dt>
          <dd className="mt-0.5">
            {found === null ? (
              "not shared"
            ) : (
              <>
                <Badge tone={found.tone}>{found.label}</Badge>
                <span className="mt-1 block text-xs text-ink-soft">{found.meaning}</span>
              </>
            )}
          </dd>
        </div>
        <div>
          <dt className="text-ink-soft">As of</dt>
          <dd className="mt-0.5">
            <time dateTime={asOf} className="font-medium">
              {formatDateTime(locale, asOf)}
            </time>
            <span className="block text-xs text-ink-soft">
              {formatRelative(locale, asOf, now)}, from the last 90 days
            </span>
          </dd>
        </div>
      </dl>
    </div>
  );
}
