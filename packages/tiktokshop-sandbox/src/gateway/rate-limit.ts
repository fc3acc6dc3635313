import type { LiveSettings } from "../settings.ts";

type RateVerdict = "pass" | "too_fast" | "quota_used";

export interface RateLimiter {
  /** Takes one request of an app, shop and API. */
  readonly take: (shop: string, api: string) => RateVerdict;
  readonly clear: () => void;
}

interface Bucket {
  tokens: number;
  at: number;
}

/** A token bucket for each shop and API, and an hourly count for each shop. */
export function createRateLimiter(settings: LiveSettings, monotonicMs: () => number): RateLimiter {
  const buckets = new Map<string, Bucket>();
  const hours = new Map<string, { startedAt: number; used: number }>();

  function takeQuota(shop: string): boolean {
    const { hourlyQuota } = settings.rateLimit;
    if (hourlyQuota === null) return true;
    const now = monotonicMs();
    const current = hours.get(shop);
    const hour = current === undefined || now - current.startedAt >= 3_600_000 ? { startedAt: now, used: 0 } : current;
    hours.set(shop, hour);
    hour.used += 1;
    return hour.used <= hourlyQuota;
  }

  function takeToken(key: string): boolean {
    const rate = settings.rateLimit.requestsPerSecond;
    if (rate === 0) return true;
    const now = monotonicMs();
    const bucket = buckets.get(key) ?? { tokens: rate, at: now };
    buckets.set(key, bucket);
    bucket.tokens = Math.min(rate, bucket.tokens + ((now - bucket.at) / 1000) * rate);
    bucket.at = now;
    if (bucket.tokens < 1) return false;
    bucket.tokens -= 1;
    return true;
  }

  return {
    take: (shop, api) => {
      if (!takeQuota(shop)) return "quota_used";
      return takeToken(`${shop}/${api}`) ? "pass" : "too_fast";
    },
    clear: () => {
      buckets.clear();
      hours.clear();
    },
  };
}
