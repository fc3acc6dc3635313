/*
 * What a platform's rows come down to, and all that the score reads. Knows no platform: counts, exact sums, series, rates.
 * JSON-serialisable; amounts are plain decimal strings, times unix seconds UTC, shares and rates fractions of 1.
 */

import type { AccountKind } from "@lendfriend/connector";

/** Why a measure has no figure: the platform offers none here, or the borrower did not grant the permission it needs. */
export type Unmeasured =
  | { readonly status: "unavailable_platform"; readonly explanation: string }
  | { readonly status: "withheld"; readonly permissions: readonly string[] };

/** A figure of the platform, or why there is none. */
export type Measure<Figure> = ({ readonly status: "available" } & Figure) | Unmeasured;

export interface IncomeWindow {
  /** Unix seconds, inclusive. */
  readonly from: number;
  /** Unix seconds, exclusive: the same as `asOf`. */
  readonly to: number;
  readonly days: number;
}

/** Sums in `currency` of the metrics. */
export interface PeriodMetrics {
  readonly from: number;
  readonly to: number;
  readonly orderCount: number;
  readonly gross: string;
  readonly net: string;
  readonly netUsd: string;
}

export interface CurrencyMetrics {
  readonly currency: string;
  readonly orderCount: number;
  readonly gross: string;
  readonly refunds: string;
  readonly net: string;
  readonly affiliateCommission: string;
  readonly netUsd: string;
  /** Share of the net in US dollars, 4 decimals; 0 where the currency's net is not positive. */
  readonly usdShare: number;
}

/** Sums in `currency` of the metrics. */
export interface ShopMetrics {
  readonly shopId: string;
  readonly name: string;
  readonly region: string;
  readonly orderCount: number;
  readonly gross: string;
  readonly refunds: string;
  readonly net: string;
}

export interface ExcludedRows {
  readonly count: number;
  /** In `currency` of the metrics unless told otherwise; rows whose amount or rate is unknown are counted and not valued. */
  readonly value: string;
  /** Told where some rows are in another currency than that of the metrics: all of them are valued in dollars then. */
  readonly currency?: "USD" | undefined;
}

/** Sales or sale base by product or creator; `hhi` is the Herfindahl index, 0 to 10,000, null without sales. */
export interface Concentration {
  readonly hhi: number | null;
  readonly count: number;
  /** The largest ones, 4-decimal shares of the whole. */
  readonly largest: readonly { readonly id: string; readonly name: string; readonly share: number }[];
}

/** One currency of one side. Three blocks, the oldest first; of a creator, gross is the commission that counts. */
export interface SideCurrency {
  readonly currency: string;
  readonly orderCount: number;
  readonly net: string;
  readonly netUsd: string;
  /** Units of the currency per US dollar on the day of its first order: one rate, so that a later move is not growth. */
  readonly openingUnitsPerUsd: string;
  readonly weeklyOrders: readonly number[];
  readonly blocks: readonly { readonly orderCount: number; readonly gross: string; readonly net: string }[];
}

export type StandingState = "good" | "authorization_expiring" | "payment_problem" | "ended";

/** Everything the score reads about the shops, or about the creator accounts, of one borrower. */
export interface SideMetrics {
  readonly account: AccountKind;
  /** Unix seconds of the earliest activity known, null when there never was one. */
  readonly firstActivityAt: number | null;
  /** Whole days, 1 to 90. */
  readonly observedDays: number;
  /** Qualifying orders. */
  readonly orderCount: number;
  readonly netUsd: string;
  /** Qualifying orders of each full week, oldest first. */
  readonly weeklyOrders: readonly number[];
  readonly currencies: readonly SideCurrency[];
  readonly sellerType: "business" | "individual" | "creator";
  readonly refunds: Measure<{ readonly refundedUsd: string; readonly baseUsd: string }>;
  /** Of the orders that have both a dispatch time and a due time. */
  readonly dispatch: Measure<{ readonly late: number; readonly measured: number }>;
  readonly cancellations: Measure<{ readonly sellerFault: number }>;
  readonly satisfaction: Measure<{
    readonly source: "shop_score" | "chat_satisfaction";
    /** 0 to 5 for a shop score, percent for chat satisfaction. */
    readonly value: number;
  }>;
  readonly standing: Measure<{ readonly state: StandingState }>;
  readonly launches: Measure<{ readonly products: number }>;
  readonly markets: Measure<{
    readonly regions: number;
    /** The largest share of the newest block's net that one region first seen in it has; 0 when there is none. */
    readonly newRegionShare: number;
  }>;
  /** Distinct partners (creators of a shop, shops of a creator) with a commissioned order in the first and last block. */
  readonly affiliates: Measure<{ readonly firstBlock: number; readonly lastBlock: number }>;
}

export type Reconciliation =
  | { readonly status: "unavailable" }
  | { readonly status: "available"; readonly oldDeliveredUsd: string; readonly unreconciledUsd: string };

export interface IncomeMetrics {
  readonly schema: 1;
  /** Unix seconds: the second at which the import's windows were fixed. */
  readonly asOf: number;
  readonly window: IncomeWindow;
  /** Whole days from the first activity to `asOf`, 1 to 90; of a borrower with two sides the larger. */
  readonly observedDays: number;
  /** Length of a block: up to 30, a third of the observed days below 90. */
  readonly blockDays: number;
  /** The one currency in play, or USD when there are several. Every sum here without another word is in it. */
  readonly currency: string;
  readonly gross: string;
  readonly refunds: string;
  readonly net: string;
  /** Net over 30 days, 2 decimals. */
  readonly monthlyNet: string;
  readonly netUsd: string;
  readonly orderCount: number;
  readonly itemsSold: number;
  /** Gross over the shops' orders, 2 decimals. */
  readonly averageOrderValue: string;
  readonly affiliateCommission: string;
  /** Of that, what rests on the platform's estimate because it is not settled yet. */
  readonly affiliateCommissionEstimated: string;
  /** Share of settled estimates that was not paid, 4 decimals. */
  readonly commissionReversalRate: number;
  readonly excluded: Readonly<Record<string, ExcludedRows>>;
  /** Full weeks, oldest first. */
  readonly weekly: readonly PeriodMetrics[];
  /** Three blocks, oldest first. */
  readonly blocks: readonly PeriodMetrics[];
  readonly byCurrency: readonly CurrencyMetrics[];
  readonly byShop: readonly ShopMetrics[];
  readonly byProduct: Concentration;
  readonly byCreator: Concentration;
  /** From order to the payment that carried its settlement; null when no such payment is known. */
  readonly medianDaysToCash: number | null;
  /** The platform's official shop rating, plain decimal text, where it gives one. */
  readonly shopRating: string | null;
  readonly seller: SideMetrics | null;
  readonly creator: SideMetrics | null;
  readonly reconciliation: Reconciliation;
  readonly exchangeRates: {
    readonly source: string;
    readonly hash: string;
    /** Currencies left out because no rate was near enough: never counted 1:1. */
    readonly missing: readonly string[];
  };
  /** Amounts that the platform left out or wrote ambiguously: counted as nothing, never guessed. */
  readonly notReported: readonly {
    readonly field: string;
    readonly count: number;
    readonly examples: readonly string[];
  }[];
  /**
   * Why these figures may still change: parts of the import that failed, and as `<list>: rows_set_aside` rows that could not be
   * understood. Empty when all was read.
   */
  readonly provisional: readonly string[];
}
