import { describe, expect, it } from "vitest";
import { endOfHour, grantPace, type Pace, type PaceReport, startPace } from "./pace.ts";

/** How a platform counts: a bucket that holds a second's worth, one that holds a few, or every second of the clock anew. */
type Counting = "bucket" | "strict" | "second";

/** A platform with a limit, played in virtual milliseconds. */
function play(options: {
  readonly counting?: Counting;
  readonly pages: number;
  readonly limit: (sent: number) => number;
  readonly pace?: Pace;
  readonly latencyMs?: number;
  readonly now?: number;
}) {
  const { pages, limit, latencyMs = 150, counting = "bucket" } = options;
  const mayHold = (rate: number) => (counting === "strict" ? 3 : rate);
  let now = options.now ?? 1_000_000;
  let pace = options.pace ?? startPace(now);
  const startedAt = now;
  let sent = 0;
  let done = 0;
  let refused = 0;
  let tokens = mayHold(limit(0));
  let filledAt = now;
  let slots: number[] = [];
  let answers: { at: number; sentAt: number; ok: boolean }[] = [];
  let report: PaceReport = { answered: 0, latencyMs: null, refusal: null };
  for (; done < pages; now += 1) {
    for (const answer of answers.filter(({ at }) => at <= now)) {
      if (answer.ok) {
        done += 1;
        report = { ...report, answered: report.answered + 1, latencyMs };
      } else {
        refused += 1;
        slots = [];
        const count = (report.refusal?.count ?? 0) + 1;
        const sentAgoMs = now - answer.sentAt;
        report = { ...report, refusal: { count, code: "rate_limited", sentAgoMs, waitMs: null } };
      }
    }
    answers = answers.filter(({ at }) => at > now);
    if (slots.length === 0 && sent - refused < pages) {
      const granted = grantPace(pace, { want: 20, report, now, hourEndsAt: endOfHour(now) });
      pace = granted.pace;
      report = { answered: 0, latencyMs: null, refusal: null };
      const { count, inMs, everyMs } = granted.grant;
      slots = Array.from({ length: count }, (_, index) => now + inMs + index * everyMs);
    }
    while ((slots[0] ?? Number.POSITIVE_INFINITY) <= now && sent - refused < pages) {
      slots.shift();
      const rate = limit(sent);
      if (counting !== "second") tokens = Math.min(mayHold(rate), tokens + ((now - filledAt) / 1_000) * rate);
      else if (Math.floor(now / 1_000) !== Math.floor(filledAt / 1_000)) tokens = rate;
      filledAt = now;
      const ok = tokens >= 1;
      if (ok) tokens -= 1;
      sent += 1;
      answers.push({ at: now + (ok ? latencyMs : 30), sentAt: now, ok });
    }
  }
  return { seconds: (now - startedAt) / 1_000, sent, refused, pace, now };
}

describe("pace", () => {
  const countings = ["bucket", "strict", "second"] as const;
  const limits = countings.flatMap((counting) => [50, 20, 10].map((rate) => ({ counting, rate })));

  it.each(limits)("keeps within 1.15 of $rate a second, counted by $counting, with under 1 % refused", (platform) => {
    const { counting, rate } = platform;
    const learnt = play({ pages: 1_000, limit: () => rate, counting });
    const warm = play({ pages: 1_000, limit: () => rate, counting, pace: learnt.pace, now: learnt.now });

    expect(warm.seconds).toBeLessThanOrEqual((1_000 / rate) * 1.15);
    expect(warm.refused / warm.sent).toBeLessThan(0.01);
    expect(learnt.refused / learnt.sent).toBeLessThan(0.01);
  });

  it.each([
    { counting: "bucket", within: 1.15 },
    { counting: "strict", within: 1.15 },
    { counting: "second", within: 1.3 },
  ] as const)(
    "follows a limit that halves midway, counted by $counting, within $within of it",
    ({ counting, within }) => {
      const learnt = play({ pages: 1_000, limit: () => 50, counting });
      const halved = play({
        pages: 1_000,
        limit: (sent) => (sent < 500 ? 50 : 25),
        counting,
        pace: learnt.pace,
        now: learnt.now,
      });

      expect(halved.seconds).toBeLessThanOrEqual((500 / 50 + 500 / 25) * within);
      expect(halved.refused / halved.sent).toBeLessThan(0.01);
    },
  );

  it("finds a limit that has doubled within a minute", () => {
    const learnt = play({ pages: 1_000, limit: () => 10 });
    const doubled = play({ pages: 1_200, limit: () => 20, pace: learnt.pace, now: learnt.now });

    expect(doubled.pace.rate).toBeGreaterThan(17);
    expect(doubled.seconds).toBeLessThan(80);
  });

  it("starts politely and is at the published limit within three seconds", () => {
    expect(startPace(0).rate).toBe(10);
    const cold = play({ pages: 100, limit: () => 1_000 });
    expect(cold.seconds).toBeLessThan(4);
    expect(cold.pace.rate).toBeGreaterThanOrEqual(50);
    expect(cold.pace.rate).toBeLessThan(52);
  });

  it("sends nothing for as long as the platform asked, and waits out an hourly quota", () => {
    const refusal = (code: "rate_limited" | "quota_exhausted", waitMs: number | null): PaceReport => ({
      answered: 0,
      latencyMs: null,
      refusal: { count: 1, code, sentAgoMs: 10, waitMs },
    });
    const facts = { want: 5, now: 5_000_000, hourEndsAt: endOfHour(5_000_000) };
    const asked = grantPace(startPace(0), { ...facts, report: refusal("rate_limited", 7_000) });
    expect(asked.grant).toMatchObject({ count: 0, inMs: 7_000, blockedBy: "rate_limited" });
    const quota = grantPace(startPace(0), { ...facts, report: refusal("quota_exhausted", null) });
    expect(quota.grant).toMatchObject({ count: 0, inMs: 7_205_000 - 5_000_000, blockedBy: "quota_exhausted" });
    expect(quota.pace.rate).toBe(10);
  });

  it("cuts once for all requests that were under way together, and a little more for each further one refused", () => {
    const report: PaceReport = {
      answered: 0,
      latencyMs: null,
      refusal: { count: 1, code: "rate_limited", sentAgoMs: 100, waitMs: null },
    };
    const facts = { want: 5, report, hourEndsAt: 0 };
    const first = grantPace({ ...startPace(0), rate: 40, latency: 250 }, { ...facts, now: 1_000 });
    const further = grantPace(first.pace, { ...facts, now: 1_050 });
    expect(first.pace.rate).toBe(28);
    expect(further.pace.rate).toBeCloseTo(28 * (1 - 0.3 / 7));
    expect(further.pace.cutAt).toBe(first.pace.cutAt);
  });
});
