import { type Locale, tenthsOf } from "#lib/format.ts";
import { wordsOf } from "#words/catalogue.ts";

/** A span of days with at most one decimal: "17.5 days", "1 day". */
export function daysText(locale: Locale, days: number): string {
  return wordsOf(locale, "figures")("days", { days: tenthsOf(days) });
}
