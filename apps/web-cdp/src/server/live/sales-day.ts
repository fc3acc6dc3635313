/** One day in UTC as unix seconds, `to` exclusive, with its ISO date. */
export interface SalesDay {
  readonly day: string;
  readonly from: number;
  readonly to: number;
}

const daySeconds = 86_400;

/** The day in UTC that a moment lies in. */
export function salesDayOf(now: Date): SalesDay {
  const from = Math.floor(now.getTime() / 1_000 / daySeconds) * daySeconds;
  return { day: now.toISOString().slice(0, 10), from, to: from + daySeconds };
}
