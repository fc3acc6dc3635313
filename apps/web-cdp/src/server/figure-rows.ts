import type { IncomeMetrics } from "@lendfriend/credit-score";
import type { FigureSum, FirstInsights, Insights, MetricRow } from "@lendfriend/tiktokshop-client";
import { z } from "zod";
import { isFigure, type RowKind } from "./figure-catalogue.ts";

/** A figure's sum, and its number in the stored rows. */
export type NumberedSum = FigureSum & { readonly number: number };
export interface LeftOutRows {
  readonly kind: RowKind;
  readonly reason: string;
  readonly count: number;
}

/** `counted`: rows that are in the figure. `left_out`: rows of the same kinds that count in nothing. */
export type RowSide = "counted" | "left_out";

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
  readonly status: "gathering" | "gathered" | "failed";
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
