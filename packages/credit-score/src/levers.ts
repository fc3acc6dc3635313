import { monthlyMeanUsd } from "./assess-revenue.ts";
import {
  setAccountAge,
  setActiveAffiliates,
  setChatSatisfaction,
  setLateDispatch,
  setMonthlyNet,
  setNewMarketShare,
  setOrderCount,
  setProductLaunches,
  setRefundRate,
  setSellerCancellations,
  setShopScore,
  setStanding,
  setWeeksWithSales,
} from "./edit-metrics.ts";
import { ageDays, amountOf, countOf } from "./figures.ts";
import type { IncomeMetrics, SideMetrics } from "./income-metrics.ts";
import type { ItemUnit } from "./score-report.ts";
import { ttshop1 } from "./ttshop1.ts";

/** What a borrower may try: each edits the snapshot, nothing else. */
export type LeverName =
  | "monthlyNetUsd"
  | "orderCount"
  | "weeksWithSales"
  | "accountAgeMonths"
  | "refundRate"
  | "lateDispatchRate"
  | "sellerCancellationRate"
  | "shopScore"
  | "chatSatisfaction"
  | "standingRestored"
  | "productLaunches"
  | "newMarketShare"
  | "activeAffiliates";

/** How one lever reads the snapshot and writes it. */
export interface Lever {
  readonly name: LeverName;
  readonly label: string;
  readonly unit: ItemUnit;
  readonly min: number;
  readonly step: number;
  /** Whole numbers only. */
  readonly whole: boolean;
  readonly max: (metrics: IncomeMetrics) => number;
  /** The value now; null when this snapshot does not offer the lever. */
  readonly current: (metrics: IncomeMetrics) => number | null;
  readonly apply: (metrics: IncomeMetrics, value: number) => IncomeMetrics;
}

export const levers: readonly Lever[] = [
  {
    name: "monthlyNetUsd",
    label: "Net revenue a month",
    unit: "usd_month",
    min: 0,
    step: 100,
    whole: false,
    max: () => 1_000_000,
    current: (metrics) => monthlyMeanUsd(metrics, ttshop1),
    apply: setMonthlyNet,
  },
  {
    name: "orderCount",
    label: "Orders in the window",
    unit: "count",
    min: 0,
    step: 1,
    whole: true,
    max: () => 100_000,
    current: (metrics) => countOf(metrics.orderCount),
    apply: setOrderCount,
  },
  {
    name: "weeksWithSales",
    label: "Weeks with a sale",
    unit: "count",
    min: 0,
    step: 1,
    whole: true,
    max: weekCount,
    current: (metrics) => (weekCount(metrics) === 0 ? null : activeWeeks(metrics)),
    apply: setWeeksWithSales,
  },
  {
    name: "accountAgeMonths",
    label: "Months since the first activity",
    unit: "months",
    min: 0,
    step: 1,
    whole: false,
    max: () => 600,
    current: currentAge,
    apply: (metrics, months) => setAccountAge(metrics, months, ttshop1.consistency.daysPerMonth),
  },
  {
    name: "refundRate",
    label: "Refund rate by value",
    unit: "share",
    min: 0,
    step: 0.005,
    whole: false,
    max: () => 1,
    current: currentRefundRate,
    apply: setRefundRate,
  },
  {
    name: "lateDispatchRate",
    label: "Late dispatch rate",
    unit: "share",
    min: 0,
    step: 0.005,
    whole: false,
    max: () => 1,
    current: ({ seller }) =>
      seller?.dispatch.status === "available" ? ratio(seller.dispatch.late, seller.dispatch.measured) : null,
    apply: setLateDispatch,
  },
  {
    name: "sellerCancellationRate",
    label: "Orders that the shop cancelled",
    unit: "share",
    min: 0,
    step: 0.005,
    whole: false,
    max: () => 0.5,
    current: ({ seller }) =>
      seller?.cancellations.status === "available"
        ? ratio(seller.cancellations.sellerFault, seller.orderCount + seller.cancellations.sellerFault)
        : null,
    apply: setSellerCancellations,
  },
  {
    name: "shopScore",
    label: "The platform's shop score",
    unit: "score_5",
    min: 0,
    step: 0.1,
    whole: false,
    max: () => 5,
    current: (metrics) => currentSatisfaction(metrics, "shop_score"),
    apply: setShopScore,
  },
  {
    name: "chatSatisfaction",
    label: "Chat satisfaction",
    unit: "percent",
    min: 0,
    step: 1,
    whole: false,
    max: () => 100,
    current: (metrics) => currentSatisfaction(metrics, "chat_satisfaction"),
    apply: setChatSatisfaction,
  },
  {
    name: "standingRestored",
    label: "Authorisation renewed, shop active, payments through (1) or as now (0)",
    unit: "ratio",
    min: 0,
    step: 1,
    whole: true,
    max: () => 1,
    current: (metrics) => (sidesOf(metrics).some((side) => hasStandingFault(side)) ? 0 : null),
    apply: (metrics, value) => (value === 1 ? setStanding(metrics) : metrics),
  },
  {
    name: "productLaunches",
    label: "New products sold in the latest period",
    unit: "count",
    min: 0,
    step: 1,
    whole: true,
    max: () => 50,
    current: ({ seller }) => (seller?.launches.status === "available" ? countOf(seller.launches.products) : null),
    apply: setProductLaunches,
  },
  {
    name: "newMarketShare",
    label: "Share of the latest period from a new market",
    unit: "share",
    min: 0,
    step: 0.01,
    whole: false,
    max: () => 1,
    current: ({ seller }) => (seller?.markets.status === "available" ? seller.markets.newRegionShare : null),
    apply: setNewMarketShare,
  },
  {
    name: "activeAffiliates",
    label: "Affiliate partners in the latest period",
    unit: "count",
    min: 0,
    step: 1,
    whole: true,
    max: () => 10_000,
    current: (metrics) => currentAffiliates(metrics),
    apply: setActiveAffiliates,
  },
];

function sidesOf(metrics: IncomeMetrics): readonly SideMetrics[] {
  return [metrics.seller, metrics.creator].filter((side) => side !== null);
}

function weekCount(metrics: IncomeMetrics): number {
  return Math.max(0, ...sidesOf(metrics).map((side) => side.weeklyOrders.length));
}

function activeWeeks(metrics: IncomeMetrics): number {
  return Math.max(0, ...sidesOf(metrics).map((side) => side.weeklyOrders.filter((orders) => orders > 0).length));
}

function currentAge(metrics: IncomeMetrics): number | null {
  const sides = sidesOf(metrics);
  if (sides.length === 0) return null;
  return Math.max(...sides.map((side) => ageDays(side, metrics.asOf))) / ttshop1.consistency.daysPerMonth;
}

function currentRefundRate(metrics: IncomeMetrics): number | null {
  const rates = sidesOf(metrics).flatMap((side) => (side.refunds.status === "available" ? [side.refunds] : []));
  if (rates.length === 0) return null;
  const refunded = rates.reduce((sum, rate) => sum + amountOf(rate.refundedUsd), 0);
  return ratio(
    refunded,
    rates.reduce((sum, rate) => sum + amountOf(rate.baseUsd), 0),
  );
}

function currentSatisfaction(metrics: IncomeMetrics, source: "shop_score" | "chat_satisfaction"): number | null {
  const satisfaction = metrics.seller?.satisfaction;
  return satisfaction?.status === "available" && satisfaction.source === source ? satisfaction.value : null;
}

function hasStandingFault(side: SideMetrics): boolean {
  return side.standing.status === "available" && side.standing.state !== "good";
}

function currentAffiliates(metrics: IncomeMetrics): number | null {
  const side = metrics.seller ?? metrics.creator;
  if (!side || side.affiliates.status === "withheld") return null;
  return side.affiliates.status === "available" ? countOf(side.affiliates.lastBlock) : 0;
}

function ratio(part: number, whole: number): number {
  return whole > 0 ? Math.max(0, part / whole) : 0;
}
