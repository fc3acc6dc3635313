import { beforeEach, expect, it, vi } from "vitest";
import { watchLoopLag } from "./loop-lag.ts";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setInterval"] });
  return () => vi.useRealTimers();
});

/** Beats that each come so late, in milliseconds, and how late the process is said to be after each. */
function lagAfter(lates: readonly number[]): readonly number[] {
  let clock = 5_000;
  const lag = watchLoopLag(() => clock);
  return lates.map((late) => {
    clock += 100 + late;
    vi.advanceTimersByTime(100);
    return Math.round(lag());
  });
}

it("is not late while every beat comes in time, or before", () => {
  expect(lagAfter([0, -40, 0])).toEqual([0, 0, 0]);
});

it("makes less of one stall than of many, and forgets it within a second", () => {
  const lags = lagAfter([500, ...Array(10).fill(0)]);

  expect(lags[0]).toBe(150);
  expect(lags.at(-1)).toBeLessThan(10);
});

it("comes to how late every beat is, once they all are", () => {
  expect(lagAfter(Array(20).fill(400)).at(-1)).toBe(400);
});

it("keeps no process alive", () => {
  const unref = vi.fn();
  vi.spyOn(globalThis, "setInterval").mockReturnValueOnce({ unref } as unknown as ReturnType<typeof setInterval>);

  watchLoopLag(() => 0);

  expect(unref).toHaveBeenCalledOnce();
});
