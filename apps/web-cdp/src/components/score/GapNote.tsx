import type { ScoreAlert } from "@lendfriend/credit-score";
import type { Locale } from "#lib/format.ts";
import { wordsOf } from "#words/catalogue.ts";

const gaps: ReadonlySet<string> = new Set([
  "AMOUNTS_NOT_REPORTED",
  "CONSENT_WITHHELD",
  "MISSING_EXCHANGE_RATE",
  "PROVISIONAL",
  "UNKNOWN_STATUS",
]);

/** To a borrower whose score misses something: that nothing is lost, and what to do. Nothing where nothing is missing. */
export function GapNote({ alerts, locale }: { readonly alerts: readonly ScoreAlert[]; readonly locale: Locale }) {
  if (!alerts.some(({ code }) => gaps.has(code))) return null;
  return <p className="text-sm text-ink-soft">{wordsOf(locale, "importWaits")("gap")}</p>;
}
