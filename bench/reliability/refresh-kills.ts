import { atMost, exactly, type Goal } from "./goal.ts";
import { figuresOf } from "./scenario-figures.ts";

export const refreshKills: Goal = {
  id: "R2",
  promise:
    "500 kills of a refresher at four moments: nothing stuck; nothing lost where old tokens have a grace; every loss told within 3 calls where they have none",
  how: "`jobs/refresh-kills.int.test.ts`: the process that leads a refresh kills itself, then three others ask for the same token, and again if they are told to wait, which they may be only where there is no grace. The 30 s of a dead leader's lease, and the 20 s in which its answer may still come, are taken back in the database, not waited for.",
  async measure(isFull) {
    const each = isFull ? 63 : 4;
    const { held, struck, found } = await figuresOf("jobs/refresh-kills.int.test.ts", { REFRESH_KILLS: String(each) });
    return {
      scale: `${struck("kills")} kills: 4 moments, platforms with and without a grace for old tokens`,
      isFullSize: isFull,
      checks: [
        held,
        exactly("kills", struck("kills"), each * 8),
        exactly("connections stuck", found("stuck"), 0),
        exactly("lost with a grace", found("graceLost"), 0),
        atMost("calls after a kill", found("mostCalls"), 3),
      ],
      notes: [
        `Without a grace ${found("strictLost")} of ${each * 4} had to be connected again: their tokens died with the process, which no client can prevent.`,
      ],
    };
  },
};
