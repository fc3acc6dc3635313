import type { ChangeStory, ItemChange } from "@lendfriend/credit-score";
import { formatDateTime, formatPointsExact, type Locale } from "#lib/format.ts";
import { formatUnit, nameOf, statusWords } from "./words.ts";

export const changeWords = {
  title: "What changed",
  first: "This is the first score. After the next import, what moved it and why stands here.",
  nothing: "Nothing moved the score.",
  caption: "What moved the score, the largest move first",
  columns: { what: "What", before: "Points before", after: "Points after", change: "Change" },
  ceilings: "Ceilings on the score",
  ceilingsWhy: "What a ceiling takes is a line of its own.",
  model: "A newer version of the model",
  modelWhy: "The older figures, scored by the newer version. Nothing in the sales changed here.",
  notItemised: "The two scores are of different versions of the model, so their items are not compared.",
  total: "Together",
} as const;

export function changeLead(locale: Locale, { from, to }: ChangeStory): string {
  return `From the score as of ${formatDateTime(locale, from.asOf)} to the one as of ${formatDateTime(locale, to.asOf)}.`;
}

/** "+1.250", "−0.706", "0.000": as exact as the ledger, so that what is shown adds up. */
export function signedPoints(locale: Locale, points: number): string {
  const sign = points > 0 ? "+" : points < 0 ? "−" : "";
  return `${sign}${formatPointsExact(locale, Math.abs(points))}`;
}

export function changedItemName(item: ItemChange): string {
  return nameOf(item.code);
}

/** What was measured before and after, what became available or stopped being so, and a maximum that moved. */
export function changedItemWhy(locale: Locale, { before, after, code }: ItemChange): string {
  const sentences: string[] = [];
  if (before.status !== after.status) {
    const [was, is] = [statusWords(before.status), statusWords(after.status)];
    sentences.push(`${was ?? "Measured"} before, ${(is ?? "measured").toLowerCase()} now.`);
  } else if (before.value !== null && after.value !== null && before.value !== after.value && !graded.has(code)) {
    const [was, is] = [before, after].map(({ value, unit }) =>
      value === null ? "" : formatUnit(locale, value, code === "order_regularity" ? "share" : unit),
    );
    sentences.push(`${was} before, ${is} now.`);
  }
  if (before.max !== after.max) {
    const [was, is] = [formatPointsExact(locale, before.max), formatPointsExact(locale, after.max)];
    sentences.push(`It can earn ${is} points now, ${was} before, as what cannot be measured is spread over the rest.`);
  }
  return sentences.length > 0 ? sentences.join(" ") : after.reason;
}

/** Their figure is a grade of the model's own. */
const graded: ReadonlySet<string> = new Set(["seller_type", "platform_standing"]);

/** Shops and kinds of account that only one of the two counts, one sentence each. */
export function otherAccounts({ shops, sides }: ChangeStory): readonly string[] {
  const kinds = { seller: "shops", creator: "creator accounts" } as const;
  return [
    ...shops.added.map((name) => `The newer score counts ${name} as well.`),
    ...shops.removed.map((name) => `The newer score no longer counts ${name}.`),
    ...sides.added.map((side) => `The newer score counts ${kinds[side]} for the first time.`),
    ...sides.removed.map((side) => `The newer score no longer counts ${kinds[side]}.`),
  ];
}
