import { httpDateMs } from "./retry-after.ts";

const dayMs = 86_400_000;

/** The platform's time as we know it: this machine's, corrected once the platform has shown that it is wrong. */
export interface PlatformClock {
  /** Unix seconds. */
  seconds(): number;
  /** Corrects the clock from an answer's `Date`. False when there is none, or it is a day off and so not to be believed. */
  resync(dateHeader: string | null): boolean;
}

export function createPlatformClock(now: () => number): PlatformClock {
  let offsetMs = 0;
  return {
    seconds: () => Math.floor((now() + offsetMs) / 1_000),
    resync(dateHeader) {
      const platformMs = httpDateMs(dateHeader);
      if (platformMs === null || Math.abs(platformMs - now()) > dayMs) return false;
      offsetMs = platformMs - now();
      return true;
    },
  };
}
