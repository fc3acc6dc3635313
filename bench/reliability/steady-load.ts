import { setTimeout as sleep } from "node:timers/promises";

/** What became of requests that were made at a steady rate, whether or not earlier ones had been answered. */
export interface Load {
  /** Milliseconds of those that succeeded. */
  readonly times: readonly number[];
  readonly failures: number;
  /** Why, with how often and in which minutes of the load. */
  readonly causes: ReadonlyMap<string, { readonly count: number; readonly minutes: ReadonlySet<number> }>;
}

/** Acts so many times a second for so long. An act that throws has failed. */
export async function atRate(
  { perSecond, seconds }: { readonly perSecond: number; readonly seconds: number },
  act: (serial: number) => Promise<void>,
): Promise<Load> {
  const times: number[] = [];
  const causes = new Map<string, { count: number; minutes: Set<number> }>();
  const running: Promise<void>[] = [];
  const began = performance.now();
  for (let serial = 0; serial < perSecond * seconds; serial += 1) {
    await sleep(Math.max(0, began + (serial * 1_000) / perSecond - performance.now()));
    running.push(timed(serial));
  }
  await Promise.all(running);
  const failures = [...causes.values()].reduce((sum, { count }) => sum + count, 0);
  return { times, failures, causes };

  async function timed(serial: number): Promise<void> {
    const start = performance.now();
    try {
      await act(serial);
      times.push(performance.now() - start);
    } catch (error) {
      noteCause(error instanceof Error ? error : new Error(String(error)), start);
    }
  }

  function noteCause(error: Error, start: number): void {
    const text = error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
    // Wallets and ids make one cause many.
    const cause = text.replaceAll(/0x[0-9a-f]+|[0-9a-f-]{36}/g, "…");
    const known = causes.get(cause) ?? { count: 0, minutes: new Set() };
    known.count += 1;
    known.minutes.add(Math.floor((start - began) / 60_000));
    causes.set(cause, known);
  }
}

/** What went wrong in a load, a line for each cause. */
export function causesText(name: string, { causes }: Load): readonly string[] {
  return [...causes].map(([cause, { count, minutes }]) => {
    const [first, last] = [Math.min(...minutes) + 1, Math.max(...minutes) + 1];
    const when = first === last ? `minute ${first}` : `${minutes.size} of the minutes ${first} to ${last}`;
    return `${name}: ${count} × ${cause} (${when})`;
  });
}
