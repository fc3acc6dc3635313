import type { ChangeStory, ItemChange } from "@lendfriend/credit-score";
import { formatPointsExact, type Locale } from "#lib/format.ts";
import { wordsOf } from "#words/catalogue.ts";
import { formatUnit } from "./unit-words.ts";
import { isGraded, toldUnit } from "./words.ts";

/** "+1.250", "−0.706", "0.000": as exact as the ledger, so that what is shown adds up. */
export function signedPoints(locale: Locale, points: number): string {
  const sign = points > 0 ? "+" : points < 0 ? "−" : "";
  return `${sign}${formatPointsExact(locale, Math.abs(points))}`;
}

/**
 * What was measured before and after, what became available or stopped being so, and a maximum that moved; null where only
 * the item's own reason tells it.
 */
export function changedItemWhy(locale: Locale, { before, after, code }: ItemChange): string | null {
  const t = wordsOf(locale, "score");
  const units = wordsOf(locale, "units");
  const sentences: string[] = [];
  if (before.status !== after.status) {
    const [was, is] = [t(`changes.was.${before.status}`), t(`changes.is.${after.status}`)];
    sentences.push(t("changes.status", { was, is }));
  } else if (before.value !== null && after.value !== null && before.value !== after.value && !isGraded(code)) {
    const was = formatUnit(units, locale, before.value, toldUnit(code, before.unit));
    const is = formatUnit(units, locale, after.value, toldUnit(code, after.unit));
    sentences.push(t("changes.figure", { was, is }));
  }
  if (before.max !== after.max) {
    const [was, is] = [formatPointsExact(locale, before.max), formatPointsExact(locale, after.max)];
    sentences.push(t("changes.max", { was, is }));
  }
  return sentences.length > 0 ? sentences.join(" ") : null;
}

/** Shops and kinds of account that only one of the two counts, one sentence each. */
export function otherAccounts(locale: Locale, { shops, sides }: ChangeStory): readonly string[] {
  const t = wordsOf(locale, "score");
  return [
    ...shops.added.map((shop) => t("changes.shopAdded", { shop })),
    ...shops.removed.map((shop) => t("changes.shopRemoved", { shop })),
    ...sides.added.map((side) => t(`changes.${side}Added`)),
    ...sides.removed.map((side) => t(`changes.${side}Removed`)),
  ];
}
