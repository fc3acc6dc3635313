import { describe, expect, it } from "vitest";
import type { PendingWindow } from "#server/stores/pg/windows.ts";
import { createLanes } from "./lanes.ts";

describe("lanes", () => {
  it("reads the window with most rows left first, so that the parts of a list end together", () => {
    const lanes = createLanes([]);
    lanes.add([windowOf("short", 100, 90), windowOf("long", 900, 300), windowOf("untold", null, 0)]);

    expect([lanes.take(9), lanes.take(9), lanes.take(9), lanes.take(9)].map((window) => window?.id)).toEqual([
      "long",
      "short",
      "untold",
      undefined,
    ]);
  });

  it("prefers the earlier stage, and holds each list of each shop to its own number in flight", () => {
    const lanes = createLanes([]);
    const other = { ...windowOf("other shop", 5, 0), shopId: "t" };
    lanes.add([
      { ...windowOf("later", 900, 0), stage: "returns", seq: 1 },
      windowOf("a", 10, 0),
      windowOf("b", 9, 0),
      other,
    ]);

    const first = lanes.take(1);
    expect(first?.id).toBe("a");
    expect([lanes.take(1), lanes.take(1), lanes.take(1)].map((window) => window?.id)).toEqual([
      "other shop",
      "later",
      undefined,
    ]);
    if (first) lanes.leave(first);
    expect(lanes.take(1)?.id).toBe("b");
  });

  it("starts a list after the one from which rows move to it, also when that is put off, and holds up no other shop", () => {
    const lanes = createLanes([{ stage: "statements", after: "unsettled" }]);
    const before = { ...windowOf("before", null, 0), stage: "unsettled", seq: 1 };
    const after = { ...windowOf("after", null, 0), stage: "statements", seq: 2 };
    lanes.add([after, { ...after, id: "other shop", shopId: "t" }, before]);

    expect([lanes.take(9), lanes.take(9), lanes.take(9)].map((window) => window?.id)).toEqual([
      "before",
      "other shop",
      undefined,
    ]);
    lanes.putOff(before);
    lanes.leave(before);
    expect(lanes.take(9)).toBeNull();
    expect(lanes.waiting()).toEqual([after]);
  });

  it("starts that list once the other one is over", () => {
    const lanes = createLanes([{ stage: "statements", after: "unsettled" }]);
    const before = { ...windowOf("before", null, 0), stage: "unsettled", seq: 1 };
    lanes.add([{ ...windowOf("after", null, 0), stage: "statements", seq: 2 }, before]);

    lanes.take(9);
    lanes.leave(before);

    expect(lanes.take(9)?.id).toBe("after");
  });
});

function windowOf(id: string, rowsTotal: number | null, rowsCounted: number): PendingWindow {
  const counts = { pagesDone: 0, rowsDone: rowsCounted, rowsRejected: 0, rowsTotal, rowsCounted };
  const place = { id, stage: "orders", shopId: "s", parentId: null, seq: 0, cursor: null, byUpdate: false };
  return { ...place, ...counts, from: 0, to: 1 };
}
