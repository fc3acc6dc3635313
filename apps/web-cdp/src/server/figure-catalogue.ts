import type { ItemCode } from "@lendfriend/credit-score";
import type { MetricRowKind } from "@lendfriend/tiktokshop-client";

/*
 * Which rows are behind which figure. A figure is named as its rows name it (`net`, `week:all:3`, `market:USD:US`), or it is one that
 * is made of others: a ratio, a median, a series.
 */

export type RowKind = MetricRowKind;

/** What of its rows a figure adds up. */
export type FigureMeasure = "count" | "counted" | "reported" | "items" | "days";

interface FigureDefinition {
  readonly measure: FigureMeasure;
  readonly kinds: readonly RowKind[];
  /** Whether rows that count in nothing say something about it. */
  readonly showsLeftOut: boolean;
}

const sales = ["order"] as const satisfies readonly RowKind[];
const income = ["order", "commission_order"] as const satisfies readonly RowKind[];
const lines = ["commission"] as const satisfies readonly RowKind[];
const trailSubjects = [
  "order",
  "settlement",
  "unsettled",
  "statement",
  "payment",
] as const satisfies readonly RowKind[];

const lineSpreads = ["content", "content_id", "campaign", "collaboration_kind", "collaboration"] as const;

/** Figures that their rows add up to, by the word of their name. */
const rowFamilies: Readonly<Record<string, FigureDefinition>> = {
  gross: { measure: "reported", kinds: sales, showsLeftOut: true },
  refunds: { measure: "counted", kinds: ["return"], showsLeftOut: true },
  net: { measure: "counted", kinds: income, showsLeftOut: true },
  orders: { measure: "count", kinds: income, showsLeftOut: true },
  items: { measure: "items", kinds: sales, showsLeftOut: true },
  commission: { measure: "counted", kinds: lines, showsLeftOut: true },
  commission_estimated: { measure: "counted", kinds: lines, showsLeftOut: false },
  settled_estimates: { measure: "reported", kinds: lines, showsLeftOut: false },
  settled_commission: { measure: "counted", kinds: lines, showsLeftOut: false },
  old_delivered: { measure: "reported", kinds: sales, showsLeftOut: false },
  old_unreconciled: { measure: "reported", kinds: sales, showsLeftOut: false },
  dispatch_measured: { measure: "count", kinds: sales, showsLeftOut: false },
  dispatch_late: { measure: "count", kinds: sales, showsLeftOut: false },
  seller_fault: { measure: "count", kinds: sales, showsLeftOut: false },
  days_to_cash: { measure: "days", kinds: ["settlement"], showsLeftOut: true },
  launches: { measure: "count", kinds: ["product"], showsLeftOut: true },
  satisfaction: { measure: "count", kinds: ["performance"], showsLeftOut: false },
  excluded: { measure: "reported", kinds: [...income, ...lines], showsLeftOut: false },
  not_reported: { measure: "count", kinds: ["order", "return", "commission"], showsLeftOut: false },
  currency: { measure: "counted", kinds: income, showsLeftOut: false },
  shop: { measure: "counted", kinds: sales, showsLeftOut: false },
  trail: { measure: "counted", kinds: trailSubjects, showsLeftOut: false },
  week: { measure: "counted", kinds: income, showsLeftOut: false },
  block: { measure: "counted", kinds: income, showsLeftOut: false },
  product: { measure: "counted", kinds: ["order_line"], showsLeftOut: false },
  promoted_product: { measure: "counted", kinds: lines, showsLeftOut: false },
  creator: { measure: "reported", kinds: lines, showsLeftOut: false },
  partners: { measure: "count", kinds: lines, showsLeftOut: false },
  weekday: { measure: "counted", kinds: income, showsLeftOut: false },
  hour: { measure: "counted", kinds: income, showsLeftOut: false },
  market: { measure: "counted", kinds: sales, showsLeftOut: false },
  market_rest: { measure: "counted", kinds: sales, showsLeftOut: false },
};

/** Figures of commission lines that the insights spread, each with the rest of its list; behind `cost_`, what shops pay. */
const lineFamilies: ReadonlySet<string> = new Set(
  ["partner_shop", ...["", "cost_"].flatMap((before) => lineSpreads.map((name) => `${before}${name}`))].flatMap(
    (name) => [name, `${name}_rest`],
  ),
);

/** Families whose names go on behind a colon. */
const namedFamilies: ReadonlySet<string> = new Set([
  "excluded",
  "not_reported",
  "currency",
  "shop",
  "trail",
  "week",
  "block",
  "product",
  "promoted_product",
  "creator",
  "partners",
  "weekday",
  "hour",
  "market",
  "market_rest",
]);

/** Figures that are made of others. */
export const madeFigures = [
  "monthly_net",
  "average_order",
  "found_in_payouts",
  "refund_rate",
  "late_dispatch",
  "seller_fault_rate",
  "weeks",
  "blocks",
  "products",
  "partners_paid",
  "partner_network",
  "shops",
  "currencies",
  "left_out",
  "account",
] as const;
export type MadeFigure = (typeof madeFigures)[number];

/** The figure behind each item of the score; `account` is what the account says of itself, which no row adds up to. */
export const figureOfItem = {
  monthly_revenue: "monthly_net",
  order_frequency: "weeks",
  order_regularity: "weeks",
  revenue_stability: "blocks",
  account_age: "account",
  seller_type: "account",
  refund_rate: "refund_rate",
  on_time_dispatch: "late_dispatch",
  seller_cancellations: "seller_fault_rate",
  customer_satisfaction: "satisfaction",
  platform_standing: "account",
  revenue_growth: "blocks",
  order_growth: "blocks",
  product_launches: "launches",
  market_expansion: "shops",
  affiliate_network: "partner_network",
} as const satisfies Readonly<Record<ItemCode, string>>;

/** The items of the score that a figure is behind, by itself or as a part. */
export function itemsOfFigure(figure: string): readonly ItemCode[] {
  const family = figureFamily(figure);
  const behind = new Set<string>([family, ...(madeOfFamily[family] ?? [])]);
  return itemCodes.filter((code) => behind.has(figureOfItem[code]));
}

const itemCodes = Object.keys(figureOfItem) as (keyof typeof figureOfItem)[];

/** Made figures that a family is a part of. */
const madeOfFamily: Readonly<Record<string, readonly MadeFigure[]>> = {
  net: ["monthly_net"],
  refunds: ["refund_rate"],
  gross: ["refund_rate"],
  settled_estimates: ["refund_rate"],
  settled_commission: ["refund_rate"],
  dispatch_late: ["late_dispatch"],
  dispatch_measured: ["late_dispatch"],
  seller_fault: ["seller_fault_rate"],
  week: ["weeks"],
  block: ["blocks"],
  shop: ["shops"],
  partners: ["partner_network"],
};

/** The word of a figure's name that says what it is of. */
export function figureFamily(figure: string): string {
  const colon = figure.indexOf(":");
  return colon < 0 ? figure : figure.slice(0, colon);
}

/** What the rows of a figure are; null for one that is made of others, or that nobody knows. */
export function rowsOfFigure(figure: string): FigureDefinition | null {
  const family = figureFamily(figure);
  const isNamed = namedFamilies.has(family) || lineFamilies.has(family);
  if (isNamed === (figure === family)) return null;
  if (lineFamilies.has(family)) return { measure: "counted", kinds: lines, showsLeftOut: false };
  return Object.hasOwn(rowFamilies, family) ? (rowFamilies[family] ?? null) : null;
}

/** The figure as one that is made of others, or null. */
export function madeFigure(figure: string): MadeFigure | null {
  return madeFigures.find((name) => name === figure) ?? null;
}

/** Whether there is a figure of this name at all. */
export function isFigure(figure: string): boolean {
  return rowsOfFigure(figure) !== null || madeFigure(figure) !== null;
}
