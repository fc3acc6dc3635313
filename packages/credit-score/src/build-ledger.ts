import { assessCaps } from "./assess-caps.ts";
import {
  assessAccountAge,
  assessOrderFrequency,
  assessOrderRegularity,
  assessRevenueStability,
  assessSellerType,
} from "./assess-consistency.ts";
import {
  assessAffiliateNetwork,
  assessMarketExpansion,
  assessOrderGrowth,
  assessProductLaunches,
  assessRevenueGrowth,
} from "./assess-growth.ts";
import {
  assessCustomerSatisfaction,
  assessOnTimeDispatch,
  assessPlatformStanding,
  assessRefundRate,
  assessSellerCancellations,
} from "./assess-reliability.ts";
import { assessMonthlyRevenue } from "./assess-revenue.ts";
import { type Assessment, combineSides } from "./assessment.ts";
import { sellerWeight } from "./figures.ts";
import type { IncomeMetrics, SideMetrics } from "./income-metrics.ts";
import { thresholdOf, unitOf } from "./item-scale.ts";
import { milliPoints, pointsOf, spreadMaxima } from "./milli-points.ts";
import type { FactorCode, ItemCode, ScoreCap, ScoreFactor, ScoreItem } from "./score-report.ts";
import type { ItemWeight, ScoreModel } from "./ttshop1.ts";

/** Every point of a score: what each item kept of its maximum, and what the lowest cap took. */
export interface Ledger {
  readonly factors: Readonly<Record<FactorCode, ScoreFactor>>;
  readonly caps: readonly ScoreCap[];
  /** The score in thousandths of a point. */
  readonly millipoints: number;
}

/** Counts the points of one snapshot under one model. */
export function buildLedger(metrics: IncomeMetrics, model: ScoreModel): Ledger {
  const assess = assessor(metrics, model);
  const factors = {
    revenue: buildFactor(model.factors.revenue, assess, model),
    consistency: buildFactor(model.factors.consistency, assess, model),
    reliability: buildFactor(model.factors.reliability, assess, model),
    growth: buildFactor(model.factors.growth, assess, model),
  };
  const uncapped = Object.values(factors).reduce((sum, factor) => sum + factor.millipoints, 0);
  const { caps, lost } = assessCaps(metrics, model, uncapped);
  return { factors, caps, millipoints: uncapped - lost };
}

type SideAssess = (side: SideMetrics, model: ScoreModel) => Assessment;

const sideItems: Readonly<Partial<Record<ItemCode, SideAssess>>> = {
  order_frequency: assessOrderFrequency,
  order_regularity: assessOrderRegularity,
  revenue_stability: assessRevenueStability,
  refund_rate: assessRefundRate,
  on_time_dispatch: assessOnTimeDispatch,
  seller_cancellations: assessSellerCancellations,
  customer_satisfaction: assessCustomerSatisfaction,
  platform_standing: assessPlatformStanding,
  revenue_growth: assessRevenueGrowth,
  order_growth: assessOrderGrowth,
  product_launches: assessProductLaunches,
  market_expansion: assessMarketExpansion,
  affiliate_network: assessAffiliateNetwork,
};

function assessor(metrics: IncomeMetrics, model: ScoreModel): (code: ItemCode) => Assessment {
  const { seller, creator } = metrics;
  const weight = sellerWeight(metrics);
  return (code) => {
    if (code === "monthly_revenue") return assessMonthlyRevenue(metrics, model);
    if (code === "seller_type") return assessSellerType(seller, creator, model);
    const own = sideItems[code] ?? ((side: SideMetrics) => assessAccountAge(side, metrics.asOf, model));
    return combineSides(seller && own(seller, model), creator && own(creator, model), weight);
  };
}

function buildFactor(
  weights: readonly ItemWeight[],
  assess: (code: ItemCode) => Assessment,
  model: ScoreModel,
): ScoreFactor {
  const total = weights.reduce((sum, { weight }) => sum + weight, 0);
  const assessed = weights.map(({ code, weight }) => ({ code, weight, assessment: assess(code) }));
  // A factor without any figure keeps its weights, at 0: there is nothing to spread them over.
  const isBlank = assessed.every(({ assessment }) => assessment.status === "unavailable_platform");
  const maxima = spreadMaxima(
    assessed.map(({ weight, assessment }) =>
      assessment.status === "unavailable_platform" && !isBlank ? null : weight,
    ),
    total,
  );
  const items = assessed.map(({ code, assessment }, index) => buildItem(code, assessment, maxima[index] ?? 0, model));
  const millipoints = items.reduce((sum, item) => sum + item.millipoints, 0);
  return { points: pointsOf(millipoints), max: pointsOf(total), millipoints, items };
}

function buildItem(code: ItemCode, assessment: Assessment, maximum: number, model: ScoreModel): ScoreItem {
  const millipoints = milliPoints(maximum, assessment.fraction);
  return {
    code,
    points: pointsOf(millipoints),
    max: pointsOf(maximum),
    millipoints,
    maxMillipoints: maximum,
    value: roundedValue(assessment.value),
    threshold: assessment.scale?.threshold ?? thresholdOf(code, model),
    unit: assessment.scale?.unit ?? unitOf(code),
    status: assessment.status,
    reasonCode: assessment.reasonCode,
    reason: assessment.text,
    said: assessment.said,
    permissions: assessment.permissions,
  };
}

/** Six decimals are more than any sentence shows; what is no finite number is shown as not measured. */
function roundedValue(value: number | null): number | null {
  return value !== null && Number.isFinite(value) ? Number(value.toFixed(6)) : null;
}
