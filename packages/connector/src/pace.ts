/*
 * How fast one list of one shop may be asked for, learnt from the answers: additive increase, multiplicative decrease. Pure; whoever
 * keeps the state (a map, or a row that all workers share) decides for whom it holds. Times are milliseconds of one clock.
 */

export interface Pace {
  /** Requests a second. */
  readonly rate: number;
  /** The rate at which the platform last refused; null while it never has. */
  readonly ceiling: number | null;
  readonly cutAt: number;
  readonly blockedUntil: number;
  readonly blockedBy: PaceRefusalCode | null;
  /** When the next request may go. */
  readonly nextAt: number;
  /** A running mean, and the least that was seen, of milliseconds to an answer; null before the first. */
  readonly latency: number | null;
  readonly fastest: number | null;
}

export type PaceRefusalCode = "rate_limited" | "quota_exhausted" | "provider_unavailable";

/** What happened since the last grant. */
export interface PaceReport {
  /** Answers to requests that had to wait for their turn: only those say that a higher rate would be used. */
  readonly answered: number;
  /** Mean milliseconds to those answers; null without any. */
  readonly latencyMs: number | null;
  /** The newest refusal: what it was, how long ago its request was sent, and how long the platform asked to wait. */
  readonly refusal: {
    readonly code: PaceRefusalCode;
    readonly sentAgoMs: number;
    readonly waitMs: number | null;
  } | null;
}

export interface PaceGrant {
  /** Requests that may go: the first after `inMs`, each following one `everyMs` later. 0 while blocked. */
  readonly count: number;
  readonly inMs: number;
  readonly everyMs: number;
  readonly blockedBy: PaceRefusalCode | null;
}

/** Where the counts of requests that are granted at once are kept: in this process, or in a row that all processes share. */
export interface PaceLedger {
  /** `want` is how many requests the caller could send soon. */
  grant(key: string, want: number, report: PaceReport): Promise<PaceGrant>;
}

/** What a platform that says nothing is asked at first. */
const politeRate = 10;
/** The limit that TikTok Shop published until it stopped publishing one: reached quickly, passed slowly. */
const publishedRate = 50;
const leastRate = 0.5;
const mostRate = 500;
const cutTo = 0.7;
/** A second refusal within this time means that the limit itself fell: the ceiling is then put below the refused rate. */
const fallMs = 5_000;
const underCeiling = 0.95;
const growthPerAnswer = 0.0002;
const grantMs = 400;
const catchUpMs = 50;

export function startPace(now: number): Pace {
  const none = { ceiling: null, blockedBy: null, latency: null, fastest: null };
  return { rate: politeRate, cutAt: 0, blockedUntil: 0, nextAt: now, ...none };
}

/** Takes in what happened and grants the next requests. `hourEndsAt` is when a used-up hourly quota comes back. */
export function grantPace(
  pace: Pace,
  { want, report, now, hourEndsAt }: { want: number; report: PaceReport; now: number; hourEndsAt: number },
): { readonly pace: Pace; readonly grant: PaceGrant } {
  const learnt = refused(grown(pace, report), report, now, hourEndsAt);
  const everyMs = 1_000 / learnt.rate;
  if (learnt.blockedUntil > now) {
    return { pace: learnt, grant: { count: 0, inMs: learnt.blockedUntil - now, everyMs, blockedBy: learnt.blockedBy } };
  }
  const count = Math.max(1, Math.min(Math.ceil(want), Math.round((learnt.rate * grantMs) / 1_000)));
  const from = Math.max(learnt.nextAt, now - catchUpMs);
  const next = { ...learnt, blockedBy: null, nextAt: from + count * everyMs };
  return { pace: next, grant: { count, inMs: from - now, everyMs, blockedBy: null } };
}

/** Up by one a second for each answer, which doubles the rate every second, until near where it was refused; then slowly. */
function grown(pace: Pace, { answered, latencyMs }: PaceReport): Pace {
  if (answered === 0 || latencyMs === null) return pace;
  const latency = pace.latency === null ? latencyMs : pace.latency * 0.7 + latencyMs * 0.3;
  const fastest = Math.min(latencyMs, (pace.fastest ?? latencyMs) * 1.002);
  const known = { ...pace, latency, fastest };
  // Answers that take ever longer are a queue building up somewhere: asking faster would only lengthen it.
  if (latency > fastest * 2 + 100) return known;
  const goal = pace.ceiling === null ? publishedRate : pace.ceiling * underCeiling;
  if (pace.rate < goal) return { ...known, rate: Math.min(goal, pace.rate + answered) };
  return { ...known, rate: Math.min(mostRate, pace.rate * (1 + growthPerAnswer * answered)) };
}

function refused(pace: Pace, { refusal }: PaceReport, now: number, hourEndsAt: number): Pace {
  if (refusal === null) return pace;
  if (refusal.code === "quota_exhausted") return { ...pace, blockedUntil: hourEndsAt, blockedBy: refusal.code };
  const waitMs = Math.min(60_000, refusal.waitMs ?? 0);
  const blocked =
    now + waitMs > pace.blockedUntil
      ? { blockedUntil: now + waitMs, blockedBy: refusal.code }
      : { blockedBy: pace.blockedBy };
  // Requests that were under way at the last cut are refused for what was done before it.
  if (now - refusal.sentAgoMs <= pace.cutAt) return { ...pace, ...blocked };
  const isFalling = now - pace.cutAt < fallMs;
  return {
    ...pace,
    ...blocked,
    rate: Math.max(leastRate, pace.rate * cutTo),
    ceiling: Math.max(leastRate, isFalling ? pace.rate * 0.85 : pace.rate),
    cutAt: now,
    nextAt: now,
  };
}

/** A ledger for one process. */
export function createPaceLedger(now: () => number = Date.now): PaceLedger {
  const paces = new Map<string, Pace>();
  return {
    async grant(key, want, report) {
      const at = now();
      const known = paces.get(key) ?? startPace(at);
      const { pace, grant } = grantPace(known, { want, report, now: at, hourEndsAt: endOfHour(at) });
      paces.set(key, pace);
      return grant;
    },
  };
}

/** Five seconds past the hour, so that the platform's clock is there as well. */
export function endOfHour(now: number): number {
  return now - (now % 3_600_000) + 3_605_000;
}
