import type { ScoreReport } from "@lendfriend/credit-score";
import type { PreviewFigures } from "#components/sharing/share-scopes.ts";
import { formatCount, formatDateTime, formatMoney, formatNumber, formatScore, type Locale } from "#lib/format.ts";
import { integrityWords } from "./words.ts";

/** The report's figures as the share form's preview prints them. */
export function previewFigures(report: ScoreReport, locale: Locale): PreviewFigures {
  return {
    tier: report.tier,
    score: `${formatScore(locale, report.score)} of 100`,
    confidence: `${formatNumber(locale, report.confidence, 0)} of 100`,
    integrity: integrityWords(report.integrity).label,
    asOf: formatDateTime(locale, report.asOf),
    net: formatMoney(locale, report.metrics.net, report.metrics.currency),
    orderCount: formatCount(locale, report.metrics.orderCount),
  };
}
