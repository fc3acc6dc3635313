import { setTimeout as sleep } from "node:timers/promises";

/** What became of requests that were made at a steady rate, whether or not earlier ones had been answered. */
export interface Load {
  /** Milliseconds of those that succeeded. */
  readonly times: readonly number[];
  readonly failures: number;
}

/** Acts so many times a second for so long. An act that answers false or throws has failed. */
export async function atRate(
  { perSecond, seconds }: { readonly perSecond: number; readonly seconds: number },
  act: (serial: number) => Promise<boolean>,
): Promise<Load> {
  const times: number[] = [];
  let failures = 0;
  const running: Promise<void>[] = [];
  const began = performance.now();
  for (let serial = 0; serial < perSecond * seconds; serial += 1) {
    await sleep(Math.max(0, began + (serial * 1_000) / perSecond - performance.now()));
    running.push(timed(serial));
  }
  await Promise.all(running);
  return { times, failures };

  async function timed(serial: number): Promise<void> {
    const start = performance.now();
    const isFine = await act(serial).catch(() => false);
    if (isFine) times.push(performance.now() - start);
    else failures += 1;
  }
}
