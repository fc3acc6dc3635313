import type { IncomeMetrics } from "./income-metrics.ts";
import type { Lever, LeverName } from "./levers.ts";

/** The values of a lever from today's towards its better end, in whole steps of the precision that people read. */
export interface LeverGrid {
  /** Today's value; it may stand between two steps. */
  readonly now: number;
  /** Steps are counted from today: step 1 is the nearest better value, step 0 is never scored. */
  readonly valueAt: (step: number) => number;
  /** Steps that are worth trying in turn, rising, the last one the lever's better end. */
  readonly stops: readonly number[];
}

/** Null when the lever is not offered or already at its better end. */
export function betterGrid(lever: Lever, metrics: IncomeMetrics): LeverGrid | null {
  const now = lever.current(metrics);
  if (now === null) return null;
  const { grains, falling } = scales[lever.name];
  const end = falling ? lever.min : lever.max(metrics);
  const last = Math.round(end * grains);
  const start = falling ? Math.ceil(now * grains - 1e-6) : Math.floor(now * grains + 1e-6);
  const length = falling ? start - last : last - start;
  if (length <= 0) return null;
  const valueAt = (step: number) => (falling ? start - step : start + step) / grains;
  return { now, valueAt, stops: stopsTo(length) };
}

const everyStepTo = 60;
const growth = 1.06;

/** Every one of the first steps, then ever wider apart. */
function stopsTo(length: number): readonly number[] {
  const stops: number[] = [];
  for (let step = 1; step < length; step = step < everyStepTo ? step + 1 : Math.ceil(step * growth)) stops.push(step);
  return [...stops, length];
}

/** `grains`: steps in one unit, as fine as a page prints it. `falling`: less is better. */
const scales: Readonly<Record<LeverName, { readonly grains: number; readonly falling?: true }>> = {
  monthlyNetUsd: { grains: 1 },
  orderCount: { grains: 1 },
  weeksWithSales: { grains: 1 },
  accountAgeMonths: { grains: 10 },
  refundRate: { grains: 1_000, falling: true },
  lateDispatchRate: { grains: 1_000, falling: true },
  sellerCancellationRate: { grains: 1_000, falling: true },
  shopScore: { grains: 100 },
  chatSatisfaction: { grains: 10 },
  standingRestored: { grains: 1 },
  productLaunches: { grains: 1 },
  newMarketShare: { grains: 1_000 },
  activeAffiliates: { grains: 1 },
};
