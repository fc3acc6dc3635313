import { buildLedger, type Ledger } from "./build-ledger.ts";
import type { IncomeMetrics } from "./income-metrics.ts";
import { betterGrid, type LeverGrid } from "./lever-grid.ts";
import { type Lever, type LeverName, levers } from "./levers.ts";
import { pointsOf } from "./milli-points.ts";
import type { ScoreOptions } from "./score-income.ts";
import { tierOf } from "./score-income.ts";
import type { FactorCode, ItemCode, ItemUnit, ScoreCap, ScoreTier } from "./score-report.ts";
import { type ScoreModel, ttshop1 } from "./ttshop1.ts";

/**
 * One change by itself. `reaches`: at `target`, and no nearer value, the score is in the next tier. `not_alone`: even the
 * best value, `target`, stays below it.
 */
export interface NextTierPath {
  readonly lever: LeverName;
  /** The item that the lever is about; null where it moves several. */
  readonly item: ItemCode | null;
  readonly label: string;
  readonly unit: ItemUnit;
  /** The value now. */
  readonly value: number;
  readonly outcome: "reaches" | "not_alone";
  readonly target: number;
  /** The score at `target`, by the same function. */
  readonly score: number;
  readonly gain: number;
}

/** An item that no lever sets (it follows from sales over time), and whether the points it still lacks would do. */
export interface NextTierItem {
  readonly item: ItemCode;
  readonly factor: FactorCode;
  readonly pointsMissing: number;
  readonly suffices: boolean;
}

export interface NextTier {
  readonly tier: ScoreTier;
  /** Where the tier begins. */
  readonly from: number;
  readonly score: number;
  readonly pointsNeeded: number;
  /** The lowest ceiling over this score that is below the next tier: no item alone can pass it. */
  readonly heldBy: Pick<ScoreCap, "code" | "limit" | "reason" | "said"> | null;
  /** Changes that reach it first, in the order of the levers; then those that do not. */
  readonly paths: readonly NextTierPath[];
  readonly items: readonly NextTierItem[];
}

/**
 * The smallest single change of each lever that reaches the next tier, found by running the same function again; null in
 * the highest tier. Values are whole steps of a lever's printed precision, so that what a page shows is what was scored.
 *
 * @example nextTier(metrics)?.paths[0] // { lever: "monthlyNetUsd", outcome: "reaches", value: 4_750, target: 5_912, … }
 */
export function nextTier(metrics: IncomeMetrics, options: ScoreOptions = {}): NextTier | null {
  const model = options.config ?? ttshop1;
  const ledger = buildLedger(metrics, model);
  const next = [...model.tiers].reverse().find(([from]) => from > ledger.millipoints);
  if (!next) return null;
  const [from] = next;
  const paths = levers.flatMap((lever) => tierPath(lever, { metrics, model, ledger, from }) ?? []);
  return {
    tier: tierOf(from, model),
    from: pointsOf(from),
    score: pointsOf(ledger.millipoints),
    pointsNeeded: pointsOf(from - ledger.millipoints),
    heldBy: heldBy(ledger, from),
    paths: [
      ...paths.filter((path) => path.outcome === "reaches"),
      ...paths.filter((path) => path.outcome === "not_alone"),
    ],
    items: itemsWithoutLever(ledger, from),
  };
}

/** What a path is looked for: these figures, scored so, to a tier that begins there. */
export interface TierQuestion {
  readonly metrics: IncomeMetrics;
  readonly model: ScoreModel;
  readonly ledger: Ledger;
  /** Thousandths at which the next tier begins. */
  readonly from: number;
}

/** What one lever alone can do; null where it is not offered, already at its best, or of no help. */
export function tierPath(lever: Lever, { metrics, model, ledger, from }: TierQuestion): NextTierPath | null {
  const grid = betterGrid(lever, metrics);
  if (grid === null) return null;
  const scoreAt = (step: number) => buildLedger(lever.apply(metrics, grid.valueAt(step)), model).millipoints;
  const found = firstReaching(grid, scoreAt, from);
  if (found.millipoints <= ledger.millipoints && !found.reaches) return null;
  return {
    lever: lever.name,
    item: itemOf[lever.name],
    label: lever.label,
    unit: lever.unit,
    value: Number(grid.now.toFixed(6)),
    outcome: found.reaches ? "reaches" : "not_alone",
    target: grid.valueAt(found.step),
    score: pointsOf(found.millipoints),
    gain: pointsOf(found.millipoints - ledger.millipoints),
  };
}

interface Found {
  readonly step: number;
  readonly millipoints: number;
  readonly reaches: boolean;
}

/**
 * The first step that reaches `from`, or the best one seen. Not every lever is monotone (more income also makes a fall
 * weigh more), so that stops along the whole range are tried before the bracket in front of the first is halved.
 */
function firstReaching(grid: LeverGrid, scoreAt: (step: number) => number, from: number): Found {
  let below = 0;
  let best: Found | null = null;
  for (const stop of grid.stops) {
    const millipoints = scoreAt(stop);
    if (millipoints >= from) return halve({ below, stop, scoreAt, from });
    if (best === null || millipoints > best.millipoints) best = { step: stop, millipoints, reaches: false };
    below = stop;
  }
  return best ?? { step: 0, millipoints: 0, reaches: false };
}

interface Bracket {
  /** Does not reach. */
  readonly below: number;
  /** Reaches. */
  readonly stop: number;
  readonly scoreAt: (step: number) => number;
  readonly from: number;
}

function halve({ below, stop, scoreAt, from }: Bracket): Found {
  let [low, high] = [below, stop];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (scoreAt(middle) >= from) high = middle;
    else low = middle;
  }
  return { step: high, millipoints: scoreAt(high), reaches: true };
}

function heldBy(ledger: Ledger, from: number): NextTier["heldBy"] {
  const cap = ledger.caps.find(({ applied }) => applied);
  if (!cap || cap.limit * 1_000 >= from) return null;
  return { code: cap.code, limit: cap.limit, reason: cap.reason, ...(cap.said ? { said: cap.said } : {}) };
}

function itemsWithoutLever(ledger: Ledger, from: number): readonly NextTierItem[] {
  const limit = Math.min(100_000, ...ledger.caps.map((cap) => cap.limit * 1_000));
  const kept = Object.values(ledger.factors).reduce((sum, factor) => sum + factor.millipoints, 0);
  return factorCodes.flatMap((factor) =>
    ledger.factors[factor].items
      .filter((item) => leverless.has(item.code) && item.maxMillipoints > item.millipoints)
      .map((item) => {
        const missing = item.maxMillipoints - item.millipoints;
        const suffices = Math.min(limit, kept + missing) >= from;
        return { item: item.code, factor, pointsMissing: pointsOf(missing), suffices };
      }),
  );
}

const factorCodes: readonly FactorCode[] = ["revenue", "consistency", "reliability", "growth"];

const itemOf: Readonly<Record<LeverName, ItemCode | null>> = {
  monthlyNetUsd: "monthly_revenue",
  orderCount: null,
  weeksWithSales: "order_frequency",
  accountAgeMonths: "account_age",
  refundRate: "refund_rate",
  lateDispatchRate: "on_time_dispatch",
  sellerCancellationRate: "seller_cancellations",
  shopScore: "customer_satisfaction",
  chatSatisfaction: "customer_satisfaction",
  standingRestored: "platform_standing",
  productLaunches: "product_launches",
  newMarketShare: "market_expansion",
  activeAffiliates: "affiliate_network",
};

const leverless: ReadonlySet<ItemCode> = new Set([
  "order_regularity",
  "revenue_stability",
  "seller_type",
  "revenue_growth",
  "order_growth",
]);
