import { atMost, exactly, type Goal } from "./goal.ts";
import { figuresOf } from "./scenario-figures.ts";

export const replays: Goal = {
  id: "R5",
  promise: "1,000 identical deliveries at once: one effect, p99 ≤ 2 s",
  how: "`jobs/replay-storm.int.test.ts`: all copies are sent before any is answered; at full size to the production server, else to the product's use-case behind a bare server.",
  async measure(isFull) {
    const { held, struck, found } = await figuresOf(
      "jobs/replay-storm.int.test.ts",
      isFull ? { CHAOS_SERVER: "production" } : {},
    );
    return {
      scale: `${struck("copies").toLocaleString("en")} copies`,
      isFullSize: isFull,
      checks: [
        held,
        exactly("stored", found("stored"), 1),
        exactly("reads of the object", found("effects"), 1),
        exactly("refused", found("refused"), 0),
        atMost("p99", found("p99Ms"), 2_000, " ms"),
      ],
      notes: [],
    };
  },
};
