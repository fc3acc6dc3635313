import "server-only";
import type { ImportStage } from "@lendfriend/connector";
import type { PendingWindow } from "#server/stores/pg/windows.ts";

interface Lane {
  readonly seq: number;
  readonly waiting: PendingWindow[];
  inFlight: number;
  putOff: number;
}

/**
 * Windows waiting to be read, by list and shop: the platform's limits are per list and shop, so each is a lane of its own. In a
 * lane the window with most rows left goes first, so that the parts of a list end together instead of the densest one alone. A
 * stage `after` another starts once that one's lane of the same shop is over.
 */
export interface Lanes {
  add(windows: readonly PendingWindow[]): void;
  /** The next window of the first list, in the order of the stages, that has room; null when nothing may start. */
  take(mostPerLane: number): PendingWindow | null;
  /** Call when a taken window's page is over. */
  leave(window: PendingWindow): void;
  /** Call for a taken window that is left to another job: its list is not over. */
  putOff(window: PendingWindow): void;
  /** Those that were added and not taken. */
  waiting(): readonly PendingWindow[];
}

export function createLanes(stages: readonly Pick<ImportStage, "stage" | "after">[]): Lanes {
  const lanes = new Map<string, Lane>();

  function laneOf({ shopId, stage, seq }: PendingWindow): Lane {
    const known = lanes.get(keyOf(shopId, stage)) ?? { seq, waiting: [], inFlight: 0, putOff: 0 };
    lanes.set(keyOf(shopId, stage), known);
    return known;
  }

  /** Whether rows may still move to the window's list from one that is not read yet. */
  function mustWait({ shopId, stage }: PendingWindow): boolean {
    const before = stages.find((known) => known.stage === stage)?.after;
    const lane = before === undefined ? undefined : lanes.get(keyOf(shopId, before));
    return lane !== undefined && lane.waiting.length + lane.inFlight + lane.putOff > 0;
  }

  return {
    add(windows) {
      for (const window of windows) laneOf(window).waiting.push(window);
    },
    take(mostPerLane) {
      let best: Lane | null = null;
      for (const lane of lanes.values()) {
        const [first] = lane.waiting;
        if (first === undefined || lane.inFlight >= mostPerLane || mustWait(first)) continue;
        if (best === null || lane.seq < best.seq || (lane.seq === best.seq && lane.inFlight < best.inFlight))
          best = lane;
      }
      if (best === null) return null;
      best.inFlight += 1;
      return takeLongest(best.waiting);
    },
    leave(window) {
      laneOf(window).inFlight -= 1;
    },
    putOff(window) {
      laneOf(window).putOff += 1;
    },
    waiting: () => [...lanes.values()].flatMap((lane) => lane.waiting),
  };
}

function keyOf(shopId: string | null, stage: string): string {
  return `${shopId ?? ""} ${stage}`;
}

function takeLongest(waiting: PendingWindow[]): PendingWindow | null {
  let longest = 0;
  for (const [index, window] of waiting.entries()) {
    if (rowsLeft(window) > rowsLeft(waiting[longest] ?? window)) longest = index;
  }
  return waiting.splice(longest, 1)[0] ?? null;
}

function rowsLeft({ rowsTotal, rowsCounted }: PendingWindow): number {
  return rowsTotal === null ? 0 : rowsTotal - rowsCounted;
}
