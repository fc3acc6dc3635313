import { formatCount, formatMoney, formatPercent, type Locale } from "#lib/format.ts";
import type { FigureAmount } from "#server/figure-rows.ts";
import { daysText } from "./days-text.ts";

/** A figure in its own unit, as people say it; "–" for one that nobody told. */
export function figureText(locale: Locale, figure: FigureAmount | null): string {
  if (figure === null) return "–";
  switch (figure.unit) {
    case "money":
      return formatMoney(locale, figure.amount, figure.currency);
    case "count":
      return formatCount(locale, figure.value);
    case "share":
      return formatPercent(locale, figure.value, 2);
    case "days":
      return daysText(locale, figure.value);
  }
}
