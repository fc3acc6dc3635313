/** One figure against its limit. */
export interface Check {
  readonly name: string;
  readonly value: number;
  readonly limit: number;
  readonly isGood: "at most" | "at least" | "exactly";
  readonly unit: string;
}

export interface Measurement {
  /** The sizes that were run, in words. */
  readonly scale: string;
  /** Whether those are the sizes of the promise. */
  readonly isFullSize: boolean;
  readonly checks: readonly Check[];
  readonly notes: readonly string[];
}

/** One promise in figures, and the code that measures it. */
export interface Goal {
  readonly id: string;
  readonly promise: string;
  readonly how: string;
  measure(isFull: boolean): Promise<Measurement>;
}

export function atMost(name: string, value: number, limit: number, unit = ""): Check {
  return { name, value, limit, isGood: "at most", unit };
}

export function atLeast(name: string, value: number, limit: number, unit = ""): Check {
  return { name, value, limit, isGood: "at least", unit };
}

export function exactly(name: string, value: number, limit: number, unit = ""): Check {
  return { name, value, limit, isGood: "exactly", unit };
}

export function holds({ value, limit, isGood }: Check): boolean {
  if (Number.isNaN(value)) return false;
  if (isGood === "at most") return value <= limit;
  return isGood === "at least" ? value >= limit : value === limit;
}

/** By how much a limit was missed, in words; null when it was kept. */
export function miss(check: Check): string | null {
  if (holds(check)) return null;
  const { name, value, limit, unit } = check;
  if (Number.isNaN(value)) return `${name}: unknown`;
  const share = limit === 0 ? "" : ` (${Math.round((Math.abs(value - limit) / limit) * 100)} %)`;
  return `${name} by ${figure(Math.abs(value - limit))}${unit}${share}`;
}

export function figure(value: number): string {
  return Number.isInteger(value)
    ? value.toLocaleString("en")
    : value.toLocaleString("en", { maximumFractionDigits: 3 });
}

/** The value below which that share of them lies. NaN for none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
