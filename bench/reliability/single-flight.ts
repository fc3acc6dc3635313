import { atMost, exactly, type Goal } from "./goal.ts";
import { figuresOf } from "./scenario-figures.ts";

const [processes, callers] = [8, 50];

export const singleFlight: Goal = {
  id: "R1",
  promise: "8 processes × 50 callers × 100 expired tokens: one refresh each, all served, p99 ≤ 2.5 s",
  how: "`jobs/fresh-token-processes.int.test.ts`: processes of their own, a platform that takes 300 ms, calls counted there.",
  async measure(isFull) {
    const rounds = isFull ? 100 : 5;
    const { held, found } = await figuresOf("jobs/fresh-token-processes.int.test.ts", {
      REFRESH_ROUNDS: String(rounds),
    });
    return {
      scale: `${processes} processes × ${callers} callers × ${rounds} tokens`,
      isFullSize: isFull,
      checks: [
        held,
        exactly("refresh calls", found("calls"), rounds),
        exactly("callers served", found("served"), rounds * processes * callers),
        atMost("p99", found("p99Ms"), 2_500, " ms"),
      ],
      notes: [],
    };
  },
};
