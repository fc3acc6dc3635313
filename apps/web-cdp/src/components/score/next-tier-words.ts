import type { NextTier, NextTierPath } from "@lendfriend/credit-score";
import { formatPoints, formatPointsExact, formatScore, type Locale } from "#lib/format.ts";
import { wordsOf } from "#words/catalogue.ts";
import { sayIn } from "#words/said.ts";
import { tierName } from "#words/tier-name.ts";
import { formatUnit } from "./unit-words.ts";

export function nextTierTitle(locale: Locale, { tier }: NextTier): string {
  return wordsOf(locale, "score")("nextTier.reach", { tier: tierName(wordsOf(locale, "claims"), tier) });
}

export function nextTierLead(locale: Locale, { pointsNeeded, from }: NextTier): string {
  return wordsOf(locale, "score")("nextTier.lead", {
    points: formatPointsExact(locale, pointsNeeded),
    from: String(from),
  });
}

export function ceilingWords(locale: Locale, { reason, said, limit }: NonNullable<NextTier["heldBy"]>): string {
  return wordsOf(locale, "score")("nextTier.heldBy", {
    reason: sayIn(locale, { said }) ?? reason,
    limit: String(limit),
  });
}

export function pathTitle(locale: Locale, { lever }: NextTierPath): string {
  return wordsOf(locale, "whatIf")(`lever.${lever}`);
}

/** "From 5.1% now to 2.3%." */
export function pathWords(locale: Locale, path: NextTierPath): string {
  const t = wordsOf(locale, "score");
  if (path.lever === "standingRestored") return t("nextTier.amiss");
  const units = wordsOf(locale, "units");
  return t("nextTier.from", {
    value: formatUnit(units, locale, path.value, path.unit),
    target: formatUnit(units, locale, path.target, path.unit),
  });
}

export function scoreThen(locale: Locale, path: NextTierPath): string {
  return wordsOf(locale, "score")("nextTier.scoreThen", { score: formatScore(locale, path.score) });
}

/** "Even at 0% the score would be 53.1." */
export function notAloneWords(locale: Locale, path: NextTierPath): string {
  const t = wordsOf(locale, "score");
  const score = formatScore(locale, path.score);
  if (path.lever === "standingRestored") return t("nextTier.evenThen", { score });
  const target = formatUnit(wordsOf(locale, "units"), locale, path.target, path.unit);
  return t("nextTier.evenAt", { target, score });
}

/** For what no single figure sets. */
export function itemWords(locale: Locale, { suffices, pointsMissing }: NextTier["items"][number]): string {
  const points = formatPoints(locale, pointsMissing);
  return wordsOf(locale, "score")(suffices ? "nextTier.suffices" : "nextTier.notSufficient", { points });
}
