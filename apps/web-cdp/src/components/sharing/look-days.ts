import type { AccessEntry } from "#server/contract.ts";

/** The looks at one place under one share on one day (UTC): how many, and when the last one was. */
interface LookDay extends AccessEntry {
  readonly count: number;
}

/** Gathers looks by share, place and day, in the order of their last ones. `entries` come newest first. */
export function lookDays(entries: readonly AccessEntry[]): readonly LookDay[] {
  const days = new Map<string, LookDay>();
  for (const entry of entries) {
    const key = `${entry.shareId} ${entry.place} ${entry.readAt.slice(0, 10)}`;
    const known = days.get(key);
    days.set(key, known ? { ...known, count: known.count + 1 } : { ...entry, count: 1 });
  }
  return [...days.values()];
}
