/** Points of an item in whole thousandths: `min(M, ⌊M·fraction + ½⌋)`, M its maximum in thousandths. */
export function milliPoints(maximum: number, fraction: number): number {
  return Math.min(maximum, Math.floor(maximum * fraction + 0.5));
}

/** Thousandths as a number with at most three decimals. */
export function pointsOf(milli: number): number {
  return milli / 1000;
}

/**
 * Spreads the weight of what cannot be measured over the rest of its factor, pro rata, in whole thousandths by largest
 * remainder; equal remainders go to the earlier one. Null weights are the ones to spread. The result sums to `total`
 * unless every weight is null.
 */
export function spreadMaxima(weights: readonly (number | null)[], total: number): number[] {
  const measured = weights.reduce<number>((sum, weight) => sum + (weight ?? 0), 0);
  if (measured === 0) return weights.map(() => 0);
  const maxima = weights.map((weight) => Math.floor(((weight ?? 0) * total) / measured));
  const byRemainder = weights
    .map((weight, index) => ({ index, remainder: ((weight ?? 0) * total) % measured }))
    .sort((left, right) => right.remainder - left.remainder || left.index - right.index);
  const left = total - maxima.reduce((sum, maximum) => sum + maximum, 0);
  for (const { index } of byRemainder.slice(0, left)) maxima[index] = (maxima[index] ?? 0) + 1;
  return maxima;
}
