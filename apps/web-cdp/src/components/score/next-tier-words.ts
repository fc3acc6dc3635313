import type { NextTierItem, NextTierPath } from "@lendfriend/credit-score";
import { formatPoints, formatScore, type Locale } from "#lib/format.ts";
import { formatUnit, nameOf } from "./words.ts";

export const nextTierWords = {
  title: (tier: string) => `To reach ${tier}`,
  lead: "Each line changes one figure, leaves the rest as it is, and runs the same model again.",
  needed: (points: string, from: number) => `${points} points more are needed: it begins at ${from}.`,
  held: (limit: number, reason: string) => `A ceiling holds the score at ${limit}. ${reason}`,
  caption: "One change at a time, those that are enough first",
  columns: { figure: "Figure", today: "Today", target: "Change it to", score: "Score then" },
  alone: "not enough alone",
  more: "These follow from sales over time; no single figure sets them.",
} as const;

/** The figure that a path changes, its value today and the one to reach. */
export function pathWords(locale: Locale, path: NextTierPath) {
  if (path.lever === "standingRestored") {
    return { figure: "Authorisation, shop and payouts", today: "a problem is open", target: "all in order" };
  }
  return {
    figure: path.label,
    today: formatUnit(locale, path.value, path.unit),
    target: formatUnit(locale, path.target, path.unit),
  };
}

/** What a path leads to: the score, and that it is not enough where it is not. */
export function outcomeWords(locale: Locale, { score, outcome }: NextTierPath): string {
  const text = formatScore(locale, score);
  return outcome === "reaches" ? text : `${text}, ${nextTierWords.alone}`;
}

/** Whether the points that an item lacks would be enough. */
export function itemWords(locale: Locale, { item, pointsMissing, suffices }: NextTierItem): string {
  const enough = suffices ? "enough to get there" : nextTierWords.alone;
  return `${nameOf(item)}: ${formatPoints(locale, pointsMissing)} points are missing, ${enough}.`;
}
