import type { ScoreReport } from "@lendfriend/credit-score";
import type { PreviewFigures } from "#components/sharing/share-scopes.ts";
import { formatCount, formatDateTime, formatMoney, formatNumber, formatScore, type Locale } from "#lib/format.ts";
import { wordsOf } from "#words/catalogue.ts";
import { tierName } from "#words/tier-name.ts";
import { integrityWords } from "./words.ts";

/** The report's figures as the share form's preview prints them. */
export function previewFigures(report: ScoreReport, locale: Locale): PreviewFigures {
  const t = wordsOf(locale, "score");
  return {
    tier: tierName(wordsOf(locale, "claims"), report.tier),
    score: t("of", { points: formatScore(locale, report.score), max: "100" }),
    confidence: t("of", { points: formatNumber(locale, report.confidence, 0), max: "100" }),
    integrity: integrityWords(locale, report.integrity).label,
    asOf: formatDateTime(locale, report.asOf),
    net: formatMoney(locale, report.metrics.net, report.metrics.currency),
    orderCount: formatCount(locale, report.metrics.orderCount),
  };
}
