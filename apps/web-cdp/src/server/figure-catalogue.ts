import type { ItemCode } from "@lendfriend/credit-score";
import { familyOf, figureName, type MetricRowKind, type SpreadName, spreadNames } from "@lendfriend/tiktokshop-client";

/*
 * Which rows are behind which figure. A figure is named as its rows name it (`net`, `week:all:3`, `market:USD:US`), or it is one that
 * is made of others: a ratio, a median, a series.
 */

export type RowKind = MetricRowKind;

export { figureName, type SpreadName, spreadNames };

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

/** Figures that their rows add up to, by the word of their name. */
const rowFamilies = {
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
  excluded: { measure: "reported", kinds: [...income, ...lines, "return"], showsLeftOut: false },
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
} as const satisfies Readonly<Record<string, FigureDefinition>>;

type LineSpread = Exclude<SpreadName, "weekday" | "hour" | "market">;

/** What the insights spread commission lines by: all that is not a spread of orders. */
const lineSpreads = spreadNames.filter((name): name is LineSpread => !Object.hasOwn(rowFamilies, name));

/** Their figures, each with the rest of its list. */
const lineFamilies: ReadonlySet<string> = new Set(lineSpreads.flatMap((name) => [name, `${name}_rest`]));

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

/** What each made figure is made of, by the words of their names. */
export const familiesOfMade = {
  monthly_net: ["net"],
  average_order: ["gross", "orders"],
  found_in_payouts: ["old_delivered", "old_unreconciled"],
  refund_rate: ["refunds", "gross", "settled_estimates", "settled_commission"],
  late_dispatch: ["dispatch_late", "dispatch_measured"],
  seller_fault_rate: ["seller_fault", "orders"],
  weeks: ["week"],
  blocks: ["block"],
  products: ["product", "promoted_product"],
  partners_paid: ["creator"],
  partner_network: ["partners"],
  shops: ["shop"],
  currencies: ["currency"],
  left_out: ["excluded"],
  account: [],
} as const satisfies Readonly<Record<MadeFigure, readonly FigureFamily[]>>;

/** The items of the score that a figure is behind, by itself or as a part. */
export function itemsOfFigure(figure: string): readonly ItemCode[] {
  const family = figureFamily(figure);
  const isBehind = (made: MadeFigure) => (familiesOfMade[made] as readonly FigureFamily[]).includes(family);
  const behind = new Set<string>([family, ...madeFigures.filter(isBehind)]);
  return itemCodes.filter((code) => behind.has(figureOfItem[code]));
}

const itemCodes = Object.keys(figureOfItem) as (keyof typeof figureOfItem)[];

/** What a figure is of: all figures of one family are called, made and found alike, the rest of a list like its parts. */
export type FigureFamily = Exclude<keyof typeof rowFamilies, "market_rest"> | LineSpread | MadeFigure;

export const figureFamilies: readonly FigureFamily[] = [
  ...(Object.keys(rowFamilies) as (keyof typeof rowFamilies)[]).filter((name) => name !== "market_rest"),
  ...lineSpreads,
  ...madeFigures,
];

/** Throws for a name that no figure has. */
export function figureFamily(figure: string): FigureFamily {
  const word = familyOf(figure).replace(/_rest$/, "");
  const family = figureFamilies.find((name) => name === word);
  if (family === undefined) throw new Error(`No figure is called ${figure}.`);
  return family;
}

/** What the rows of a figure are; null for one that is made of others, or that nobody knows. */
export function rowsOfFigure(figure: string): FigureDefinition | null {
  const family = familyOf(figure);
  const isNamed = namedFamilies.has(family) || lineFamilies.has(family);
  if (isNamed === (figure === family)) return null;
  if (lineFamilies.has(family)) return { measure: "counted", kinds: lines, showsLeftOut: false };
  return isRowFamily(family) ? rowFamilies[family] : null;
}

/** The figure as one that is made of others, or null. */
export function madeFigure(figure: string): MadeFigure | null {
  return madeFigures.find((name) => name === figure) ?? null;
}

/** Whether there is a figure of this name at all. */
export function isFigure(figure: string): boolean {
  return rowsOfFigure(figure) !== null || madeFigure(figure) !== null;
}

function isRowFamily(family: string): family is keyof typeof rowFamilies {
  return Object.hasOwn(rowFamilies, family);
}
