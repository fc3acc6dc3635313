import type { NextTier, NextTierPath } from "@lendfriend/credit-score";
import { formatPoints, formatPointsExact, formatScore, type Locale } from "#lib/format.ts";
import { formatUnit, nameOf } from "./words.ts";

export const nextTierWords = {
  noTierTitle: "Next tier",
  noScore: "There are no figures yet. After the first import, what would reach the next tier stands here.",
  highest: "This is the highest tier. There is no further one to reach.",
  reachingLead: "Each of these would do by itself, with everything else as it is:",
  noneReaches: "No single change is enough. Several together can be: try them under ",
  whatIf: "What if",
} as const;

export function nextTierTitle(next: NextTier): string {
  return `To reach ${next.tier}`;
}

export function nextTierLead(locale: Locale, next: NextTier): string {
  return `${formatPointsExact(locale, next.pointsNeeded)} points more are needed: it begins at ${next.from}.`;
}

export function ceilingWords({ reason, limit }: NonNullable<NextTier["heldBy"]>): string {
  return `${reason} Until then the score stops at ${limit}, whatever else improves.`;
}

export function pathTitle(path: NextTierPath): string {
  return path.lever === "standingRestored" ? "Authorisation renewed, shop active, payouts through" : path.label;
}

/** "From 5.1% now to 2.3%." */
export function pathWords(locale: Locale, path: NextTierPath): string {
  if (path.lever === "standingRestored") return "Something of it is amiss now.";
  return `From ${formatUnit(locale, path.value, path.unit)} now to ${formatUnit(locale, path.target, path.unit)}.`;
}

export function scoreThen(locale: Locale, path: NextTierPath): string {
  return `score ${formatScore(locale, path.score)}`;
}

export function notAloneTitle(count: number): string {
  return `Not enough alone (${count})`;
}

/** "Refund rate: even at 0% the score would be 53.1." */
export function notAloneWords(locale: Locale, path: NextTierPath): string {
  const at = path.lever === "standingRestored" ? "then" : `at ${formatUnit(locale, path.target, path.unit)}`;
  return `Even ${at} the score would be ${formatScore(locale, path.score)}.`;
}

export function itemTitle(item: NextTier["items"][number]): string {
  return nameOf(item.item);
}

/** For what no single figure sets. */
export function itemWords(locale: Locale, item: NextTier["items"][number]): string {
  const missing = formatPoints(locale, item.pointsMissing);
  return item.suffices
    ? `It follows from sales over time. The ${missing} points that it still lacks would be enough.`
    : `It follows from sales over time. The ${missing} points that it still lacks would not be enough.`;
}
