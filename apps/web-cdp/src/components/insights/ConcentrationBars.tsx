import type { Concentration } from "@lendfriend/credit-score";
import { ShareBars } from "#components/charts/ShareBars.tsx";
import { formatCount, formatPercent, type Locale } from "#lib/format.ts";
import { insightWords as words } from "./words.ts";

interface ConcentrationBarsProps {
  readonly title: string;
  readonly caption: string;
  readonly concentration: Concentration;
  readonly locale: Locale;
}

/** The largest parts, and in words how concentrated all of them are (Herfindahl-Hirschman index). */
export function ConcentrationBars({ title, caption, concentration, locale }: ConcentrationBarsProps) {
  const { hhi, count, largest } = concentration;
  const summary =
    hhi === null
      ? words.notTold
      : `${caption} ${words.concentration(
          formatCount(locale, count),
          formatCount(locale, hhi),
          formatPercent(locale, largest[0]?.share ?? 0),
        )} ${levelOf(hhi)}`;
  return (
    <ShareBars
      title={title}
      caption={summary}
      rows={largest.map(({ id, name, share }) => ({
        key: id,
        label: name,
        display: formatPercent(locale, share),
        share,
      }))}
    />
  );
}

/** The bounds that competition authorities use: below 1,500, to 2,500, above. */
function levelOf(hhi: number): string {
  if (hhi < 1_500) return words.spreadOut;
  return hhi <= 2_500 ? words.moderate : words.concentrated;
}
