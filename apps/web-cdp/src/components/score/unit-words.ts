import type { ItemUnit } from "@lendfriend/credit-score";
import { formatCount, formatMoney, formatNumber, formatPercent, type Locale, tenthsOf } from "#lib/format.ts";
import type { Translator } from "#words/translator.ts";

/** A measured figure in its own unit, as people say it. */
export function formatUnit(t: Translator<"units">, locale: Locale, value: number, unit: ItemUnit): string {
  switch (unit) {
    case "usd_month":
      return t("aMonth", { amount: formatMoney(locale, value.toFixed(value >= 1_000 ? 0 : 2), "USD") });
    case "share":
      return formatPercent(locale, value);
    case "ratio":
      return formatNumber(locale, value, 2);
    case "months":
      return t("months", { months: tenthsOf(value) });
    case "count":
      return formatCount(locale, value);
    case "score_5":
      return t("of5", { amount: formatNumber(locale, value, 2) });
    case "percent":
      return formatPercent(locale, value / 100);
  }
}
