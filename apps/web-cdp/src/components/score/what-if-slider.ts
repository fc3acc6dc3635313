import type { LeverName, WhatIfLever } from "@lendfriend/credit-score";

/** How far a slider is worth going; the model itself takes far larger values, which a thumb could not aim at. */
const usefulEnds: Readonly<Partial<Record<LeverName, (today: number) => number>>> = {
  monthlyNetUsd: (today) => Math.max(25_000, Math.ceil((today * 2) / 5_000) * 5_000),
  orderCount: (today) => Math.max(120, Math.ceil((today * 2) / 50) * 50),
  accountAgeMonths: (today) => Math.max(24, Math.ceil(today / 12) * 12 + 12),
  refundRate: (today) => Math.max(0.3, today),
  lateDispatchRate: (today) => Math.max(0.4, today),
  sellerCancellationRate: (today) => Math.max(0.2, today),
  productLaunches: (today) => Math.max(5, today),
  newMarketShare: (today) => Math.max(0.3, today),
  activeAffiliates: (today) => Math.max(20, today * 2),
};

/** The ends of the slider: never outside what the model takes, always around today's value. */
export function sliderRange(lever: WhatIfLever): { readonly from: number; readonly to: number } {
  const useful = usefulEnds[lever.name]?.(lever.value) ?? lever.max;
  return { from: Math.min(lever.min, lever.value), to: Math.max(Math.min(lever.max, useful), lever.value) };
}

/** Today's value may stand between two steps, so the slider itself has none, and keys move by these many. */
export const keySteps: Readonly<Record<string, number>> = {
  ArrowUp: 1,
  ArrowRight: 1,
  ArrowDown: -1,
  ArrowLeft: -1,
  PageUp: 10,
  PageDown: -10,
};

/** The nearest step inside the lever's range; within half a step of today's value it is exactly that value. */
export function snapToStep(lever: WhatIfLever, value: number): number {
  if (Math.abs(value - lever.value) < lever.step / 2) return lever.value;
  const steps = Math.round((value - lever.min) / lever.step);
  const stepped = Number((lever.min + steps * lever.step).toFixed(6));
  return Math.min(lever.max, Math.max(lever.min, stepped));
}
