import { formatScore, type Locale } from "#lib/format.ts";
import { wordsOf } from "#words/catalogue.ts";
import { tierName } from "#words/tier-name.ts";

const bands = [
  { name: "New", from: 0, to: 40, tint: "fill-accent/20" },
  { name: "Building", from: 40, to: 55, tint: "fill-accent/40" },
  { name: "Growing", from: 55, to: 75, tint: "fill-accent/65" },
  { name: "Established", from: 75, to: 100, tint: "fill-accent" },
] as const;

/** Where the score stands among the four tiers. */
export function TierScale({
  score,
  tier,
  locale,
}: {
  readonly score: number;
  readonly tier: string;
  readonly locale: Locale;
}) {
  const t = wordsOf(locale, "score");
  const tiers = wordsOf(locale, "claims");
  const at = Math.min(100, Math.max(0, score));
  return (
    <svg
      role="img"
      aria-label={t("headline.scale", { score: formatScore(locale, score), tier: tierName(tiers, tier) })}
      width="100%"
      height="58"
      className="block overflow-visible text-xs"
    >
      {bands.map((band) => (
        <g key={band.name}>
          <rect x={`${band.from}%`} y="16" width={`${band.to - band.from}%`} height="12" className={band.tint} />
          {band.from > 0 && (
            <line
              x1={`${band.from}%`}
              x2={`${band.from}%`}
              y1="14"
              y2="30"
              className="stroke-surface"
              strokeWidth="3"
            />
          )}
          <text
            x={`${(band.from + band.to) / 2}%`}
            y="46"
            textAnchor="middle"
            className={`${band.name === tier ? "fill-ink font-semibold" : "fill-ink-soft"} ${band.name === tier ? "" : "hidden sm:block"}`}
          >
            {tierName(tiers, band.name)}
          </text>
        </g>
      ))}
      {[0, 40, 55, 75, 100].map((mark) => (
        <text
          key={mark}
          x={`${mark}%`}
          y="10"
          textAnchor={mark === 0 ? "start" : mark === 100 ? "end" : "middle"}
          className="fill-ink-soft tabular-nums"
        >
          {mark}
        </text>
      ))}
      <svg x={`${at}%`} y="22" overflow="visible" aria-hidden="true">
        <circle r="10" className="fill-surface" />
        <circle r="7" className="fill-ink" />
      </svg>
    </svg>
  );
}
