import { Badge } from "#components/ui/Badge.tsx";
import { formatDateTime, formatNumber, formatRelative, formatScore, type Locale } from "#lib/format.ts";
import { wordsOf } from "#words/catalogue.ts";
import { tierName } from "#words/tier-name.ts";
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
  const t = wordsOf(locale, "score");
  const found = integrity === null ? null : integrityWords(locale, integrity);
  const sure = confidence === null ? null : confidenceWords(locale, confidence);
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
          <p className="text-2xl font-semibold tracking-tight">{tierName(wordsOf(locale, "claims"), tier)}</p>
          {provisional && <Badge tone="caution">{t("headline.provisional")}</Badge>}
        </div>
        <p className="mt-1 mb-5 text-sm text-ink-soft">{tierMeaning(locale, tier)}</p>
        {score === null && <p className="text-sm font-medium">{t("headline.noPoints")}</p>}
        {score !== null && <TierScale score={score} tier={tier} locale={locale} />}
      </div>
      <dl className="grid content-start gap-4 text-sm sm:grid-cols-3 lg:grid-cols-1">
        <div>
          <dt className="text-ink-soft">{t("headline.confidence")}</dt>
          <dd className="mt-0.5">
            {confidence === null || sure === null ? (
              t("notShared")
            ) : (
              <span className="flex flex-wrap items-center gap-2">
                <span className="text-lg font-semibold tabular-nums">
                  {t("of", { points: formatNumber(locale, confidence, 0), max: "100" })}
                </span>
                <Badge tone={sure.tone}>{sure.label}</Badge>
              </span>
            )}
            <span className="block text-xs text-ink-soft">{t("headline.confidenceMeans")}</span>
          </dd>
        </div>
        <div>
          <dt className="text-ink-soft">{t("headline.integrity")}</dt>
          <dd className="mt-0.5">
            {found === null ? (
              t("notShared")
            ) : (
              <>
                <Badge tone={found.tone}>{found.label}</Badge>
                <span className="mt-1 block text-xs text-ink-soft">{found.meaning}</span>
              </>
            )}
          </dd>
        </div>
        <div>
          <dt className="text-ink-soft">{t("headline.asOf")}</dt>
          <dd className="mt-0.5">
            <time dateTime={asOf} className="font-medium">
              {formatDateTime(locale, asOf)}
            </time>
            <span className="block text-xs text-ink-soft">
              {t("headline.age", { when: formatRelative(locale, asOf, now) })}
            </span>
          </dd>
        </div>
      </dl>
    </div>
  );
}
