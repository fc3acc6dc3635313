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
  /** The newest refusal: what it was, how long ago its request was sent, how long the platform asked to wait; and how many there were. */
  readonly refusal: {
    readonly count: number;
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
const belowOthers = 0.7;
const mostRate = 500;
/** A refusal while feeling for the limit, a little above where it was last seen, needs a small step back. */
const stepBack = 0.9;
/** One while the rate was still doubling: the limit is anywhere below. */
const fallBack = 0.5;
/** One soon after the last says that the last was not enough. */
const furtherBack = 0.7;
const soonMs = 5_000;
const furtherRefusalShare = 0.3;
const underCeiling = 0.9;
/** Of the way to just under the ceiling, for each answer. */
const approachPerAnswer = 0.05;
/** From there the climb starts flat and gets steeper for as long as nothing is refused: the limit may have risen. */
const growthPerAnswerAndSecond = 0.00005;
const leastGrowth = 0.00008;
const mostGrowth = 0.002;
/** Before anything was ever refused. */
const firstGrowth = 0.0002;
const grantMs = 250;
const catchUpMs = 50;

/** What other shops of the same app have learnt of the same list. */
export interface KnownPace {
  readonly rate: number;
  /** Null when the platform refused none of them. */
  readonly ceiling: number | null;
}

/** A polite start; or, where others know the platform's limit, one a little below what it takes from them. */
export function startPace(now: number, others: KnownPace | null = null): Pace {
  const none = { blockedBy: null, latency: null, fastest: null };
  const rate = others === null ? politeRate : Math.min(publishedRate, Math.max(leastRate, others.rate * belowOthers));
  return { rate, ceiling: others?.ceiling ?? null, cutAt: 0, blockedUntil: 0, nextAt: now, ...none };
}

/** Takes in what happened and grants the next requests. `hourEndsAt` is when a used-up hourly quota comes back. */
export function grantPace(
  pace: Pace,
  { want, report, now, hourEndsAt }: { want: number; report: PaceReport; now: number; hourEndsAt: number },
): { readonly pace: Pace; readonly grant: PaceGrant } {
  const learnt = refused(grown(pace, report, now), report, now, hourEndsAt);
  const everyMs = 1_000 / learnt.rate;
  if (learnt.blockedUntil > now) {
    return { pace: learnt, grant: { count: 0, inMs: learnt.blockedUntil - now, everyMs, blockedBy: learnt.blockedBy } };
  }
  const count = Math.max(1, Math.min(Math.ceil(want), Math.round((learnt.rate * grantMs) / 1_000)));
  const from = Math.max(learnt.nextAt, now - catchUpMs);
  const next = { ...learnt, blockedBy: null, nextAt: from + count * everyMs };
  return { pace: next, grant: { count, inMs: from - now, everyMs, blockedBy: null } };
}

/** Doubles the rate every second until the published limit or a refusal, then goes near the refused rate quickly and past it slowly. */
function grown(pace: Pace, { answered, latencyMs }: PaceReport, now: number): Pace {
  if (answered === 0 || latencyMs === null) return pace;
  const latency = pace.latency === null ? latencyMs : pace.latency * 0.7 + latencyMs * 0.3;
  const fastest = Math.min(latencyMs, (pace.fastest ?? latencyMs) * 1.002);
  const known = { ...pace, latency, fastest };
  // Answers that take ever longer are a queue building up somewhere: asking faster would only lengthen it.
  if (latency > fastest * 2 + 100) return known;
  const { ceiling, rate } = pace;
  if (ceiling === null && rate < publishedRate) return { ...known, rate: Math.min(publishedRate, rate + answered) };
  const gap = ceiling === null ? 0 : Math.max(0, ceiling * underCeiling - rate);
  const growth = ceiling === null ? firstGrowth : growthSince((now - pace.cutAt) / 1_000);
  const nearer = rate + gap * (1 - (1 - approachPerAnswer) ** answered);
  return { ...known, rate: Math.min(mostRate, nearer * (1 + growth * answered)) };
}

function growthSince(seconds: number): number {
  return Math.min(mostGrowth, Math.max(leastGrowth, growthPerAnswerAndSecond * seconds));
}

function refused(pace: Pace, { refusal }: PaceReport, now: number, hourEndsAt: number): Pace {
  if (refusal === null) return pace;
  if (refusal.code === "quota_exhausted") return { ...pace, blockedUntil: hourEndsAt, blockedBy: refusal.code };
  const waitMs = Math.min(60_000, refusal.waitMs ?? 0);
  const blocked =
    now + waitMs > pace.blockedUntil
      ? { blockedUntil: now + waitMs, blockedBy: refusal.code }
      : { blockedBy: pace.blockedBy };
  // What was under way at the last cut is refused for what was done before it: no second cut for that.
  const isNew = now - refusal.sentAgoMs > pace.cutAt;
  const cut = isNew ? { ...pace, ...cutPace(pace, now), cutAt: now, nextAt: now } : pace;
  return { ...cut, ...lowered(cut, refusal.count - (isNew ? 1 : 0)), ...blocked };
}

function cutPace({ rate, ceiling, cutAt }: Pace, now: number): Pick<Pace, "rate" | "ceiling"> {
  if (now - cutAt < soonMs) return cutTo(rate * furtherBack, rate * stepBack);
  return ceiling === null && rate < publishedRate
    ? cutTo(rate * fallBack, rate * fallBack)
    : cutTo(rate * stepBack, (rate * stepBack) / underCeiling);
}

/**
 * Requests that were under way at a cut and are refused too tell how far above the limit the rate was. Only a part of what they
 * say is believed: where a limit counts by the second, the rest of a used-up second is refused whatever the rate.
 */
function lowered({ rate, latency }: Pace, further: number): Partial<Pace> {
  if (further <= 0) return {};
  const underWay = Math.max(3, (rate * (latency ?? 0)) / 1_000);
  const less = rate * (1 - furtherRefusalShare / underWay) ** further;
  return cutTo(less, less);
}

function cutTo(rate: number, ceiling: number): Pick<Pace, "rate" | "ceiling"> {
  return { rate: Math.max(leastRate, rate), ceiling: Math.max(leastRate, ceiling) };
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
