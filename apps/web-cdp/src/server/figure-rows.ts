import type { IncomeMetrics, ItemCode } from "@lendfriend/credit-score";
import type { FigureSum, FirstInsights, Insights, MetricRow, MetricRowKind } from "@lendfriend/tiktokshop-client";
import { z } from "zod";

/*
 * Which rows are behind which figure. A figure is named as its rows name it (`net`, `week:all:3`, `market:USD:US`), or it is one that
 * is made of others: a ratio, a median, a series.
 */

export type RowKind = MetricRowKind;
/** A figure's sum, and its number in the stored rows. */
export type NumberedSum = FigureSum & { readonly number: number };
export interface LeftOutRows {
  readonly kind: RowKind;
  readonly reason: string;
  readonly count: number;
}

/** `counted`: rows that are in the figure. `left_out`: rows of the same kinds that count in nothing. */
export type RowSide = "counted" | "left_out";

/** What of its rows a figure adds up. */
export type FigureMeasure = "count" | "counted" | "reported" | "items" | "days";

export interface RowsQuery {
  readonly figure: string;
  readonly side: RowSide;
  readonly cursor: RowsCursor;
  readonly pageSize: number;
}

/** Rows after the one of this number; `position` of them came before, on earlier pages. */
export interface RowsCursor {
  readonly after: number;
  readonly position: number;
}

/** One row as it is told outside: money as decimal text, its time as ISO text. */
export type FigureRow = Omit<MetricRow, "figures" | "at" | "amount" | "amountUsd" | "counted" | "countedUsd"> & {
  readonly number: number;
  readonly at: string | null;
  readonly amount: string | null;
  readonly amountUsd: string | null;
  readonly counted: string | null;
  readonly countedUsd: string | null;
};

/** A figure in its own unit. */
export type FigureAmount =
  | { readonly unit: "money"; readonly amount: string; readonly currency: string }
  | { readonly unit: "count" | "share" | "days"; readonly value: number };

/** What the score says of a figure, and what its rows come to today; null where the score or the rows say nothing. */
export interface ComparedFigure {
  readonly figure: string;
  /** What a product, a shop or a partner is called; null of all else. */
  readonly label: string | null;
  /** Of a week or a third of the window, unix seconds, half-open; null of all else. */
  readonly span: { readonly from: number; readonly to: number } | null;
  readonly stated: FigureAmount | null;
  readonly total: FigureAmount | null;
  /** Rows that count in it, null until they are gathered. */
  readonly rowCount: number | null;
  /** False when the imported rows have changed since the score was computed; null until they are gathered. */
  readonly agrees: boolean | null;
}

/** A figure of the newest score with one page of the rows behind it, as `GET /api/score/rows` answers it. */
export interface FigureRowsReport extends ComparedFigure {
  readonly side: RowSide;
  readonly asOf: string;
  readonly provisional: boolean;
  readonly snapshotHash: string;
  readonly status: "gathering" | "gathered";
  readonly gatheredAt: string | null;
  /** The figures that it is made of, when it is no sum of rows itself. */
  readonly parts: readonly ComparedFigure[];
  readonly leftOut: readonly LeftOutRows[];
  readonly rows: readonly FigureRow[];
  /** How many rows came before these. */
  readonly position: number;
  readonly pageSize: number;
  /** The value of `page` that leads to the next page, null on the last. */
  readonly nextPage: string | null;
}

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

const cursor = z
  .string()
  .regex(/^\d{1,12}\.\d{1,12}$/)
  .transform((text): RowsCursor => {
    const [after = 0, position = 0] = text.split(".").map(Number);
    return { after, position };
  });

/** A query of the HTTP surface: `?figure=net&side=left_out&page=500.50`. Nothing else may be in it. */
export const rowsQuery = z.strictObject({
  figure: z.string().min(1).max(400).refine(isFigure),
  side: z.enum(["counted", "left_out"]).default("counted"),
  page: cursor.default({ after: 0, position: 0 }),
  pageSize: z.coerce.number().int().min(1).max(500).default(50),
});

/** The text of a cursor. */
export function cursorText({ after, position }: RowsCursor): string {
  return `${after}.${position}`;
}

const rowKind = z.enum([
  "order",
  "order_line",
  "return",
  "settlement",
  "unsettled",
  "statement",
  "payment",
  "commission_order",
  "commission",
  "product",
  "performance",
]) satisfies z.ZodType<RowKind>;

const figureRow = z.object({
  number: z.number(),
  kind: rowKind,
  shopId: z.string().nullable(),
  id: z.string(),
  orderId: z.string().nullable(),
  label: z.string().nullable(),
  at: z.string().nullable(),
  currency: z.string().nullable(),
  amount: z.string().nullable(),
  amountUsd: z.string().nullable(),
  counted: z.string().nullable(),
  countedUsd: z.string().nullable(),
  unitsPerUsd: z.string().nullable(),
  quantity: z.number().nullable(),
  reason: z.string().nullable(),
}) satisfies z.ZodType<FigureRow>;

/** How the database answers: a score, and one page of the rows behind one of its figures. */
export type StoredRows = z.infer<typeof storedRows>;

export const storedRows = z.object({
  asOf: z.string(),
  provisional: z.boolean(),
  snapshotHash: z.string(),
  gatheredAt: z.string().nullable(),
  sums: z
    .record(
      z.string(),
      z.object({
        number: z.number(),
        count: z.number(),
        amounts: z.record(z.string(), z.string()),
        usd: z.string(),
        quantity: z.number(),
        medianDays: z.number().nullable(),
      }) satisfies z.ZodType<NumberedSum>,
    )
    .nullable(),
  leftOut: z
    .array(z.object({ kind: rowKind, reason: z.string(), count: z.number() }) satisfies z.ZodType<LeftOutRows>)
    .nullable(),
  rows: z.array(figureRow).nullable(),
  /** Sums of the money trail, null for a score without one. */
  trail: z
    .array(
      z.object({
        subject: z.string(),
        state: z.string(),
        currency: z.string(),
        count: z.number(),
        value: z.string(),
      }),
    )
    .nullable(),
  inputs: stored<IncomeMetrics>(),
  insights: stored<Insights | FirstInsights>().nullable(),
});

/** Written by the metrics themselves, immutable, and never re-read by us. */
function stored<Stored extends object>() {
  return z.custom<Stored>((value) => typeof value === "object" && value !== null && !Array.isArray(value));
}
