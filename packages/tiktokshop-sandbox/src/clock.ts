/** The sandbox's clock: the machine's time plus an offset that the control API moves. */
export interface Clock {
  /** Milliseconds since the epoch, sandbox time. */
  readonly nowMs: () => number;
  /** Whole seconds since the epoch, sandbox time. */
  readonly now: () => number;
  readonly offsetSeconds: () => number;
  readonly setOffset: (seconds: number) => void;
}

export function createClock(machineNowMs: () => number = Date.now, initialOffsetSeconds = 0): Clock {
  let offset = initialOffsetSeconds;
  const nowMs = () => machineNowMs() + offset * 1000;
  return {
    nowMs,
    now: () => Math.floor(nowMs() / 1000),
    offsetSeconds: () => offset,
    setOffset: (seconds) => {
      offset = seconds;
    },
  };
}

export const daySeconds = 86_400;
export const hourSeconds = 3_600;

/** The UTC midnight at or before a second. */
export function midnightBefore(second: number): number {
  return Math.floor(second / daySeconds) * daySeconds;
}

/** The first UTC midnight at or after a second. */
export function midnightAfter(second: number): number {
  return Math.ceil(second / daySeconds) * daySeconds;
}

/** `YYYY-MM-DD` of a second, shifted by a market's offset from UTC. */
export function dateText(second: number, utcOffsetHours = 0): string {
  return new Date((second + utcOffsetHours * hourSeconds) * 1000).toISOString().slice(0, 10);
}
