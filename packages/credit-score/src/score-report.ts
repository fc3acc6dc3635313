import type { IncomeMetrics } from "./income-metrics.ts";
import type { SaidMessage } from "./messages.ts";

export type FactorCode = "revenue" | "consistency" | "reliability" | "growth";

export type ItemCode =
  | "monthly_revenue"
  | "order_frequency"
  | "order_regularity"
  | "revenue_stability"
  | "account_age"
  | "seller_type"
  | "refund_rate"
  | "on_time_dispatch"
  | "seller_cancellations"
  | "customer_satisfaction"
  | "platform_standing"
  | "revenue_growth"
  | "order_growth"
  | "product_launches"
  | "market_expansion"
  | "affiliate_network";

/**
 * `unavailable_platform`: the platform has no such figure, its weight is spread inside the factor.
 * `insufficient_history`: too little history, 0 and not spread. `withheld`: permission not granted, 0 and not spread.
 */
export type ItemStatus = "scored" | "unavailable_platform" | "insufficient_history" | "withheld";

/** Why an item has the points it has, for machines; `reason` says the same to people. */
export type ItemReasonCode =
  | "MEASURED"
  | "NOT_OFFERED_BY_PLATFORM"
  | "INSUFFICIENT_HISTORY"
  | "NO_QUALIFYING_ORDERS"
  | "CONSENT_WITHHELD";

/** One line of the ledger. Points are exact thousandths: `millipoints / 1000`. */
export interface ScoreItem {
  readonly code: ItemCode;
  readonly points: number;
  readonly max: number;
  readonly millipoints: number;
  readonly maxMillipoints: number;
  /** What was measured, in the item's own unit (`unit`); null when it was not measured. */
  readonly value: number | null;
  /** Where the item reaches all its points. */
  readonly threshold: number | null;
  readonly unit: ItemUnit;
  readonly status: ItemStatus;
  readonly reasonCode: ItemReasonCode;
  /** One plain sentence with the numbers in it. */
  readonly reason: string;
  /** What `reason` says, as codes and values; absent in scores from before it was kept. So is every `said` below. */
  readonly said?: readonly SaidMessage[];
  /** The permissions whose grant restores a withheld item. */
  readonly permissions: readonly string[];
}

/** `usd_month`: US dollars in 30 days. `share`: fraction of 1. `ratio`: a plain number. */
export type ItemUnit = "usd_month" | "share" | "ratio" | "months" | "count" | "score_5" | "percent";

export interface ScoreFactor {
  readonly points: number;
  readonly max: number;
  readonly millipoints: number;
  readonly items: readonly ScoreItem[];
}

export type CapCode = "NO_QUALIFYING_ORDERS" | "REFUNDS_EXCEED_SALES" | "FEWER_THAN_5_ORDERS" | "HISTORY_UNDER_28_DAYS";

/** A ceiling that this borrower meets. Only the lowest is applied; `pointsLost` is what it took. */
export interface ScoreCap {
  readonly code: CapCode;
  readonly limit: number;
  readonly applied: boolean;
  readonly pointsLost: number;
  readonly reason: string;
  readonly said?: readonly SaidMessage[];
}

/** One of the four largest points kept or lost. */
export interface ScoreReason {
  readonly code: ItemCode | CapCode;
  readonly factor: FactorCode | "cap";
  readonly reasonCode: ItemReasonCode | "CAP";
  readonly value: number | null;
  readonly threshold: number | null;
  /** Points kept (positive) or lost (negative), both as positive numbers. */
  readonly points: number;
  /** The exact rise of the score when this reaches `gainAt`, from a re-run; null when the borrower cannot change it. */
  readonly gain: number | null;
  /** The value at which `gain` was computed. */
  readonly gainAt: number | null;
  readonly text: string;
  readonly said?: readonly SaidMessage[];
}

export type AlertCode =
  | "REVENUE_DECLINE"
  | "MISSING_EXCHANGE_RATE"
  | "UNKNOWN_STATUS"
  | "AMOUNTS_NOT_REPORTED"
  | "CONSENT_WITHHELD"
  | "PROVISIONAL";

/** Shown beside the score, never in it. */
export interface ScoreAlert {
  readonly code: AlertCode;
  readonly value: number | null;
  readonly threshold: number | null;
  readonly text: string;
  readonly said?: readonly SaidMessage[];
}

export type ScoreTier = "Established" | "Growing" | "Building" | "New";
export type ScoreIntegrity = "PASS" | "REVIEW" | "FAIL" | "UNAVAILABLE";

/** The figures of the snapshot that readers see. Sums are in `currency`. */
export interface ReportMetrics
  extends Pick<
    IncomeMetrics,
    | "window"
    | "observedDays"
    | "currency"
    | "gross"
    | "refunds"
    | "net"
    | "monthlyNet"
    | "orderCount"
    | "itemsSold"
    | "averageOrderValue"
    | "affiliateCommission"
    | "affiliateCommissionEstimated"
    | "excluded"
    | "weekly"
    | "blocks"
    | "byCurrency"
    | "byShop"
    | "byProduct"
    | "byCreator"
    | "medianDaysToCash"
    | "exchangeRates"
    | "notReported"
  > {
  /** Share of old delivered value that the platform's finance rows account for; null without settlements. */
  readonly reconciledShare: number | null;
}

/** The score with every point explained. Not calibrated to default risk. */
export interface ScoreReport {
  readonly model: string;
  /** SHA-256 (hex) of the model's canonical config. */
  readonly modelHash: string;
  /** ISO 8601, UTC. */
  readonly asOf: string;
  readonly provisional: boolean;
  /** 0 to 100, exact thousandths. */
  readonly score: number;
  readonly millipoints: number;
  /** 100 − score: what the items and the applied cap lost, together. */
  readonly pointsLost: number;
  readonly tier: ScoreTier;
  /** 0 to 100, beside the score and never in it. */
  readonly confidence: number;
  readonly integrity: ScoreIntegrity;
  readonly factors: Readonly<Record<FactorCode, ScoreFactor>>;
  readonly caps: readonly ScoreCap[];
  readonly reasons: { readonly negative: readonly ScoreReason[]; readonly positive: readonly ScoreReason[] };
  readonly alerts: readonly ScoreAlert[];
  readonly metrics: ReportMetrics;
  /** SHA-256 (hex) of the canonical inputs and of this report without this field and without `said`. */
  readonly snapshotHash: string;
}
