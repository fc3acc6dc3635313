import { setTimeout as sleep } from "node:timers/promises";
import { shuffled } from "./random-from.ts";

/** One way in which something around the product breaks. */
export interface Trouble {
  readonly name: string;
  /** Breaks it, and mends what would not mend itself before it resolves. */
  strike(): Promise<void>;
}

/** Troubles that do not strike at the same time as one another; lanes run side by side. */
export interface Lane {
  readonly troubles: readonly Trouble[];
  /** Milliseconds between two strikes are drawn from [least, most]. */
  readonly pauseMs: readonly [least: number, most: number];
}

/**
 * Strikes in every lane for as long as asked, each round in a drawn order, and until each trouble struck once. Answers how often
 * each did. A strike that fails ends all lanes.
 */
export async function beat(
  lanes: readonly Lane[],
  { seconds, random }: { readonly seconds: number; readonly random: () => number },
): Promise<Readonly<Record<string, number>>> {
  const struck: Record<string, number> = {};
  const end = Date.now() + seconds * 1_000;
  let hasFailed = false;
  const lanesEnded = await Promise.allSettled(
    lanes.map((lane) =>
      strikeIn(lane).catch((error: unknown) => {
        hasFailed = true;
        throw error;
      }),
    ),
  );
  for (const ended of lanesEnded) if (ended.status === "rejected") throw ended.reason;
  return struck;

  async function strikeIn({ troubles, pauseMs: [least, most] }: Lane): Promise<void> {
    for (let rounds = 0; ; rounds += 1) {
      for (const trouble of shuffled(troubles, random)) {
        await sleep(least + random() * (most - least));
        if (hasFailed || (rounds > 0 && Date.now() >= end)) return;
        await trouble.strike();
        struck[trouble.name] = (struck[trouble.name] ?? 0) + 1;
      }
    }
  }
}
