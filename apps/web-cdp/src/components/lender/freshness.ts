import type { BadgeTone } from "#components/ui/Badge.tsx";

const hourMs = 3_600_000;

export interface Freshness {
  readonly state: "none" | "fresh" | "ageing" | "stale";
  readonly tone: BadgeTone;
}

/** How old a score is, by the model's own steps: full confidence up to a day, none left from a week on. */
export function freshnessOf(asOf: string | null, now: string): Freshness {
  const ageMs = asOf === null ? Number.NaN : Date.parse(now) - Date.parse(asOf);
  if (Number.isNaN(ageMs)) return { state: "none", tone: "neutral" };
  if (ageMs <= 24 * hourMs) return { state: "fresh", tone: "positive" };
  if (ageMs < 7 * 24 * hourMs) return { state: "ageing", tone: "notice" };
  return { state: "stale", tone: "caution" };
}
