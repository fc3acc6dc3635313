import type { Check, Measurement } from "./goal.ts";

/** Several runs of one goal as one: of each figure the worst, and every different note. */
export function worstOf(runs: readonly [Measurement, ...Measurement[]]): Measurement {
  const [first] = runs;
  return {
    ...first,
    checks: first.checks.map((check, at) => runs.flatMap(({ checks }) => checks[at] ?? []).reduce(worse, check)),
    notes: [...new Set(runs.flatMap(({ notes }) => notes))],
  };
}

/** Of two figures of one name the one further from its limit, or less far within it; an unknown one is worst. */
function worse(left: Check, right: Check): Check {
  return distance(left) >= distance(right) ? left : right;
}

function distance({ value, limit, isGood }: Check): number {
  if (Number.isNaN(value)) return Number.POSITIVE_INFINITY;
  if (isGood === "at most") return value - limit;
  return isGood === "at least" ? limit - value : Math.abs(value - limit);
}
