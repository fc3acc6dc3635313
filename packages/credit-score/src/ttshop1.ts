import { canonicalHash } from "./canonical-json.ts";
import type { Curve } from "./curve.ts";
import type { CapCode, FactorCode, ItemCode, ScoreTier } from "./score-report.ts";

export interface ItemWeight {
  readonly code: ItemCode;
  /** Maximum in thousandths of a point, before spreading. */
  readonly weight: number;
}

/** Every number of a model version. A change of any of them is another version. */
export interface ScoreModel {
  readonly model: string;
  /** Rows in the order of the published table: ties in spreading go to the earlier one. */
  readonly factors: Readonly<Record<FactorCode, readonly ItemWeight[]>>;
  readonly fullCredibilityOrders: number;
  readonly fullHistoryDays: number;
  readonly shortHistoryDays: number;
  readonly revenue: {
    readonly curve: Curve;
    readonly fadeFromDays: number;
    readonly fadeFloor: number;
    readonly fadeHeadroom: number;
  };
  readonly consistency: {
    readonly activeWeekShare: number;
    readonly regularity: Curve;
    readonly tolerableDrop: number;
    readonly dropSpan: number;
    readonly ageMonths: Curve;
    readonly daysPerMonth: number;
    readonly sellerType: Readonly<Record<"business" | "individual" | "creator" | "hybrid", number>>;
  };
  readonly reliability: {
    readonly refunds: {
      readonly curve: Curve;
      readonly prior: number;
      readonly leastUsd: number;
      readonly orders: number;
    };
    readonly dispatch: { readonly curve: Curve; readonly prior: number; readonly strength: number };
    readonly cancellations: { readonly curve: Curve; readonly prior: number; readonly strength: number };
    readonly shopScore: Curve;
    readonly chatSatisfaction: Curve;
    readonly standing: Readonly<Record<"good" | "authorization_expiring" | "payment_problem" | "ended", number>>;
  };
  /** What growth, stability and the weight of a hybrid's shops read of an order: sales before refunds. */
  readonly trendBasis: "sales_before_refunds";
  readonly growth: {
    readonly curve: Curve;
    readonly damping: { readonly leastUsd: number; readonly leastOrders: number; readonly share: number };
    readonly launches: Curve;
    readonly newMarketShare: number;
    readonly severalMarkets: number;
  };
  readonly caps: Readonly<Record<CapCode, number>>;
  readonly capOrders: number;
  readonly tiers: readonly (readonly [from: number, tier: ScoreTier])[];
  readonly confidence: {
    readonly orders: number;
    readonly history: number;
    readonly reconciled: number;
    readonly freshness: number;
    readonly fullOrders: number;
    readonly freshHours: number;
    readonly staleHours: number;
  };
  readonly integrity: { readonly pass: number; readonly review: number };
  readonly reasonCount: number;
  readonly declineAlert: number;
}

/** Model `ttshop-1`. Reasoned from published thresholds; not fitted to repayment data, not calibrated to default risk. */
export const ttshop1: ScoreModel = deepFreeze({
  model: "ttshop-1",
  factors: {
    revenue: [{ code: "monthly_revenue", weight: 40_000 }],
    consistency: [
      { code: "order_frequency", weight: 5_000 },
      { code: "order_regularity", weight: 4_000 },
      { code: "revenue_stability", weight: 5_000 },
      { code: "account_age", weight: 4_000 },
      { code: "seller_type", weight: 2_000 },
    ],
    reliability: [
      { code: "refund_rate", weight: 6_000 },
      { code: "on_time_dispatch", weight: 5_000 },
      { code: "seller_cancellations", weight: 3_000 },
      { code: "customer_satisfaction", weight: 3_000 },
      { code: "platform_standing", weight: 3_000 },
    ],
    growth: [
      { code: "revenue_growth", weight: 8_000 },
      { code: "order_growth", weight: 5_000 },
      { code: "product_launches", weight: 3_000 },
      { code: "market_expansion", weight: 2_000 },
      { code: "affiliate_network", weight: 2_000 },
    ],
  },
  fullCredibilityOrders: 30,
  fullHistoryDays: 90,
  shortHistoryDays: 28,
  revenue: {
    curve: [
      [0, 0.1],
      [1_000, 0.3],
      [5_000, 0.6],
      [20_000, 1],
    ],
    fadeFromDays: 60,
    fadeFloor: 0.5,
    fadeHeadroom: 1.25,
  },
  consistency: {
    activeWeekShare: 11 / 12,
    regularity: [
      [0.25, 1],
      [0.5, 0.75],
      [1, 0.4],
      [1.5, 0.15],
      [2, 0],
    ],
    tolerableDrop: 0.1,
    dropSpan: 0.6,
    ageMonths: [
      [0, 0.25],
      [3, 0.5],
      [6, 0.75],
      [12, 1],
    ],
    daysPerMonth: 30.4375,
    sellerType: { business: 1, individual: 0.5, creator: 0.5, hybrid: 1 },
  },
  reliability: {
    refunds: {
      curve: [
        [0.02, 1],
        [0.08, 0.6],
        [0.15, 0.25],
        [0.25, 0],
      ],
      prior: 0.08,
      leastUsd: 200,
      orders: 20,
    },
    dispatch: {
      curve: [
        [0.04, 1],
        [0.1, 0.5],
        [0.25, 0],
      ],
      prior: 0.06,
      strength: 10,
    },
    cancellations: {
      curve: [
        [0.01, 1],
        [0.025, 0.6],
        [0.05, 0.2],
        [0.1, 0],
      ],
      prior: 0.02,
      strength: 10,
    },
    shopScore: [
      [3.5, 0],
      [4, 0.4],
      [4.5, 0.8],
      [4.8, 1],
    ],
    chatSatisfaction: [
      [70, 0],
      [85, 0.5],
      [95, 1],
    ],
    standing: { good: 1, authorization_expiring: 0.8, payment_problem: 0.4, ended: 0 },
  },
  trendBasis: "sales_before_refunds",
  growth: {
    curve: [
      [-0.5, 0],
      [-0.2, 0.15],
      [0, 0.45],
      [0.1, 0.65],
      [0.3, 1],
    ],
    damping: { leastUsd: 100, leastOrders: 3, share: 0.01 },
    launches: [
      [0, 0],
      [1, 0.4],
      [2, 0.7],
      [3, 1],
    ],
    newMarketShare: 0.05,
    severalMarkets: 0.25,
  },
  caps: {
    NO_QUALIFYING_ORDERS: 20_000,
    REFUNDS_EXCEED_SALES: 25_000,
    FEWER_THAN_5_ORDERS: 45_000,
    HISTORY_UNDER_28_DAYS: 55_000,
  },
  capOrders: 5,
  tiers: [
    [75_000, "Established"],
    [55_000, "Growing"],
    [40_000, "Building"],
    [0, "New"],
  ],
  confidence: {
    orders: 30,
    history: 30,
    reconciled: 25,
    freshness: 15,
    fullOrders: 100,
    freshHours: 24,
    staleHours: 168,
  },
  integrity: { pass: 0.95, review: 0.85 },
  reasonCount: 4,
  declineAlert: 0.3,
} satisfies ScoreModel);

const ttshop1Hash = canonicalHash(ttshop1);

/** SHA-256 (hex) over the canonical config: equal hashes mean the same model. */
export function modelHash(model: ScoreModel): string {
  return model === ttshop1 ? ttshop1Hash : canonicalHash(model);
}

function deepFreeze<Value>(value: Value): Value {
  if (typeof value !== "object" || value === null) return value;
  for (const member of Object.values(value)) deepFreeze(member);
  return Object.freeze(value);
}
