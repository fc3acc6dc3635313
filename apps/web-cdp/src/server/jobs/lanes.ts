import "server-only";
import type { PendingWindow } from "#server/stores/pg/windows.ts";

interface Lane {
  readonly seq: number;
  readonly waiting: PendingWindow[];
  inFlight: number;
}

/**
 * Windows waiting to be read, by list and shop: the platform's limits are per list and shop, so each is a lane of its own. In a
 * lane the window with most rows left goes first, so that the parts of a list end together instead of the densest one alone.
 */
export interface Lanes {
  add(windows: readonly PendingWindow[]): void;
  /** The next window of the first list, in the order of the stages, that has room; null when nothing may start. */
  take(mostPerLane: number): PendingWindow | null;
  /** Call when a taken window's page is over. */
  leave(window: PendingWindow): void;
}

export function createLanes(): Lanes {
  const lanes = new Map<string, Lane>();

  function laneOf({ shopId, stage, seq }: PendingWindow): Lane {
    const key = `${shopId ?? ""} ${stage}`;
    const known = lanes.get(key) ?? { seq, waiting: [], inFlight: 0 };
    lanes.set(key, known);
    return known;
  }

  return {
    add(windows) {
      for (const window of windows) laneOf(window).waiting.push(window);
    },
    take(mostPerLane) {
      let best: Lane | null = null;
      for (const lane of lanes.values()) {
        if (lane.waiting.length === 0 || lane.inFlight >= mostPerLane) continue;
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
  };
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
