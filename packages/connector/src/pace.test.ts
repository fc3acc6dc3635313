import { describe, expect, it } from "vitest";
import { endOfHour, grantPace, type Pace, type PaceReport, startPace } from "./pace.ts";

/** A platform with a token bucket of one second, played in virtual milliseconds. */
function play(options: {
  readonly pages: number;
  readonly limit: (sent: number) => number;
  readonly pace?: Pace;
  readonly latencyMs?: number;
  readonly now?: number;
}) {
  const { pages, limit, latencyMs = 150 } = options;
  let now = options.now ?? 1_000_000;
  let pace = options.pace ?? startPace(now);
  const startedAt = now;
  let sent = 0;
  let done = 0;
  let refused = 0;
  let tokens = limit(0);
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
        report = { ...report, refusal: { code: "rate_limited", sentAgoMs: now - answer.sentAt, waitMs: null } };
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
      tokens = Math.min(rate, tokens + ((now - filledAt) / 1_000) * rate);
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
  it.each([50, 10])("keeps within 1.15 of a limit of %d a second once it knows it, with under 1 %% refused", (rate) => {
    const learnt = play({ pages: 1_000, limit: () => rate });
    const warm = play({ pages: 1_000, limit: () => rate, pace: learnt.pace, now: learnt.now });

    expect(warm.seconds).toBeLessThanOrEqual((1_000 / rate) * 1.15);
    expect(warm.refused / warm.sent).toBeLessThan(0.01);
  });

  it("follows a limit that halves midway, within 1.15 of it and with under 1 % refused", () => {
    const learnt = play({ pages: 1_000, limit: () => 50 });
    const halved = play({
      pages: 1_000,
      limit: (sent) => (sent < 500 ? 50 : 25),
      pace: learnt.pace,
      now: learnt.now,
    });

    expect(halved.seconds).toBeLessThanOrEqual((500 / 50 + 500 / 25) * 1.15);
    expect(halved.refused / halved.sent).toBeLessThan(0.01);
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
      refusal: { code, sentAgoMs: 10, waitMs },
    });
    const facts = { want: 5, now: 5_000_000, hourEndsAt: endOfHour(5_000_000) };
    const asked = grantPace(startPace(0), { ...facts, report: refusal("rate_limited", 7_000) });
    expect(asked.grant).toMatchObject({ count: 0, inMs: 7_000, blockedBy: "rate_limited" });
    const quota = grantPace(startPace(0), { ...facts, report: refusal("quota_exhausted", null) });
    expect(quota.grant).toMatchObject({ count: 0, inMs: 7_205_000 - 5_000_000, blockedBy: "quota_exhausted" });
    expect(quota.pace.rate).toBe(10);
  });

  it("cuts once for all requests that were under way together", () => {
    const report: PaceReport = {
      answered: 0,
      latencyMs: null,
      refusal: { code: "rate_limited", sentAgoMs: 100, waitMs: null },
    };
    const facts = { want: 5, report, hourEndsAt: 0 };
    const once = grantPace({ ...startPace(0), rate: 40 }, { ...facts, now: 1_000 });
    const twice = grantPace(once.pace, { ...facts, now: 1_050 });
    expect(once.pace.rate).toBe(28);
    expect(twice.pace.rate).toBe(28);
  });
});
