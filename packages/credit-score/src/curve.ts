/** Breakpoints of a piecewise linear curve, `[x, y]`, x rising. */
export type Curve = readonly (readonly [x: number, y: number])[];

/** Reads a piecewise linear curve at x, clamped at both ends. NaN reads as the curve's lowest y. */
export function readCurve(curve: Curve, x: number): number {
  if (Number.isNaN(x)) return Math.min(...curve.map(([, y]) => y));
  let [lowX, lowY] = curve[0] ?? [0, 0];
  if (x <= lowX) return lowY;
  for (const [highX, highY] of curve) {
    if (x <= highX) return lowY + ((highY - lowY) * (x - lowX)) / (highX - lowX);
    [lowX, lowY] = [highX, highY];
  }
  return lowY;
}

/** Where a curve begins, and where it ends: one of the two is where an item earns all its points. */
export function firstEdge(curve: Curve): number {
  return curve[0]?.[0] ?? 0;
}

export function lastEdge(curve: Curve): number {
  return curve.at(-1)?.[0] ?? 0;
}

/** Holds x between 0 and 1; NaN becomes 0. */
export function clamp01(x: number): number {
  return x > 0 ? Math.min(1, x) : 0;
}

/** A rate of few cases, drawn towards what is usual: `(k + prior·strength) / (n + strength)`. */
export function shrunkRate(cases: number, among: number, prior: number, strength: number): number {
  return (cases + prior * strength) / (among + strength);
}
