import { atMost, exactly, type Goal } from "./goal.ts";
import { figuresOf } from "./scenario-figures.ts";

export const deletions: Goal = {
  id: "R12",
  promise:
    "200 accounts deleted in the midst of their import: access ends ≤ 1 s, everything gone ≤ 60 s, nothing comes back",
  how: "`jobs/account-deletion.int.test.ts`: a worker imports while the database is told to delete; then every table is searched for wallet, connection, import and shops.",
  async measure(isFull) {
    const count = isFull ? 200 : 20;
    const { held, struck, found } = await figuresOf("jobs/account-deletion.int.test.ts", { DELETIONS: String(count) });
    return {
      scale: `${count} deletions, four at a time`,
      isFullSize: isFull,
      checks: [
        held,
        exactly("deletions", struck("deletions"), count),
        atMost("access ended after", found("accessEndedMs"), 1_000, " ms"),
        atMost("everything gone after", found("seconds"), 60, " s"),
        exactly("traces left or back", found("traces"), 0),
      ],
      notes: ["Surfaces are not asked one by one: all of them read what that one transaction ended."],
    };
  },
};
