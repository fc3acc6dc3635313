import type {
  TieOutFlag,
  TieOutKind,
  TieOutProblem,
  TieOutState,
  TieOutSubject,
  TieOutSummary,
} from "@lendfriend/tiktokshop-client";
import { z } from "zod";

/** The kinds that are flagged, the gravest first. */
export const flagKinds = ["MISSING", "MISMATCH", "PARTIAL", "ORPHAN"] as const satisfies readonly TieOutKind[];

export type FlagKind = TieOutKind;
export type TrailState = TieOutState;
export type TrailCount = TieOutSummary["counts"][number];
export type OldDelivered = TieOutSummary["oldDelivered"][number];
export type UntiedAccount = TieOutSummary["untied"][number];

/** Which part of the flags: all or one kind, by pages from 1 on. */
export interface TieOutQuery {
  readonly kind: TieOutKind | null;
  readonly page: number;
  readonly pageSize: number;
}

/** The newest tie-out of a wallet, with one page of its flags. */
export interface TieOutPage extends TieOutSummary {
  readonly asOf: string;
  readonly snapshotHash: string;
  readonly page: number;
  readonly pageSize: number;
  /** Of the kind that was asked for, on all pages. */
  readonly flagCount: number;
  readonly flags: readonly StoredFlag[];
}

/** A flag as it is told outside: its time is ISO text. */
export type StoredFlag = Omit<TieOutFlag, "at"> & { readonly at: string | null };

/** A query of the HTTP surface: `?kind=MISSING&page=2`. */
export const tieOutQuery = z.object({
  kind: z.enum(flagKinds).optional(),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(500).default(50),
});

const kind = z.enum(flagKinds);
const subject = z.enum(["order", "settlement", "unsettled", "statement", "payment"]) satisfies z.ZodType<TieOutSubject>;
const state = z.enum(["MATCHED", "PENDING", ...flagKinds]) satisfies z.ZodType<TieOutState>;
const problem = z.enum([
  "not_settled",
  "settled_short",
  "settled_over",
  "other_currency",
  "unknown_order",
  "unknown_statement",
  "payment_not_found",
  "payment_failed",
  "no_statement",
  "sum_differs",
]) satisfies z.ZodType<TieOutProblem>;

const flag = z.object({
  kind,
  subject,
  problem,
  shopId: z.string(),
  id: z.string(),
  orderId: z.string().nullable(),
  statementId: z.string().nullable(),
  paymentId: z.string().nullable(),
  currency: z.string(),
  expected: z.string().nullable(),
  found: z.string().nullable(),
  foundCurrency: z.string().nullable(),
  at: z.string().nullable(),
}) satisfies z.ZodType<StoredFlag>;

/** How the database answers, checked against the types above. */
export const tieOutPage = z.object({
  status: z.enum(["available", "unavailable"]),
  untied: z.array(
    z.object({
      account: z.enum(["seller", "creator"]),
      reason: z.enum(["withheld", "unsupported", "nothing_settled", "no_settlements_for_creators"]),
      permission: z.string().nullable(),
    }),
  ),
  counts: z.array(z.object({ subject, state, currency: z.string(), count: z.number(), value: z.string() })),
  oldDelivered: z.array(
    z.object({
      currency: z.string(),
      count: z.number(),
      value: z.string(),
      missingCount: z.number(),
      missingValue: z.string(),
    }),
  ),
  asOf: z.string(),
  snapshotHash: z.string(),
  page: z.number(),
  pageSize: z.number(),
  flagCount: z.number(),
  flags: z.array(flag),
}) satisfies z.ZodType<TieOutPage>;
