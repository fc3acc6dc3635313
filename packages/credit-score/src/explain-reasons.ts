import { buildLedger, type Ledger } from "./build-ledger.ts";
import { decimal } from "./digits.ts";
import { englishOf } from "./english.ts";
import type { IncomeMetrics } from "./income-metrics.ts";
import { type LeverName, levers } from "./levers.ts";
import { say } from "./messages.ts";
import { pointsOf } from "./milli-points.ts";
import type { FactorCode, ScoreCap, ScoreItem, ScoreReason } from "./score-report.ts";
import type { ScoreModel } from "./ttshop1.ts";

/** The largest points lost and kept, each with what the borrower would gain by reaching the item's next mark. */
export function explainReasons(
  metrics: IncomeMetrics,
  ledger: Ledger,
  model: ScoreModel,
): { readonly negative: readonly ScoreReason[]; readonly positive: readonly ScoreReason[] } {
  const items = factorCodes.flatMap((factor) => ledger.factors[factor].items.map((item) => ({ factor, item })));
  const gainOf = gainCounter(metrics, ledger, model);
  const lost = [
    ...ledger.caps.filter((cap) => cap.pointsLost > 0).map((cap) => capReason(cap, gainOf)),
    ...items
      .filter(({ item }) => item.maxMillipoints > item.millipoints)
      .map(({ factor, item }) => itemReason(factor, item, pointsOf(item.maxMillipoints - item.millipoints))),
  ];
  const kept = items
    .filter(({ item }) => item.millipoints > 0)
    .map(({ factor, item }) => itemReason(factor, item, item.points));
  const negative = largest(lost, model.reasonCount).map((reason) => withGain(reason, model, metrics, gainOf));
  return { negative, positive: largest(kept, model.reasonCount) };
}

const factorCodes: readonly FactorCode[] = ["revenue", "consistency", "reliability", "growth"];

type GainOf = (lever: LeverName, value: number) => number | null;

function gainCounter(metrics: IncomeMetrics, ledger: Ledger, model: ScoreModel): GainOf {
  return (name, value) => {
    const lever = levers.find((candidate) => candidate.name === name);
    const current = lever?.current(metrics) ?? null;
    if (!lever || current === null || value > lever.max(metrics)) return null;
    const gained = buildLedger(lever.apply(metrics, value), model).millipoints - ledger.millipoints;
    return gained > 0 ? pointsOf(gained) : null;
  };
}

function itemReason(factor: FactorCode, item: ScoreItem, points: number): ScoreReason {
  const { code, reasonCode, value, threshold, reason, said } = item;
  const unchanged = { gain: null, gainAt: null, text: reason, ...(said ? { said } : {}) };
  return { code, factor, reasonCode, value, threshold, points, ...unchanged };
}

function capReason(cap: ScoreCap, gainOf: GainOf): ScoreReason {
  const gainAt = cap.code === "FEWER_THAN_5_ORDERS" ? 5 : null;
  const gain = gainAt === null ? null : gainOf("orderCount", gainAt);
  const stops = say("cap_stops_at", { limit: decimal(cap.limit, 3) });
  return {
    code: cap.code,
    factor: "cap",
    reasonCode: "CAP",
    value: null,
    threshold: null,
    points: cap.pointsLost,
    gain,
    gainAt: gain === null ? null : gainAt,
    text: `${cap.reason} ${englishOf([stops])}`,
    said: [...(cap.said ?? []), stops],
  };
}

/** Stable: of equal points the earlier row of the table comes first. */
function largest(reasons: readonly ScoreReason[], count: number): readonly ScoreReason[] {
  return [...reasons].sort((left, right) => right.points - left.points).slice(0, count);
}

function withGain(reason: ScoreReason, model: ScoreModel, metrics: IncomeMetrics, gainOf: GainOf): ScoreReason {
  if (reason.factor === "cap" || reason.reasonCode !== "MEASURED") return reason;
  const target = targetOf(reason, model, metrics);
  const gain = target && gainOf(target.lever, target.value);
  return target && gain !== null ? { ...reason, gain, gainAt: target.value } : reason;
}

function targetOf(
  reason: ScoreReason,
  model: ScoreModel,
  metrics: IncomeMetrics,
): { readonly lever: LeverName; readonly value: number } | null {
  const value = reason.threshold;
  switch (reason.code) {
    case "monthly_revenue": {
      const next = model.revenue.curve.find(([edge]) => edge > (reason.value ?? 0));
      return next ? { lever: "monthlyNetUsd", value: next[0] } : null;
    }
    case "order_frequency": {
      const weeks = levers.find((lever) => lever.name === "weeksWithSales")?.max(metrics) ?? 0;
      return { lever: "weeksWithSales", value: Math.ceil(weeks * model.consistency.activeWeekShare - 1e-9) };
    }
    case "refund_rate":
      return value === null ? null : { lever: "refundRate", value };
    case "on_time_dispatch":
      return value === null ? null : { lever: "lateDispatchRate", value };
    case "seller_cancellations":
      return value === null ? null : { lever: "sellerCancellationRate", value };
    case "customer_satisfaction":
      return satisfactionTarget(metrics, value);
    case "platform_standing":
      return { lever: "standingRestored", value: 1 };
    case "product_launches":
      return value === null ? null : { lever: "productLaunches", value };
    case "market_expansion":
      return value === null ? null : { lever: "newMarketShare", value };
    case "affiliate_network":
      return affiliateTarget(metrics, value);
    default:
      return null;
  }
}

function satisfactionTarget(
  metrics: IncomeMetrics,
  value: number | null,
): { readonly lever: LeverName; readonly value: number } | null {
  const satisfaction = metrics.seller?.satisfaction;
  if (value === null || satisfaction?.status !== "available") return null;
  return { lever: satisfaction.source === "shop_score" ? "shopScore" : "chatSatisfaction", value };
}

function affiliateTarget(
  metrics: IncomeMetrics,
  growth: number | null,
): { readonly lever: LeverName; readonly value: number } | null {
  const affiliates = (metrics.seller ?? metrics.creator)?.affiliates;
  if (growth === null || affiliates?.status !== "available") return null;
  const { firstBlock } = affiliates;
  return { lever: "activeAffiliates", value: Math.ceil(firstBlock + growth * Math.max(1, firstBlock)) };
}
