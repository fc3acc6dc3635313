import type { Entry } from "../ledger.ts";
import { type Periods, spanOf } from "../periods.ts";

/**
 * Names of figures: a word, or a word and what it is of, behind colons. What comes from the platform (a product, a partner, a word
 * of an open list) is always last, so that its own colons do no harm; nothing after the currency means that none was told.
 */
export const figureName = {
  excluded: (reason: string) => `excluded:${reason}`,
  notReported: (field: string) => `not_reported:${field}`,
  currency: (currency: string) => `currency:${currency}`,
  shop: (shopId: string) => `shop:${shopId}`,
  /** Of the whole borrower, or of one side; 1 is the oldest. */
  week: (number: number, side: FigureSide) => `week:${side}:${number}`,
  block: (number: number, side: FigureSide) => `block:${side}:${number}`,
  product: (key: string) => `product:${key}`,
  promotedProduct: (id: string) => `promoted_product:${id}`,
  creator: (name: string) => `creator:${name}`,
  /** Partners of the first and of the last block, each counted once. */
  partners: (block: "first" | "last", side: Exclude<FigureSide, "all">) => `partners:${side}:${block}`,
  /** What the tie-out judged: orders, settlements, statements or payments of one state. */
  trail: (subject: string, state: string, currency: string) => `trail:${subject}:${state}:${currency}`,
  part,
  /** Everything below the largest parts that stand alone. */
  rest: (spread: SpreadName, currency: string) => `${spread}_rest:${currency}`,
} as const;

export type FigureSide = "all" | "seller" | "creator";

/** What brought a commission line's sale about, for income and, with `cost_` before it, for what shops pay. */
const attributionNames = ["content", "content_id", "campaign", "collaboration_kind", "collaboration"] as const;
/** The ways in which the insights spread income and cost. */
export const spreadNames = [
  "weekday",
  "hour",
  "market",
  "partner_shop",
  ...attributionNames,
  "cost_content",
  "cost_content_id",
  "cost_campaign",
  "cost_collaboration_kind",
  "cost_collaboration",
] as const;
export type SpreadName = (typeof spreadNames)[number];

/** The word of a name that says what it is of. */
export function familyOf(figure: string): string {
  const colon = figure.indexOf(":");
  return colon < 0 ? figure : figure.slice(0, colon);
}

function part(spread: SpreadName, currency: string, key: string | null): string {
  return key === null ? `${spread}:${currency}` : `${spread}:${currency}:${key}`;
}

/** Everything that an entry of the ledger counts in because of its time and its currency. */
export function figuresOfEntry(
  { time, currency }: Pick<Entry, "time" | "currency">,
  { whole, own, side }: { readonly whole: Periods; readonly own: Periods; readonly side: "seller" | "creator" },
): string[] {
  const date = new Date(time * 1_000);
  const figures = [
    "net",
    "orders",
    figureName.currency(currency),
    part("weekday", currency, String(date.getUTCDay() || 7)),
    part("hour", currency, String(date.getUTCHours())),
  ];
  pushSpans(figures, time, { periods: whole, side: "all" });
  pushSpans(figures, time, { periods: own, side });
  return figures;
}

function pushSpans(
  figures: string[],
  time: number,
  { periods, side }: { readonly periods: Periods; readonly side: FigureSide },
): void {
  const week = spanOf(periods.weekEdges, time);
  const block = spanOf(periods.blockEdges, time);
  if (week >= 0) figures.push(figureName.week(week + 1, side));
  if (block >= 0) figures.push(figureName.block(block + 1, side));
}
